import { isListOf, isNumber, isObject, isString, type Json, type JsonObject } from './json'
import { atPointer, pointerPart, type SchemaFault } from './json-schema'

export const schemaTypes = [
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'null',
] as const
export type SchemaType = (typeof schemaTypes)[number]

export function isSchemaType(value: unknown): value is SchemaType {
  return schemaTypes.some((type) => type === value)
}

const DEEPEST = 64

type Rule = (value: unknown, schema: Readonly<Record<string, unknown>>) => boolean

const isSchema: Rule = (value) => isObject(value) || typeof value === 'boolean'
const isMap: Rule = (value) =>
  isObject(value) &&
  Object.values(value).every((each) => isObject(each) || typeof each === 'boolean')
const isSchemas: Rule = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((each) => isSchema(each, {}))
const isCount: Rule = (value) => isNumber(value) && Number.isInteger(value) && value >= 0

/** What the value of a keyword has to be; keywords that are not here mean nothing to a checker, and may be anything. */
const rules: Readonly<Record<string, Rule>> = {
  type: (value) => isSchemaType(value) || (isListOf(value, isSchemaType) && value.length > 0),
  properties: isMap,
  patternProperties: isMap,
  $defs: isMap,
  definitions: isMap,
  required: (value, { properties }) =>
    isListOf(value, isString) &&
    // A name that is nowhere described is a slip of the pen more often than not.
    (!isObject(properties) || value.every((name) => Object.hasOwn(properties, name))),
  enum: (value) => Array.isArray(value) && value.length > 0,
  items: (value) => isSchema(value, {}) || isSchemas(value, {}),
  prefixItems: isSchemas,
  additionalProperties: isSchema,
  not: isSchema,
  anyOf: isSchemas,
  oneOf: isSchemas,
  allOf: isSchemas,
  minimum: isNumber,
  maximum: (value, { minimum }) => isNumber(value) && !(isNumber(minimum) && minimum > value),
  multipleOf: (value) => isNumber(value) && value > 0,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  pattern: (value) => isString(value) && isPattern(value),
  description: isString,
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}

/**
 * What is wrong in a schema itself: a keyword whose value it can't have, a reference that leads nowhere. `path` leads to
 * the keyword; `expected` holds what stands there.
 */
export function lintSchema(schema: JsonObject): readonly SchemaFault[] {
  return lint(schema, schema, '', 0)
}

function lint(schema: unknown, root: JsonObject, path: string, depth: number): SchemaFault[] {
  if (!isObject(schema) || depth > DEEPEST) return []
  const own = Object.entries(schema).flatMap(([keyword, value]): SchemaFault[] => {
    const rule = Object.hasOwn(rules, keyword) ? rules[keyword] : undefined
    const lost = keyword === '$ref' && (!isString(value) || leadsNowhere(value, root))
    if (!lost && (rule === undefined || rule(value, schema))) return []
    return [{ path: path + pointerPart(keyword), keyword, expected: value as Json }]
  })
  return [...own, ...inner(schema).flatMap(([at, each]) => lint(each, root, path + at, depth + 1))]
}

function leadsNowhere(reference: string, root: JsonObject): boolean {
  if (!reference.startsWith('#/')) return reference !== '#'
  return atPointer(root, reference.slice(1)) === undefined
}

/** The schemas inside a schema, with the way there. */
function inner(schema: Readonly<Record<string, unknown>>): (readonly [string, unknown])[] {
  const maps = ['properties', 'patternProperties', '$defs', 'definitions']
  const singles = ['items', 'additionalProperties', 'not', 'anyOf', 'oneOf', 'allOf', 'prefixItems']
  return [
    ...maps.flatMap((keyword) =>
      isObject(schema[keyword])
        ? Object.entries(schema[keyword]).map(
            ([name, each]) => [`/${keyword}${pointerPart(name)}`, each] as const,
          )
        : [],
    ),
    ...singles.flatMap((keyword) => {
      const value = schema[keyword]
      return Array.isArray(value)
        ? value.map((each: unknown, index) => [`/${keyword}/${index}`, each] as const)
        : [[`/${keyword}`, value] as const]
    }),
  ]
}
