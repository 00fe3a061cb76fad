import common from '#task-schemas/common-definitions.json'
import { isObject, isString } from '../json'

export type Schema = Readonly<Record<string, unknown>>

/** Members of the root that are the input itself, where a task has its parameters at the root. */
const inputNames = new Set(['inputs', 'messages', 'model', 'stream'])

/** The schema whose members are the task's parameters. */
export function parametersSchema(root: Schema): Schema {
  const properties = isObject(root.properties) ? root.properties : {}
  if (isObject(properties.parameters)) return merged(properties.parameters, root)
  return {
    ...root,
    properties: Object.fromEntries(
      Object.entries(properties).filter(([name]) => !inputNames.has(name)),
    ),
  }
}

/** A schema with parameters that the documentation names elsewhere than in its schema, as members of `parameters`. */
export function withParameters(root: Schema, more: Readonly<Record<string, Schema>>): Schema {
  const parameters = parametersSchema(root)
  const known = isObject(parameters.properties) ? parameters.properties : {}
  const properties = isObject(root.properties) ? root.properties : {}
  return {
    ...root,
    properties: {
      ...properties,
      parameters: { ...parameters, properties: { ...known, ...more } },
    },
  }
}

/**
 * A schema with its `$ref` and its `allOf` put into it; its own words win. References go to the same file or to
 * `common-definitions.json`. A reference that leads nowhere, or round in a circle, is left out.
 */
export function merged(schema: Schema, root: Schema, depth = 0): Schema {
  const { $ref: reference, allOf, ...own } = schema
  const parts = [
    ...(isString(reference) ? [target(reference, root)] : []),
    ...(Array.isArray(allOf) ? allOf : []),
  ].filter(isObject)
  if (depth > 16 || parts.length === 0) return own
  return Object.assign({}, ...parts.map((part) => merged(part, root, depth + 1)), own) as Schema
}

function target(reference: string, root: Schema): unknown {
  const [file = '', pointer = ''] = reference.split('#', 2)
  const document: unknown = file === '' ? root : file === common.$id ? common : undefined
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), document)
}
