import type { FilledInput, Given, GivenBody } from '../given-body'
import { withoutMedia } from '../given-body'
import { isObject, type Json, type JsonObject } from '../json'
import { isMediaFile } from '../media'

/**
 * A task's input out of a documented body, by the names of its empty input: `{inputs: text}`, `{inputs: {question,
 * context}}`, a file for the one field that holds a file, `hidden` parameters that are inputs of the page. What stands
 * beside `inputs` counts as parameters. Undefined where a name or a kind of value does not fit.
 */
export function fillByNames<Input>(
  empty: Input,
  given: GivenBody,
  hidden: readonly string[] = [],
): FilledInput<Input> | undefined {
  if (!isObject(empty)) return undefined
  const named = given.file ? fileField(empty, given.file) : namedValues(empty, given)
  if (!named) return undefined
  const moved = Object.entries(given.parameters).filter(
    ([key, value]) => hidden.includes(key) && key in empty && alike(empty[key], value),
  )
  const own = new Set(moved.map(([key]) => key))
  const kept = Object.entries(given.parameters).filter(([key]) => !own.has(key))
  const beside = Object.entries(given.rest).filter(([key]) => !(key in named))
  const plain = withoutMedia(Object.fromEntries(beside)) as JsonObject | undefined
  if (!plain) return undefined
  return {
    input: { ...empty, ...named, ...Object.fromEntries(moved) } as Input,
    parameters: { ...Object.fromEntries(kept), ...plain },
  }
}

type Named = Record<string, Given>

function namedValues(empty: Record<string, unknown>, given: GivenBody): Named | undefined {
  const { inputs, rest } = given
  if (inputs === undefined) {
    const named = Object.entries(rest).filter(
      ([key, value]) => key in empty && alike(empty[key], value),
    )
    return named.length > 0 ? Object.fromEntries(named) : undefined
  }
  if (isMediaFile(inputs)) return fileField(empty, inputs)
  if (isObject(inputs)) {
    const entries = Object.entries(inputs as Readonly<Record<string, Given>>)
    const fits = entries.every(([key, value]) => key in empty && alike(empty[key], value))
    return fits && entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
  return 'inputs' in empty && alike(empty.inputs, inputs) ? { inputs } : undefined
}

/** The one field that holds a file. */
function fileField(empty: Record<string, unknown>, file: Given): Named | undefined {
  const fields = Object.entries(empty).filter(([, value]) => value === null)
  const [field] = fields
  return field && fields.length === 1 ? { [field[0]]: file } : undefined
}

function alike(empty: unknown, value: Given | Json): boolean {
  if (empty === null) return isMediaFile(value)
  if (Array.isArray(empty))
    return Array.isArray(value) && value.every((each) => typeof each === 'string')
  // Fields that hold an object are not on the wire as they are on the page.
  return typeof empty !== 'object' && typeof empty === typeof value
}
