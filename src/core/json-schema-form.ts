import { isListOf, isObject, isString, type Json, type JsonObject } from './json'
import { isSchemaType, type SchemaType } from './json-schema-lint'

/** A member of an object as a form shows it. The schema stays the truth: what a form can't show is left as it is. */
export interface SchemaMember {
  readonly name: string
  /** Undefined where the schema says it another way: with `anyOf`, `$ref`, several types, or not at all. */
  readonly type: SchemaType | undefined
  readonly description: string
  readonly required: boolean
  /** Choices of a text; undefined where they are not all texts, or none are told. */
  readonly choices: readonly string[] | undefined
  readonly schema: JsonObject
}

/** The members of an object's schema, in their order. */
export function membersOf(schema: JsonObject): readonly SchemaMember[] {
  const required = isListOf(schema.required, isString) ? schema.required : []
  return Object.entries(propertiesOf(schema)).map(([name, value]) => {
    const member = isObject(value) ? (value as JsonObject) : {}
    const { type, description } = member
    return {
      name,
      type: isSchemaType(type) ? type : undefined,
      description: isString(description) ? description : '',
      required: required.includes(name),
      choices: isListOf(member.enum, isString) ? member.enum : undefined,
      schema: member,
    }
  })
}

/** Adds a text of a free name. */
export function withNewMember(schema: JsonObject): JsonObject {
  const properties = propertiesOf(schema)
  let name = 'field'
  for (let count = 2; Object.hasOwn(properties, name); count++) name = `field_${count}`
  return { ...schema, type: 'object', properties: { ...properties, [name]: { type: 'string' } } }
}

export function withoutMember(schema: JsonObject, name: string): JsonObject {
  const kept = Object.entries(propertiesOf(schema)).filter(([each]) => each !== name)
  return withRequired({ ...schema, properties: Object.fromEntries(kept) }, name, false)
}

/** In its place. Undefined for a blank name, and for one that another member has. */
export function renameMember(
  schema: JsonObject,
  name: string,
  next: string,
): JsonObject | undefined {
  const properties = propertiesOf(schema)
  if (next.trim() === '' || (next !== name && Object.hasOwn(properties, next))) return undefined
  const renamed = Object.entries(properties).map(([each, value]) => [
    each === name ? next : each,
    value,
  ])
  const required = isListOf(schema.required, isString) ? schema.required : undefined
  return {
    ...schema,
    properties: Object.fromEntries(renamed) as JsonObject,
    ...(required && { required: required.map((each) => (each === name ? next : each)) }),
  }
}

export function withMember(schema: JsonObject, name: string, member: JsonObject): JsonObject {
  return { ...schema, properties: { ...propertiesOf(schema), [name]: member } }
}

export function withRequired(schema: JsonObject, name: string, required: boolean): JsonObject {
  const before = isListOf(schema.required, isString) ? schema.required : []
  const others = before.filter((each) => each !== name)
  if (required) return { ...schema, required: before.includes(name) ? before : [...before, name] }
  return others.length > 0 ? { ...schema, required: others } : without(schema, 'required')
}

/** Another type: what only the old one means goes, what both understand stays. */
export function withType(schema: JsonObject, type: SchemaType): JsonObject {
  const { description, title } = schema
  const told = {
    ...(description === undefined ? {} : { description }),
    ...(title === undefined ? {} : { title }),
  }
  const numbers = ['number', 'integer']
  if (numbers.includes(type) && isString(schema.type) && numbers.includes(schema.type)) {
    return { ...schema, type }
  }
  if (type === 'object') return { type, ...told, properties: {} }
  if (type === 'array') return { type, ...told, items: { type: 'string' } }
  return { type, ...told }
}

/** Sets a keyword; undefined and '' take it out. */
export function withKeyword(
  schema: JsonObject,
  keyword: string,
  value: Json | undefined,
): JsonObject {
  return value === undefined || value === ''
    ? without(schema, keyword)
    : { ...schema, [keyword]: value }
}

function without(schema: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([each]) => each !== keyword))
}

function propertiesOf(schema: JsonObject): JsonObject {
  return isObject(schema.properties) ? (schema.properties as JsonObject) : {}
}
