import { cellNumber } from '@/core/cell-number'
import { hasHan, wordsOf } from '../tokens'
import type { Column } from './read'
import { isNumeric } from './read'

const stop = new Set(
  'the a an of in on at by for to with is are was were do does did has have had what which who whom whose where when how many much that this there it and or its from than all any each total number'.split(
    ' ',
  ),
)
const stem = (word: string) =>
  word.length > 3 ? word.replace(/(?:ies|y)$/, 'i').replace(/e?s$/, '') : word

/** The stems of a text's words that mean something. */
export function stems(text: string): Set<string> {
  const words = wordsOf(text.toLowerCase()).map((word) => word.text)
  return new Set(words.filter((word) => !stop.has(word)).map(stem))
}

/** 0..1: how much of a name's words the question has. */
export function nameScore(name: string, query: string): number {
  if (name.trim() === '') return 0
  if (hasHan(name)) return query.includes(name) ? 1 : 0
  const own = stems(name)
  const asked = stems(query)
  if (own.size === 0) return 0
  return [...own].filter((word) => asked.has(word)).length / own.size
}

/** A question, read once for all cells. */
interface Asked {
  readonly lower: string
  readonly numbers: ReadonlySet<number | undefined>
}

/** The question names this cell: all its words, standing together, or its number. */
function cellIsNamed(cell: string, { lower, numbers }: Asked): boolean {
  const text = cell.trim().toLowerCase()
  if (text === '') return false
  const number = cellNumber(text)
  if (number !== undefined) return numbers.has(number)
  if (!lower.includes(text)) return false
  if (hasHan(text)) return true
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}s?(?![\\p{L}\\p{N}])`, 'u').test(lower)
}

const bounds: readonly (readonly [RegExp, (cell: number, bound: number) => boolean])[] = [
  [
    /(?:more than|over|above|greater than|larger than|at least|超过|大于|高于|多于)\s*\$?([\d.,]+)/i,
    (cell, bound) => cell > bound,
  ],
  [
    /(?:less than|fewer than|under|below|smaller than|少于|小于|低于)\s*\$?([\d.,]+)/i,
    (cell, bound) => cell < bound,
  ],
]

/** A number bound in the question, such as "more than 30". */
export function boundOf(query: string): ((cell: number) => boolean) | undefined {
  for (const [pattern, holds] of bounds) {
    const bound = cellNumber(pattern.exec(query)?.[1]?.replace(/[.,]$/, '') ?? '')
    if (bound !== undefined)
      return (cell) => holds(cell, bound) || (cell === bound && /at least/i.test(query))
  }
  return undefined
}

/** Rows that hold a cell which the question names, and the columns of those cells. */
export function namedRows(columns: readonly Column[], query: string) {
  const byColumn = new Map<number, number[]>()
  const numbers = new Set(wordsOf(query).map((word) => cellNumber(word.text)))
  const asked = { lower: query.toLowerCase(), numbers }
  for (const [index, column] of columns.entries()) {
    const rows = column.cells.flatMap((cell, row) => (cellIsNamed(cell, asked) ? [row] : []))
    if (rows.length > 0) byColumn.set(index, rows)
  }
  const lists = [...byColumn.values()]
  const first = lists[0] ?? []
  const common = first.filter((row) => lists.every((rows) => rows.includes(row)))
  const rows = common.length > 0 ? common : [...new Set(lists.flat())].sort((a, b) => a - b)
  return { rows, columns: new Set(byColumn.keys()) }
}

/** The column that the question is about, those that only name rows last, `without` never; undefined when none is named. */
export function namedColumn(
  columns: readonly Column[],
  query: string,
  aside: ReadonlySet<number>,
  without: ReadonlySet<number> = new Set(),
): number | undefined {
  const scored = columns
    .map((column, index) => ({
      index,
      score: nameScore(column.name, query) - (aside.has(index) ? 0.4 : 0),
    }))
    .filter(({ index, score }) => score > 0.2 && !without.has(index))
    .sort((one, other) => other.score - one.score)
  return scored[0]?.index
}

/** A column that sorts of things are asked by when the question names none: the first with numbers. */
export function firstNumeric(columns: readonly Column[]): number | undefined {
  const index = columns.findIndex(isNumeric)
  return index < 0 ? undefined : index
}
