import type { Json } from '../json'
import { problem, type Problem } from '../problem'
import { checkValue, exactRange, invalid, outOfRange } from './check'
import type { ParameterField } from './fields'
import { parseJsonText } from './json-text'

/** What a typed text means for a field. `empty`: the parameter is not sent. */
export type ParsedText =
  { readonly value: Json } | { readonly problem: Problem } | { readonly empty: true }

/**
 * Reads the text of a field. Numbers must be exact: what JavaScript would round to another integer, to zero or to
 * infinity is a problem. Lists of texts have one member a line, with `\n`, `\t`, `\\` for what a line can't hold; a
 * number list is separated by spaces or commas. Problems stand at `param-<path>`.
 */
export function parseFieldText(
  field: ParameterField,
  text: string,
  path: readonly string[] = [field.name],
): ParsedText {
  const isBlank = field.kind === 'string' ? text === '' : text.trim() === ''
  if (isBlank && !holdsBlank(field, text)) return { empty: true }
  if (field.nullable && text.trim() === 'null' && field.kind !== 'string') return { value: null }
  const read = readText(field, text, path)
  if ('problem' in read) return read
  const [wrong] = checkValue(field, read.value, path)
  return wrong ? { problem: wrong } : read
}

/** A line of spaces is a stop sequence like any other. */
function holdsBlank(field: ParameterField, text: string): boolean {
  return field.kind === 'string-list' && text.split('\n').some((line) => line !== '')
}

function readText(
  field: ParameterField,
  text: string,
  path: readonly string[],
): { value: Json } | { problem: Problem } {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return readNumber(field, text.trim(), path)
    case 'boolean':
      if (text === 'true' || text === 'false') return { value: text === 'true' }
      return { problem: invalid(field, path) }
    case 'string':
      return { value: text }
    case 'enum':
      return readChoice(field, text, path)
    case 'string-list':
      return {
        value: text
          .split('\n')
          .filter((line) => line !== '')
          .map(unescapeLine),
      }
    case 'number-list':
      return readNumbers(field, text, path)
    case 'json':
    case 'group':
      return readJson(text, path)
  }
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

function readNumber(
  field: ParameterField,
  text: string,
  path: readonly string[],
): { value: number } | { problem: Problem } {
  if (!decimal.test(text)) return { problem: invalid(field, path) }
  const value = Number(text)
  const [digits = ''] = text.split(/e/i)
  const vanished = value === 0 && /[1-9]/.test(digits)
  const rounded = Number.isInteger(value) && !Number.isSafeInteger(value) && /^[+-]?\d+$/.test(text)
  if (!Number.isFinite(value) || vanished || rounded)
    return { problem: outOfRange(field, path, exactRange) }
  return { value: Object.is(value, -0) ? 0 : value }
}

function readNumbers(
  field: ParameterField,
  text: string,
  path: readonly string[],
): { value: Json } | { problem: Problem } {
  if (/^\s*[[{]/.test(text)) return readJson(text, path)
  const numbers: number[] = []
  for (const part of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const read = readNumber(field, part, path)
    if ('problem' in read) return read
    numbers.push(read.value)
  }
  return { value: numbers }
}

function readChoice(
  field: ParameterField,
  text: string,
  path: readonly string[],
): { value: Json } | { problem: Problem } {
  const option = field.options?.find(({ value }) => String(value) === text)
  if (option) return { value: option.value }
  return field.open ? readJson(text, path) : { problem: invalid(field, path) }
}

function readJson(text: string, path: readonly string[]): { value: Json } | { problem: Problem } {
  const parsed = parseJsonText(text)
  if ('value' in parsed) return parsed
  return { problem: problem(`param-${path.join('.')}`, 'json-invalid', { ...parsed.error }) }
}

/** The text that stands in a field for a value, such that `parseFieldText` gives the value back. */
export function fieldText(field: ParameterField, value: Json | undefined): string {
  if (value === undefined) return ''
  if (field.kind === 'string') return typeof value === 'string' ? value : JSON.stringify(value)
  if (field.kind === 'string-list' && Array.isArray(value))
    return value.map((line) => escapeLine(String(line))).join('\n')
  if (field.kind === 'number-list' && Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
}

function escapeLine(line: string): string {
  return line.replace(/[\n\r\t\\]/g, (found) => escapes[found] ?? found)
}

function unescapeLine(line: string): string {
  return line.replace(/\\([nrt\\])/g, (escaped, letter: string) => {
    const plain = { n: '\n', r: '\r', t: '\t', '\\': '\\' }[letter]
    return plain ?? escaped
  })
}
