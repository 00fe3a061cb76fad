import { isObject, isString, type Json } from '@/core/json'
import { SandboxError } from '@/core/sandbox'
import type { Random } from '../random'
import { makeInstance } from './fill'
import { textOfPattern } from './pattern'

/** What `response_format` of a chat or `grammar` of text generation asks for. */
export type AnswerFormat =
  | { readonly kind: 'object' }
  | { readonly kind: 'schema'; readonly schema: Readonly<Record<string, unknown>> }
  | { readonly kind: 'regex'; readonly pattern: string }

const refuse = (rule: string): never => {
  throw new SandboxError(`Input validation error: ${rule}`)
}

/** Reads both fields, under every name that is documented. Undefined for free text; throws SandboxError 422. */
export function readFormat(value: unknown, field: string): AnswerFormat | undefined {
  if (value === undefined || value === null) return undefined
  if (!isObject(value)) return refuse(`\`${field}\` must be an object`)
  switch (value.type) {
    case 'text':
      return undefined
    case 'json_object':
      return { kind: 'object' }
    case 'json_schema': {
      const config = isObject(value.json_schema) ? value.json_schema : value.value
      if (!isObject(config))
        return refuse(`\`${field}\` needs \`json_schema\` with name and schema`)
      return isObject(config.schema)
        ? { kind: 'schema', schema: config.schema }
        : { kind: 'object' }
    }
    case 'json':
      return { kind: 'schema', schema: schemaIn(value.value, field) }
    case 'regex':
      return isString(value.value)
        ? { kind: 'regex', pattern: value.value }
        : refuse(`\`${field}.value\` must be a regular expression`)
    default:
      return refuse(`\`${field}.type\` is not known`)
  }
}

/** A schema as an object, or as a text that holds one. */
function schemaIn(value: unknown, field: string): Readonly<Record<string, unknown>> {
  let schema = value
  try {
    if (isString(value)) schema = JSON.parse(value)
  } catch {
    return refuse(`\`${field}.value\` is no JSON`)
  }
  return isObject(schema) ? schema : refuse(`\`${field}.value\` must be a JSON schema`)
}

/**
 * A text in the format, made by rules from what was asked: an instance of the schema, or a text that the regular
 * expression matches. `said` is what would be answered in words. Throws SandboxError for what the rules can't follow.
 */
export function writeFormatted(
  format: AnswerFormat,
  asked: string,
  random: Random,
  said = '',
): string {
  switch (format.kind) {
    case 'regex':
      return textOfPattern(format.pattern, random)
    case 'schema':
      return JSON.stringify(makeInstance(format.schema, asked, random, said))
    case 'object':
      return JSON.stringify(objectFor(asked, random, said))
  }
}

/** With the keys that the question names, else with the answer in words. */
function objectFor(asked: string, random: Random, said: string): Json {
  const list =
    /\b(?:keys?|fields?|properties)\b:?\s+([\w\s,"'`]+)|(?:字段|键)[:：为是有]*\s*([\w\s,、，和"'`]+)/i.exec(
      asked,
    )
  const names = (list?.[1] ?? list?.[2] ?? '')
    .split(/\s*(?:,|、|，|\band\b|和)\s*/)
    .map((name) => name.replace(/["'`]/g, '').trim().split(/\s+/)[0] ?? '')
    .filter((name) => /^\w+$/.test(name))
  if (names.length === 0) return { answer: said }
  const text = asked.replace(list?.[0] ?? '', '')
  const properties = Object.fromEntries(names.map((name) => [name, {}]))
  return makeInstance({ type: 'object', properties, required: names }, text, random, said)
}
