import type { Json } from '../json'

/** Where a JSON text goes wrong; line and column count from 1. */
export interface JsonError {
  /** The engine's or our own words, in English. */
  readonly message: string
  /** The same without words: the text around the place, marked ‹?›, or how a number would be changed. */
  readonly excerpt: string
  readonly line: number
  readonly column: number
}

/**
 * Parses JSON and says where it goes wrong, which engines' own messages do not always. An integer that JavaScript
 * would round is an error too: it would be sent as another number.
 */
export function parseJsonText(text: string): { value: Json } | { error: JsonError } {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (error) {
    const offset = scan(text)?.offset ?? text.length
    return {
      error: { message: messageOf(error), excerpt: around(text, offset), ...place(text, offset) },
    }
  }
  const inexact = scan(text)
  if (!inexact) return { value }
  const { offset, token } = inexact
  const message = `${token} can't be held exactly`
  return {
    error: { message, excerpt: `${token} ≠ ${BigInt(Number(token))}`, ...place(text, offset) },
  }
}

function place(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** A few characters of the same line on either side. */
function around(text: string, offset: number): string {
  const before =
    text
      .slice(Math.max(0, offset - 16), offset)
      .split('\n')
      .at(-1) ?? ''
  const after = text.slice(offset, offset + 12).split('\n', 1)[0] ?? ''
  return `${before}‹?›${after}`
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // Engines add the place, some in offsets: it is told apart from the message.
  return message
    .replace(/ (?:in JSON )?at (?:position|line) \d.*$/s, '')
    .replace(/^JSON\.parse: /, '')
}

const token =
  /[ \t\r\n]*([{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y

type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next' | 'end'

/** The first token that JSON does not allow there, or an integer that is not exact. */
function scan(text: string): { offset: number; token: string } | undefined {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  token.lastIndex = 0
  for (;;) {
    const start = token.lastIndex
    const word = token.exec(text)?.[1]
    if (word === undefined)
      return expected === 'end' && text.slice(start).trim() === ''
        ? undefined
        : faultAt(text, start)
    const following = step(expected, word, open)
    if (!following || inexact(word)) return { offset: token.lastIndex - word.length, token: word }
    expected = following
  }
}

function faultAt(text: string, start: number): { offset: number; token: string } {
  const blank = /^[ \t\r\n]*/.exec(text.slice(start))?.[0].length ?? 0
  return { offset: start + blank, token: '' }
}

/** What may follow, or undefined where the word is not allowed. */
function step(expected: Expected, word: string, open: ('{' | '[')[]): Expected | undefined {
  const inner = open.at(-1)
  const closes = (word === '}' && inner === '{') || (word === ']' && inner === '[')
  const mayClose =
    expected === 'next' ||
    (expected === 'first-value' && word === ']') ||
    (expected === 'first-key' && word === '}')
  if (closes && mayClose) {
    open.pop()
    return open.length === 0 ? 'end' : 'next'
  }
  if (expected === 'next' && word === ',') return inner === '{' ? 'key' : 'value'
  if (expected === 'colon') return word === ':' ? 'value' : undefined
  if (expected === 'key' || expected === 'first-key')
    return word.startsWith('"') ? 'colon' : undefined
  if (expected !== 'value' && expected !== 'first-value') return undefined
  if (word === '{' || word === '[') {
    open.push(word)
    return word === '{' ? 'first-key' : 'first-value'
  }
  if (/^[}\],:]/.test(word)) return undefined
  return open.length === 0 ? 'end' : 'next'
}

function inexact(word: string): boolean {
  return /^-?\d{16,}$/.test(word) && !Number.isSafeInteger(Number(word))
}
