import { isObject, isString, type Json, type JsonObject } from './json'

/** What an answer is to be, as the request said. */
export type Expectation =
  | { readonly kind: 'json'; readonly schema?: JsonObject }
  | { readonly kind: 'regex'; readonly pattern: string }

/** Something wrong in a value, or in a schema. */
export interface SchemaFault {
  /** JSON pointer (RFC 6901) to what is wrong; '' for the whole. */
  readonly path: string
  /** The keyword of JSON Schema that is broken, such as `type` or `required`; 'false' for what is not allowed at all. */
  readonly keyword: string
  /** What the schema asks for: the keyword's value, or the name of a missing member. */
  readonly expected?: Json
}

export type CheckedAnswer =
  | {
      readonly kind: 'json'
      readonly value: Json
      /** Empty for a valid answer, and where there is no schema. */
      readonly faults: readonly SchemaFault[]
      /** It stood in a Markdown code block, which no program expects. */
      readonly fenced: boolean
    }
  | {
      readonly kind: 'not-json'
      readonly message: string
      /** Counted from 1. */
      readonly line: number
      readonly column: number
      /** It is JSON whose end is missing; then with what it says so far. */
      readonly cut: boolean
      readonly value?: Json
    }
  | { readonly kind: 'regex'; readonly matches: boolean }
  /** The schema or the regular expression can't be used; the message is a library's or an engine's. */
  | { readonly kind: 'unusable'; readonly message: string }
  /** It took too long, as hostile regular expressions do. */
  | { readonly kind: 'too-long' }

/**
 * Reads `response_format` of a chat and `grammar` of text generation, also the names that TGI once had for them.
 * Undefined for free text, and for what is neither.
 */
export function expectationOf(format: unknown): Expectation | undefined {
  if (!isObject(format)) return undefined
  const { type, value, json_schema } = format
  switch (type) {
    case 'json_object':
      return { kind: 'json', schema: { type: 'object' } }
    case 'json_schema': {
      const config = isObject(json_schema) ? json_schema : isObject(value) ? value : {}
      return isObject(config.schema) ? withSchema(config.schema) : { kind: 'json' }
    }
    case 'json':
      return withSchema(schemaIn(value))
    case 'regex':
      return isString(value) ? { kind: 'regex', pattern: value } : undefined
    default:
      return undefined
  }
}

function withSchema(schema: unknown): Expectation {
  return isObject(schema) ? { kind: 'json', schema: schema as JsonObject } : { kind: 'json' }
}

/** TGI takes a schema as an object or as a text that holds one. */
function schemaIn(value: unknown): unknown {
  if (!isString(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** A member's name as part of a JSON pointer. */
export function pointerPart(name: string | number): string {
  return `/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`
}

/** The names that a JSON pointer leads through. */
export function pointerNames(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
}

/** The value that a JSON pointer leads to; undefined for none. */
export function atPointer(value: unknown, path: string): unknown {
  return pointerNames(path).reduce<unknown>((at, name) => {
    if (Array.isArray(at)) return at[Number(name)] as unknown
    return isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined
  }, value)
}
