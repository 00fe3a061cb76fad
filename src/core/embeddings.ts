import { toCsv } from './delimited'
import { isListOf, isNumber, isObject, type Json } from './json'
import { jsonOf } from './parse'
import { UnreadableReply, type Reply } from './reply'
import { meanOf, type Vector } from './vectors'

/** What a model made of one text. */
export interface TextEmbedding {
  readonly text: string
  /** `sentence`: one vector for the text. `token`: one for each token, in their order. */
  readonly level: 'sentence' | 'token'
  /** At least one, all of the same length of at least one; exactly one for `sentence`. */
  readonly rows: readonly Vector[]
}

/** One vector for the text: its own, or the mean of its tokens'. */
export function sentenceVector({ rows }: TextEmbedding): Vector {
  const [only] = rows
  return only && rows.length === 1 ? only : meanOf(rows)
}

/**
 * Reads the embeddings of `texts`, in their order: number[] for one text, number[][] for several or for the tokens of
 * one, deeper lists for the tokens of several, each also as {embeddings} or, by OpenAI's protocol, {data: [{embedding}]}.
 * Throws UnreadableReply for anything else, also for other dimensions from text to text.
 */
export function readEmbeddings(
  reply: Reply,
  texts: readonly string[],
  expected: string,
): readonly TextEmbedding[] {
  const found = membersOf(unwrapped(jsonOf(reply, expected)), texts.length)?.map(rowsOf)
  const dimensions = found?.[0]?.[0]?.length
  const read = texts.map((text, at): TextEmbedding | undefined => {
    const rows = found?.[at]
    if (!rows || rows.some((row) => row.length !== dimensions)) return undefined
    return { text, level: rows.length === 1 ? 'sentence' : 'token', rows }
  })
  if (read.length > 0 && read.every((each) => each !== undefined)) return read
  throw new UnreadableReply(expected)
}

function unwrapped(value: unknown): unknown {
  if (!isObject(value)) return value
  if (value.embeddings !== undefined) return value.embeddings
  if (!isListOf(value.data, isObject)) return undefined
  const place = (entry: Record<string, unknown>, at: number) =>
    isNumber(entry.index) ? entry.index : at
  return value.data
    .map((entry, at) => ({ at: place(entry, at), embedding: entry.embedding }))
    .sort((one, other) => one.at - other.at)
    .map(({ embedding }) => embedding)
}

/** The part of each text. Lists of one around the whole are seen through. */
function membersOf(value: unknown, count: number): readonly unknown[] | undefined {
  if (count === 1) return [value]
  if (!Array.isArray(value)) return undefined
  if (value.length === count) return value
  return value.length === 1 ? membersOf(value[0], count) : undefined
}

/** A vector, or a list of vectors, within any number of lists of one. */
function rowsOf(value: unknown): readonly Vector[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  if (isVector(value)) return [value]
  if (isListOf(value, isVector)) return value
  return value.length === 1 ? rowsOf(value[0]) : undefined
}

function isVector(value: unknown): value is number[] {
  return isListOf(value, isNumber) && value.length > 0
}

/** A vector with its name, as it is shown and saved. */
export interface NamedVector {
  readonly name: string
  readonly vector: Vector
}

/** `[{text, embedding}]`. */
export function vectorsJson(vectors: readonly NamedVector[]): string {
  const lines = vectors.map(({ name, vector }) =>
    JSON.stringify({ text: name, embedding: vector } satisfies Json),
  )
  return `[\n${lines.join(',\n')}\n]\n`
}

/** A line for each vector: its name, then its numbers in columns named by their place from 0. */
export function vectorsCsv(vectors: readonly NamedVector[]): string {
  const places = (vectors[0]?.vector ?? []).map((_, index) => index)
  return toCsv([['text', ...places], ...vectors.map(({ name, vector }) => [name, ...vector])])
}
