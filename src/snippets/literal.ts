import type { Filled } from '@/core/slots'
import { javascriptString, pythonString } from './quote'

/** A piece of code that stands in a literal as it is. */
export class Code {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Value = Filled<Code>

/** How a language writes data. */
export interface Syntax {
  readonly indent: string
  readonly string: (text: string) => string
  readonly key: (name: string) => string
  readonly words: { readonly null: string; readonly true: string; readonly false: string }
}

export const javascript: Syntax = {
  indent: '  ',
  string: javascriptString,
  key(name) {
    // As a plain key it would set the object's prototype.
    if (name === '__proto__') return '["__proto__"]'
    return /^[A-Za-z_$][\w$]*$/.test(name) ? name : javascriptString(name)
  },
  words: { null: 'null', true: 'true', false: 'false' },
}

export const python: Syntax = {
  indent: '    ',
  string: pythonString,
  key: pythonString,
  words: { null: 'None', true: 'True', false: 'False' },
}

const WIDTH = 80

/**
 * A value as source text: on one line where it fits, else a member a line. `depth` is the indentation of the line
 * that it starts on. Numbers that JSON can't express become null, as in JSON.
 */
export function literal(value: Value, syntax: Syntax, depth = 0): string {
  const line = flat(value, syntax)
  const fits = line.length + depth * syntax.indent.length <= WIDTH
  return fits ? line : expanded(value, syntax, depth)
}

/** The same with a member a line, also when it would fit on one. */
export function expanded(value: Value, syntax: Syntax, depth = 0): string {
  if (value instanceof Code || typeof value !== 'object' || value === null)
    return flat(value, syntax)
  const member = (inner: Value) => literal(inner, syntax, depth + 1)
  const lines = isList(value)
    ? value.map(member)
    : Object.entries(value).map(([key, inner]) => `${syntax.key(key)}: ${member(inner)}`)
  const [open, close] = isList(value) ? '[]' : '{}'
  return lines.length === 0 ? `${open}${close}` : `${open}${block(lines, syntax, depth)}${close}`
}

/** Members a line each, indented one step further than `depth`, with a comma after each. */
export function block(lines: readonly string[], { indent }: Syntax, depth = 0): string {
  const inner = indent.repeat(depth + 1)
  return `\n${lines.map((line) => `${inner}${line},\n`).join('')}${indent.repeat(depth)}`
}

function flat(value: Value, syntax: Syntax): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return syntax.string(value)
  if (typeof value === 'boolean') return value ? syntax.words.true : syntax.words.false
  if (value === null) return syntax.words.null
  if (typeof value === 'number')
    return Number.isFinite(value) ? JSON.stringify(value) : syntax.words.null
  if (isList(value)) return `[${value.map((member) => flat(member, syntax)).join(', ')}]`
  const members = Object.entries(value).map(
    ([key, member]) => `${syntax.key(key)}: ${flat(member, syntax)}`,
  )
  if (members.length === 0) return '{}'
  return syntax === javascript ? `{ ${members.join(', ')} }` : `{${members.join(', ')}}`
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}
