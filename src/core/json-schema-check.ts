import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import { isObject, isString, type Json, type JsonObject } from './json'
import {
  atPointer,
  pointerNames,
  pointerPart,
  type CheckedAnswer,
  type Expectation,
  type SchemaFault,
} from './json-schema'
import { parseJsonText } from './parameters/json-text'
import { readPartialJson } from './partial-json'

/** Brings the validator with it: import it where an answer is checked, and run it where it may take its time. */
export function checkAnswer(text: string, expected: Expectation): CheckedAnswer {
  if (expected.kind === 'regex') return checkPattern(text, expected.pattern)
  const fenced = /^\s*```(?:json)?[ \t]*\n([\s\S]*?)\n?```\s*$/i.exec(text)?.[1]
  const json = fenced ?? text
  const parsed = parseJsonText(json)
  if ('error' in parsed) {
    const begun = readPartialJson(json)
    const cut = begun && !begun.whole
    return {
      kind: 'not-json',
      ...parsed.error,
      cut: Boolean(cut),
      ...(cut && { value: begun.value }),
    }
  }
  const { value } = parsed
  try {
    const faults = expected.schema ? validate(value, expected.schema) : []
    return { kind: 'json', value, faults, fenced: fenced !== undefined }
  } catch (error) {
    return { kind: 'unusable', message: messageOf(error) }
  }
}

/** A grammar binds the whole text, not a part of it. */
function checkPattern(text: string, pattern: string): CheckedAnswer {
  try {
    return { kind: 'regex', matches: new RegExp(`^(?:${pattern})$`, 'u').test(text) }
  } catch (error) {
    return { kind: 'unusable', message: messageOf(error) }
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0]?.slice(0, 300) ?? ''
}

/** Faults of a value, at the innermost place that says what is wrong. Throws for a schema that can't be used. */
export function validate(value: Json, schema: JsonObject): readonly SchemaFault[] {
  // The validator writes marks into the schema that it is given.
  const own = JSON.parse(JSON.stringify(schema)) as Schema
  const { errors } = new Validator(own, draftOf(schema), false).validate(value)
  const kept = errors.filter(
    (error) => !errors.some((other) => other !== error && hides(other, error)),
  )
  const faults = kept.map((error) => faultOf(error, schema))
  const seen = new Set<string>()
  return faults.filter((fault) => {
    const key = JSON.stringify(fault)
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}

function draftOf({ $schema }: JsonObject): '4' | '7' | '2019-09' | '2020-12' {
  const named = isString($schema) ? /draft-0?([47])\b|(2019-09)/.exec($schema) : null
  return (named?.[1] ?? named?.[2] ?? '2020-12') as '4' | '7' | '2019-09' | '2020-12'
}

/** Of alternatives only that none fits is said; of members only what is wrong inside. */
const asAWhole = ['anyOf', 'oneOf', 'not', 'if', 'contains', 'propertyNames']

function hides(other: OutputUnit, error: OutputUnit): boolean {
  const below = (inner: string, outer: string) => inner.startsWith(`${outer}/`)
  if (asAWhole.includes(other.keyword)) return below(error.keywordLocation, other.keywordLocation)
  if (asAWhole.includes(error.keyword)) return false
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
    return other.keyword === 'false' && below(other.instanceLocation, error.instanceLocation)
  }
  return below(other.keywordLocation, error.keywordLocation)
}

function faultOf(
  { keyword, keywordLocation, instanceLocation, error }: OutputUnit,
  schema: JsonObject,
) {
  const path = pathOf(instanceLocation)
  if (keyword === 'required') {
    const name = /"(.*)"\.$/s.exec(error)?.[1]
    return name === undefined ? { path, keyword } : { path, keyword, expected: name }
  }
  const expected = followed(schema, pathOf(keywordLocation))
  return expected === undefined || keyword === 'false'
    ? { path, keyword }
    : { path, keyword, expected: expected as Json }
}

/** `#/a%20b` as a JSON pointer. */
function pathOf(location: string): string {
  const path = location.replace(/^#/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What stands at a place in the schema, through its references. */
function followed(schema: JsonObject, path: string): unknown {
  let at: unknown = schema
  for (const name of pointerNames(path)) {
    if (name === '$ref' && isObject(at) && isString(at.$ref)) {
      if (!at.$ref.startsWith('#')) return undefined
      at = atPointer(schema, pathOf(at.$ref))
    } else at = atPointer(at, pointerPart(name))
  }
  return at
}
