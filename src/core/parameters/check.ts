import { isListOf, isNumber, isObject, isString, type Json, type JsonObject } from '../json'
import { problem, type Problem } from '../problem'
import type { ParameterField } from './fields'

/**
 * What is wrong with the values of documented parameters: type, range, choice, missing required ones. Names that the
 * documentation does not know pass. A problem stands at `param-<name>`, in groups at `param-<group>.<name>`.
 */
export function checkParameters(
  fields: readonly ParameterField[],
  values: JsonObject,
): readonly Problem[] {
  return checkMembers(fields, values, [])
}

function checkMembers(
  fields: readonly ParameterField[],
  values: JsonObject,
  parents: readonly string[],
): readonly Problem[] {
  return fields.flatMap((field) => {
    const path = [...parents, field.name]
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined
    if (value === undefined) return field.required ? [invalid(field, path)] : []
    return checkValue(field, value, path)
  })
}

/** What is wrong with one value. */
export function checkValue(
  field: ParameterField,
  value: Json,
  path: readonly string[] = [field.name],
): readonly Problem[] {
  if (value === null) return field.nullable ? [] : [invalid(field, path)]
  if (field.kind === 'group') {
    return isObject(value)
      ? checkMembers(field.fields ?? [], value as JsonObject, path)
      : [invalid(field, path)]
  }
  if (!fits(field, value)) {
    return field.open && typeof value === 'object' ? [] : [invalid(field, path)]
  }
  if (field.kind === 'integer' && !Number.isSafeInteger(value))
    return [outOfRange(field, path, exactRange)]
  return inRange(field, value) ? [] : [outOfRange(field, path)]
}

export function invalid(field: ParameterField, path: readonly string[] = [field.name]): Problem {
  const name = path.join('.')
  return problem(`param-${name}`, 'parameter-invalid', { name, kind: field.kind })
}

export function outOfRange(
  field: ParameterField,
  path: readonly string[] = [field.name],
  range = rangeText(field),
): Problem {
  const name = path.join('.')
  return problem(`param-${name}`, 'parameter-range', { name, range })
}

function fits(field: ParameterField, value: Json): boolean {
  switch (field.kind) {
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return isNumber(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'string':
      return isString(value)
    case 'enum':
      return field.options?.some((option) => option.value === value) ?? false
    case 'string-list':
      return isListOf(value, isString)
    case 'number-list':
      return isListOf(value, isNumber)
    case 'json':
    case 'group':
      return true
  }
}

function inRange(field: ParameterField, value: Json): boolean {
  if (Array.isArray(value)) return value.length <= (field.maxItems ?? Infinity)
  if (typeof value !== 'number') return true
  const { minimum = -Infinity, maximum = Infinity } = field
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = field
  return (
    value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum
  )
}

/** What a number can be without being rounded. */
export const exactRange = `≤ ${Number.MAX_SAFE_INTEGER}`

/** The documented range as signs that need no translation, such as `> 0, ≤ 1`; `''` where there is none. */
export function rangeText(field: ParameterField): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, maxItems } = field
  const above = exclusiveMinimum !== undefined && exclusiveMinimum >= (minimum ?? -Infinity)
  const below = exclusiveMaximum !== undefined && exclusiveMaximum <= (maximum ?? Infinity)
  const parts = [
    above ? `> ${exclusiveMinimum}` : minimum !== undefined ? `≥ ${minimum}` : '',
    below ? `< ${exclusiveMaximum}` : maximum !== undefined ? `≤ ${maximum}` : '',
    maxItems === undefined ? '' : `≤ ${maxItems}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}
