import { isListOf, isNumber, isObject, isString, type Json } from '@/core/json'
import { atPointer } from '@/core/json-schema'
import { SandboxError } from '@/core/sandbox'
import type { Random } from '../random'
import { cluesOf, type Clues } from './clues'
import { fittingText, foundText } from './texts'
import { choice, mentions, numberOf, truth } from './values'

type Schema = Readonly<Record<string, unknown>>

/** How a value is made: from what a text says, by rules. */
export interface Filling {
  readonly root: Schema
  readonly clues: Clues
  readonly random: Random
  /** Fields that need not be there are filled only where the text says something of them. */
  readonly sparing: boolean
}

const DEEPEST = 8
const MOST_ITEMS = 20

/** An instance of a JSON schema, filled with what a text says. `said` is what would be answered in words. */
export function makeInstance(schema: unknown, text: string, random: Random, said = ''): Json {
  if (!isObject(schema)) throw new SandboxError('Grammar error: the schema must be an object')
  const filling = { root: schema, clues: cluesOf(text, said), random, sparing: false }
  return fill(schema, '', true, filling, 0) ?? null
}

/** Undefined for a field that is not needed and of which nothing is said. */
export function fill(
  given: unknown,
  name: string,
  required: boolean,
  filling: Filling,
  depth: number,
): Json | undefined {
  const schema = resolved(given, filling, 0)
  if (depth > DEEPEST) return required ? null : undefined
  if ('const' in schema) return schema.const as Json
  if (Array.isArray(schema.enum)) return choice(schema.enum as Json[], required, filling)
  switch (typeOf(schema)) {
    case 'object':
      return objectOf(schema, filling, depth)
    case 'array':
      return listOf(schema, name, required, filling, depth)
    case 'integer':
    case 'number':
      return numberOf(schema, name, required, filling)
    case 'boolean':
      return truth(name, required, filling)
    case 'null':
      return null
    default:
      return text(schema, name, required, filling)
  }
}

function resolved(given: unknown, filling: Filling, hops: number): Schema {
  if (!isObject(given) || hops > 20) return {}
  const { $ref, allOf, anyOf, oneOf } = given
  if (isString($ref)) {
    const target = $ref === '#' ? filling.root : atPointer(filling.root, $ref.replace(/^#/, ''))
    if (!isObject(target)) throw new SandboxError(`Grammar error: \`${$ref}\` leads nowhere`)
    return { ...resolved(target, filling, hops + 1), ...given, $ref: undefined }
  }
  if (Array.isArray(allOf)) {
    const parts = allOf.map((part) => resolved(part, filling, hops + 1))
    return parts.reduce<Schema>(joined, { ...given, allOf: undefined })
  }
  const options: unknown = anyOf ?? oneOf
  if (!Array.isArray(options)) return given
  const first = options.find((option) => isObject(option) && option.type !== 'null') ?? options[0]
  return joined(
    { ...given, anyOf: undefined, oneOf: undefined },
    resolved(first, filling, hops + 1),
  )
}

function joined(one: Schema, other: Schema): Schema {
  const properties = { ...objectAt(one.properties), ...objectAt(other.properties) }
  const required = [...namesAt(one.required), ...namesAt(other.required)]
  const members = Object.keys(properties).length > 0 ? { properties, required } : {}
  return { ...one, ...other, ...members }
}

const objectAt = (value: unknown): Schema => (isObject(value) ? value : {})
const namesAt = (value: unknown) => (isListOf(value, isString) ? value : [])

function typeOf({ type, properties, items }: Schema): unknown {
  const told: unknown = Array.isArray(type) ? type.find((each) => each !== 'null') : type
  return told ?? (properties ? 'object' : items ? 'array' : 'string')
}

function objectOf(schema: Schema, filling: Filling, depth: number): Json {
  const required = namesAt(schema.required)
  const properties = {
    ...Object.fromEntries(required.map((name) => [name, {}])),
    ...objectAt(schema.properties),
  }
  const members = Object.entries(properties).flatMap(([name, member]): [string, Json][] => {
    const needed = required.includes(name) || (!filling.sparing && depth < 3)
    const value = fill(member, name, needed, filling, depth + 1)
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(members)
}

function listOf(schema: Schema, name: string, required: boolean, filling: Filling, depth: number) {
  const least = isNumber(schema.minItems) ? schema.minItems : 0
  const most = Math.min(isNumber(schema.maxItems) ? schema.maxItems : 3, MOST_ITEMS)
  const items = resolved(schema.items, filling, 0)
  if (least > MOST_ITEMS)
    throw new SandboxError(`Grammar error: \`minItems\` of ${least} is too many`)
  if (depth >= DEEPEST - 1) return []
  const found = foundItems(items, name, filling, depth).slice(0, Math.max(most, least))
  if (found.length === 0 && !required) return undefined
  const wanted = Math.max(least, filling.sparing || most === 0 ? 0 : 1)
  while (found.length < wanted) found.push(fill(items, name, true, filling, depth + 1) ?? null)
  return schema.uniqueItems === true ? distinct(found) : found
}

/** One item for each thing that the text names: numbers, mentioned choices, clauses, things of a list. */
function foundItems(items: Schema, name: string, filling: Filling, depth: number): Json[] {
  const { clues } = filling
  if (Array.isArray(items.enum))
    return items.enum.filter((each) => mentions(clues.text, each)) as Json[]
  switch (typeOf(items)) {
    case 'integer':
    case 'number':
      return clues.numbers.map(({ value }) => value)
    case 'object':
      return clausesOf(clues.text).map(
        (clause) =>
          fill(items, name, true, { ...filling, clues: cluesOf(clause, clues.said) }, depth + 1) ??
          null,
      )
    case 'string':
      return clues.things.length > 1 ? [...clues.things] : []
    default:
      return []
  }
}

export function clausesOf(given: string): string[] {
  return given
    .split(
      /\s*(?:[;；。.?？!！\n]+(?=\s|$|\p{Script=Han})|，然后|，再|\band then\b|,?\s+\band\b\s+|，|、|和)\s*/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .slice(0, MOST_ITEMS)
}

function distinct(values: readonly Json[]): Json[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]))
  return [...seen.values()]
}

function text(schema: Schema, name: string, required: boolean, { clues, random }: Filling) {
  const found = foundText(name, schema, clues)
  if (found === undefined && !required) return undefined
  return fittingText(found ?? clues.quoted[0] ?? (clues.topic || 'sandbox'), schema, random)
}
