import { isListOf, isNumber, isObject, isString } from './json'

/** A word of a document with its place, from 0 to 1000 on both axes. */
export interface WordBox {
  readonly word: string
  readonly box: {
    readonly xmin: number
    readonly ymin: number
    readonly xmax: number
    readonly ymax: number
  }
}

/**
 * The words and boxes of `word_boxes`: pairs `[word, [left, top, right, bottom]]`, as services read them, or words and
 * boxes in turn, as the schema has it. Undefined for anything else.
 */
export function readWordBoxes(value: unknown): readonly WordBox[] | undefined {
  if (!Array.isArray(value)) return undefined
  const members = value as readonly unknown[]
  const pairs = members.some(isString) ? inTurn(members) : members
  const words = pairs?.map(readPair)
  return words && words.every((word) => word !== undefined) ? words : undefined
}

function inTurn(members: readonly unknown[]): readonly unknown[] | undefined {
  if (members.length % 2 === 1) return undefined
  return members.flatMap((word, index) => (index % 2 === 0 ? [[word, members[index + 1]]] : []))
}

function readPair(value: unknown): WordBox | undefined {
  const [word, edges] = isObject(value)
    ? [value.word ?? value.text, value.box]
    : Array.isArray(value)
      ? (value as readonly unknown[])
      : []
  if (!isString(word) || !isListOf(edges, isNumber) || edges.length !== 4) return undefined
  const [xmin = 0, ymin = 0, xmax = 0, ymax = 0] = edges
  return { word, box: { xmin, ymin, xmax, ymax } }
}
