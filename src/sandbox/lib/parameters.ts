import { isListOf, isObject, isString, type JsonObject } from '@/core/json'
import { SandboxError } from '@/core/sandbox'

/**
 * Readers of `parameters`. Null and missing give undefined; a wrong type or a value out of range is refused with 422,
 * as the real services do.
 */

interface Range {
  readonly min?: number
  readonly max?: number
  readonly integer?: boolean
}

const refuse = (name: string, rule: string): never => {
  throw new SandboxError(`Input validation error: \`${name}\` must be ${rule}`)
}

export function numberAt(
  parameters: Readonly<Record<string, unknown>>,
  name: string,
  { min = -Infinity, max = Infinity, integer = false }: Range = {},
): number | undefined {
  const value = parameters[name]
  if (value === undefined || value === null) return undefined
  const fits =
    typeof value === 'number' &&
    value >= min &&
    value <= max &&
    (!integer || Number.isSafeInteger(value))
  if (fits) return value
  const bounds = [
    ...(min > -Infinity ? [`>= ${min}`] : []),
    ...(max < Infinity ? [`<= ${max}`] : []),
  ]
  return refuse(name, [integer ? 'an integer' : 'a number', bounds.join(' and ')].join(' ').trim())
}

export function booleanAt(
  parameters: Readonly<Record<string, unknown>>,
  name: string,
): boolean | undefined {
  const value = parameters[name]
  if (value === undefined || value === null) return undefined
  return typeof value === 'boolean' ? value : refuse(name, 'true or false')
}

export function textAt(
  parameters: Readonly<Record<string, unknown>>,
  name: string,
): string | undefined {
  const value = parameters[name]
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : refuse(name, 'a string')
}

/** A list of texts; one text alone counts as a list of one, as in `stop`. */
export function textsAt(
  parameters: Readonly<Record<string, unknown>>,
  name: string,
): readonly string[] {
  const value = parameters[name]
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return [value]
  return isListOf(value, isString) ? value : refuse(name, 'a list of strings')
}

export function choiceAt<Choice extends string>(
  parameters: Readonly<Record<string, unknown>>,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = parameters[name]
  if (value === undefined || value === null) return undefined
  const known = choices.find((choice) => choice === value)
  return known ?? refuse(name, `one of ${choices.join(', ')}`)
}

export function objectAt(
  parameters: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> {
  const value = parameters[name]
  if (value === undefined || value === null) return {}
  return isObject(value) ? value : refuse(name, 'an object')
}

/** `inputs` as a text that is not blank. */
export function textInput(inputs: unknown): string {
  if (typeof inputs !== 'string') throw new SandboxError('`inputs` must be a string')
  if (inputs.trim() === '') throw new SandboxError('`inputs` must not be empty')
  return inputs
}

/** True where the parameters hold any of the names. */
export function hasAny(parameters: JsonObject, names: readonly string[]): boolean {
  return names.some((name) => name in parameters)
}
