import { isEmpty, isObject, type Json, type JsonObject } from '../json'

/** The value at a path of names; undefined where nothing is set. */
export function valueAt(values: JsonObject, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, name) => (isObject(at) && Object.hasOwn(at, name) ? (at[name] as Json) : undefined),
    values,
  )
}

/** A copy with the value set at the path, or taken out when undefined; groups left empty go too. */
export function withValueAt(
  values: JsonObject,
  path: readonly string[],
  value: Json | undefined,
): JsonObject {
  const [name, ...rest] = path
  if (name === undefined) return values
  const { [name]: current, ...others } = values
  if (rest.length === 0) {
    if (value === undefined) return others
    return current === undefined ? { ...others, [name]: value } : { ...values, [name]: value }
  }
  const group = withValueAt(isObject(current) ? (current as JsonObject) : {}, rest, value)
  return isEmpty(group) ? others : { ...values, [name]: group }
}
