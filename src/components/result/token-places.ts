import { tokenCells, type TokenCell } from '@/core/token-cells'
import type { Token, TokenBlocks, TokenChoice } from '@/core/tokens'

/** A cell with what stands before it. */
export interface PlacedCell {
  readonly cell: TokenCell
  /** Of its first token, from 1. */
  readonly number: number
  /** The text of all cells before it. */
  readonly before: string
}

/** The cell that a `data-cell` names, `BLOCK:PLACE`; undefined where there is none any more. */
export function cellAt(blocks: TokenBlocks, name: string): PlacedCell | undefined {
  const [block = -1, place = -1] = name.split(':').map(Number)
  const cells = tokenCells(blocks[block] ?? [])
  const cell = cells[place]
  if (!cell) return undefined
  const earlier = [...blocks.slice(0, block).flatMap(tokenCells), ...cells.slice(0, place)]
  return {
    cell,
    number: 1 + earlier.reduce((sum, { tokens }) => sum + tokens.length, 0),
    before: earlier.map(({ text }) => text).join(''),
  }
}

export interface OfferedChoice {
  readonly choice: TokenChoice
  /** It is what was written. */
  readonly own: boolean
  /** One can go on with it: it is a text, and no part of a character. */
  readonly usable: boolean
}

/** What stood or could have stood at a cell, the likeliest first; the cell itself is always among them. */
export function choicesOf({ tokens, text, logprob, special }: TokenCell): readonly OfferedChoice[] {
  const [first] = tokens
  const alternatives = first?.alternatives ?? []
  const others = alternatives
    .filter((choice) => !(first && sameChoice(choice, first)))
    .map((choice) => ({ choice, own: false, usable: isText(choice) }))
  const own: TokenChoice = { ...first, text: special ? (first?.text ?? '') : text, logprob }
  const itself = {
    choice: tokens.length === 1 && first ? first : withoutBytes(own),
    own: true,
    usable: !special && text !== '' && !text.includes('\ufffd'),
  }
  const score = ({ choice }: OfferedChoice) => choice.logprob ?? -Infinity
  return [itself, ...others].sort((a, b) => score(b) - score(a))
}

const withoutBytes = ({ text, logprob }: TokenChoice): TokenChoice => ({ text, logprob })

const isText = ({ text, bytes }: TokenChoice) =>
  text !== '' && bytes === undefined && !/^(?:<\|?[\w/-]+\|?>|\[[A-Z]+\])$/.test(text)

function sameChoice(choice: TokenChoice, token: Token): boolean {
  if (choice.id !== undefined && token.id !== undefined) return choice.id === token.id
  return choice.text === token.text && String(choice.bytes) === String(token.bytes)
}
