import { isObject, type Json, type JsonObject } from './json'

/** Every object with all of its properties required and no others allowed, as services want it of strict schemas. */
export function strictSchema(schema: JsonObject): JsonObject {
  const inside = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, insideOf(keyword, value)]),
  )
  const { properties } = inside
  if (!isObject(properties)) return inside
  return { ...inside, required: Object.keys(properties), additionalProperties: false }
}

function insideOf(keyword: string, value: Json): Json {
  if (['properties', '$defs', 'definitions'].includes(keyword) && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([name, each]) => [name, strictly(each)]),
    )
  }
  if (keyword === 'items') return strictly(value)
  if (!['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(keyword)) return value
  return Array.isArray(value) ? value.map(strictly) : value
}

const strictly = (value: Json) => (isObject(value) ? strictSchema(value as JsonObject) : value)

export function isStrict(schema: JsonObject): boolean {
  return JSON.stringify(sorted(strictSchema(schema))) === JSON.stringify(sorted(schema))
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const entries = Object.entries(value as JsonObject).sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  return Object.fromEntries(
    entries.map(([name, each]) => [
      name,
      name === 'required' && Array.isArray(each) ? [...each].sort() : sorted(each),
    ]),
  )
}
