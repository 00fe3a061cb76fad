import { isListOf, isNumber, isObject, isString, type Json } from '../json'
import { merged, parametersSchema, type Schema } from './schema'

export type ParameterKind =
  | 'integer'
  | 'number'
  | 'boolean'
  | 'string'
  | 'enum'
  | 'string-list'
  | 'number-list'
  | 'json'
  | 'group'

export interface ParameterOption {
  readonly value: Json
  readonly description?: string
}

/** One documented parameter. */
export interface ParameterField {
  readonly name: string
  readonly kind: ParameterKind
  /** The documentation's own words, with Markdown links. */
  readonly description?: string
  /** What a service uses when nothing is sent; missing where the documentation names none, or null. */
  readonly default?: Json
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  /** For lists. */
  readonly maxItems?: number
  /** For `enum`. */
  readonly options?: readonly ParameterOption[]
  /** Values of other shapes are documented beside this kind, such as the object form of `tool_choice`. */
  readonly open?: boolean
  /** For `group`. */
  readonly fields?: readonly ParameterField[]
  readonly nullable: boolean
  readonly required: boolean
}

/** A field that holds a value itself, with the names that lead to it. */
export interface ParameterLeaf {
  readonly field: ParameterField
  readonly path: readonly string[]
  /** The name, or the dotted path where another leaf has the same name. */
  readonly id: string
}

/**
 * The fields of a documented input schema (`#task-schemas/<task>/spec/input.json`): the members of `parameters`, or,
 * where a task has its parameters at the root, all root members but the input itself. `hidden` names stay out.
 * Anything that is no such schema gives no fields.
 */
export function parameterFields(
  schema: unknown,
  hidden: readonly string[] = [],
): readonly ParameterField[] {
  if (!isObject(schema)) return []
  return members(parametersSchema(schema), schema).filter(({ name }) => !hidden.includes(name))
}

/** All fields that hold a value, groups flattened, in the order of the documentation. */
export function parameterLeaves(fields: readonly ParameterField[]): readonly ParameterLeaf[] {
  const found = paths(fields, [])
  const names = found.map(({ field }) => field.name)
  return found.map(({ field, path }) => {
    const clashes = path.length > 1 && names.filter((name) => name === field.name).length > 1
    return { field, path, id: clashes ? path.join('.') : field.name }
  })
}

function paths(
  fields: readonly ParameterField[],
  parents: readonly string[],
): { field: ParameterField; path: readonly string[] }[] {
  return fields.flatMap((field) => {
    const path = [...parents, field.name]
    return field.kind === 'group' ? paths(field.fields ?? [], path) : [{ field, path }]
  })
}

function members(schema: Schema, root: Schema): readonly ParameterField[] {
  const properties = isObject(schema.properties) ? schema.properties : {}
  const required = isListOf(schema.required, isString) ? schema.required : []
  return Object.entries(properties).map(([name, member]) =>
    fieldOf(name, merged(isObject(member) ? member : {}, root), root, required.includes(name)),
  )
}

function fieldOf(name: string, schema: Schema, root: Schema, required: boolean): ParameterField {
  const shape = shapeOf(schema, root)
  const fallback = typedDefault(schema.default, shape.kind)
  return {
    name,
    ...shape,
    ...(isString(schema.description) ? { description: schema.description.trim() } : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...limitsOf(schema),
    nullable: schema.nullable === true || typesOf(schema).includes('null'),
    required,
  }
}

type Shape = Pick<ParameterField, 'kind' | 'options' | 'open' | 'fields'>

function shapeOf(schema: Schema, root: Schema): Shape {
  const alternatives = [schema.oneOf, schema.anyOf].find(Array.isArray)
  if (Array.isArray(schema.enum)) return choice(optionsOf(schema))
  if (alternatives) return alternativesShape(alternatives, root)
  const types = typesOf(schema).filter((type) => type !== 'null')
  const [type] = types
  if (types.length > 1) return { kind: 'json' }
  switch (type) {
    case 'integer':
    case 'number':
    case 'boolean':
    case 'string':
      return { kind: type }
    case 'array':
      return listShape(schema, root)
    default: {
      const fields = members(schema, root)
      return fields.length > 0 ? { kind: 'group', fields } : { kind: 'json' }
    }
  }
}

/** Constants and enums among the alternatives are options; what else is allowed leaves the choice open. */
function alternativesShape(alternatives: readonly unknown[], root: Schema): Shape {
  const resolved = alternatives.filter(isObject).map((each) => merged(each, root))
  const others = resolved.filter((each) => optionsOf(each).length === 0 && each.type !== 'null')
  const options = resolved.flatMap(optionsOf)
  if (options.length > 0) return choice(options, others.length > 0)
  const [only] = others
  return only && others.length === 1 ? shapeOf(only, root) : { kind: 'json' }
}

function choice(options: readonly ParameterOption[], open = false): Shape {
  return open ? { kind: 'enum', options, open } : { kind: 'enum', options }
}

function optionsOf(schema: Schema): readonly ParameterOption[] {
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : []
  const described = isString(schema.description) && values.length === 1
  return values.map((value) =>
    described
      ? { value: value as Json, description: schema.description as string }
      : { value: value as Json },
  )
}

function listShape(schema: Schema, root: Schema): Shape {
  const items = merged(isObject(schema.items) ? schema.items : {}, root)
  if (items.type === 'string') return { kind: 'string-list' }
  if (items.type !== 'number' && items.type !== 'integer') return { kind: 'json' }
  // `logit_bias` is a list of numbers by its schema and an object by its words: services take the object.
  const open = isString(schema.description) && /accepts a json object/i.test(schema.description)
  return open ? { kind: 'number-list', open } : { kind: 'number-list' }
}

function typesOf(schema: Schema): readonly string[] {
  if (isString(schema.type)) return [schema.type]
  return isListOf(schema.type, isString) ? schema.type : []
}

/** Defaults are partly written as strings ("null", "false", "1024"): they get the field's own type. */
function typedDefault(raw: unknown, kind: ParameterKind): Json | undefined {
  if (raw === undefined || raw === null || raw === 'null') return undefined
  if (!isString(raw) || kind === 'string' || kind === 'enum') return raw as Json
  try {
    return JSON.parse(raw) as Json
  } catch {
    return raw
  }
}

const limitNames = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'maxItems',
] as const

function limitsOf(schema: Schema): Partial<Pick<ParameterField, (typeof limitNames)[number]>> {
  return Object.fromEntries(
    limitNames.filter((name) => isNumber(schema[name])).map((name) => [name, schema[name]]),
  )
}
