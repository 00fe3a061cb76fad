/** A value that JSON can express. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** True for a plain JSON object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isString(value: unknown): value is string {
  return typeof value === 'string'
}

/** True for a finite number: NaN and infinities can't travel as JSON. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** A list whose members all pass `guard`. */
export function isListOf<T>(value: unknown, guard: (member: unknown) => member is T): value is T[] {
  return Array.isArray(value) && value.every(guard)
}

export function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0
}
