import { cellNumber } from '@/core/cell-number'
import { boundOf, firstNumeric, namedColumn, namedRows } from './match'
import { isNumeric, type Column } from './read'

export type Aggregator = 'NONE' | 'COUNT' | 'SUM' | 'AVERAGE'

export interface TableAnswer {
  readonly answer: string
  readonly coordinates: readonly (readonly [row: number, column: number])[]
  readonly cells: readonly string[]
  readonly aggregator: Aggregator
}

const asks = {
  most: /\b(?:most|highest|largest|biggest|greatest|maximum|max|longest|oldest|tallest|top|best|latest)\b|最多|最大|最高|最长/i,
  least:
    /\b(?:least|lowest|smallest|fewest|minimum|min|shortest|youngest|cheapest|earliest)\b|最少|最小|最低|最短/i,
  average: /\b(?:average|mean)\b|平均/i,
  sum: /\b(?:total|sum|altogether|combined|in all)\b|总共|总和|一共|合计/i,
  count: /\bhow many\b|\bcount\b|\bnumber of\b|多少个|几个|有多少/i,
}

/** Answers a question by the words and numbers that it shares with the table. */
export function answerTable(query: string, columns: readonly Column[]): TableAnswer {
  const rowCount = columns[0]?.cells.length ?? 0
  const named = namedRows(columns, query)
  const asked = namedColumn(columns, query, named.columns)
  const bound = boundOf(query)
  const numeric = numericColumn(columns, query)
  const all = Array.from({ length: rowCount }, (_, row) => row)
  const scope = named.rows.length > 0 ? named.rows : all
  const rows = bound && numeric !== undefined ? filterRows(columns, numeric, bound, all) : scope

  const extreme = asks.most.test(query) ? 1 : asks.least.test(query) ? -1 : 0
  if (extreme !== 0 && numeric !== undefined) {
    const best = extremeRow(columns[numeric], rows, extreme)
    const wanted = thingColumn(columns, query, numeric)
    return best === undefined ? nothing() : select(columns, [best], wanted, 'NONE')
  }
  if (asks.average.test(query) && numeric !== undefined)
    return select(columns, rows, numeric, 'AVERAGE')
  if (asks.sum.test(query) && numeric !== undefined) return select(columns, rows, numeric, 'SUM')
  if (asks.count.test(query)) {
    // "How many stars does X have" asks for a cell, "how many people live in X" counts rows.
    const value = !bound && asked !== undefined && named.rows.length > 0 && columns[asked]
    if (value && isNumeric(value)) return select(columns, rows, asked ?? 0, 'NONE')
    return select(columns, rows, thingColumn(columns, query, bound ? (numeric ?? -1) : -1), 'COUNT')
  }
  if (bound) return select(columns, rows, thingColumn(columns, query, numeric ?? -1), 'NONE')
  if (named.rows.length === 0)
    return asked === undefined ? nothing() : select(columns, all, asked, 'NONE')
  const other = columns.findIndex((_, index) => !named.columns.has(index))
  return select(columns, rows, asked ?? Math.max(0, other), 'NONE')
}

/** The numbers that the question is about: a named column of numbers, else the first of them. */
function numericColumn(columns: readonly Column[], query: string): number | undefined {
  const texts = columns.flatMap((column, index) => (isNumeric(column) ? [] : [index]))
  return namedColumn(columns, query, new Set(), new Set(texts)) ?? firstNumeric(columns)
}

const filterRows = (
  columns: readonly Column[],
  numeric: number,
  holds: (cell: number) => boolean,
  rows: readonly number[],
) =>
  rows.filter((row) => {
    const number = cellNumber(columns[numeric]?.cells[row] ?? '')
    return number !== undefined && holds(number)
  })

function extremeRow(
  column: Column | undefined,
  rows: readonly number[],
  direction: number,
): number | undefined {
  let best: { row: number; value: number } | undefined
  for (const row of rows) {
    const number = cellNumber(column?.cells[row] ?? '')
    if (number === undefined) continue
    const value = number * direction
    if (!best || value > best.value) best = { row, value }
  }
  return best?.row
}

/** The column that holds what is asked for: one that the question names, else the first of texts, else `numeric`. */
function thingColumn(columns: readonly Column[], query: string, numeric: number): number {
  // "What is the highest price" wants the number itself.
  const wantsNumber =
    numeric >= 0 && /\bwhat (?:is|was) the (?:most|least|\w+est|max\w*|min\w*)\b/i.test(query)
  if (wantsNumber) return numeric
  const named = namedColumn(columns, query, new Set([numeric]))
  if (named !== undefined && named !== numeric) return named
  const texts = columns.findIndex((column, index) => index !== numeric && !isNumeric(column))
  return texts >= 0 ? texts : Math.max(0, numeric)
}

function select(
  columns: readonly Column[],
  rows: readonly number[],
  column: number,
  aggregator: Aggregator,
): TableAnswer {
  const cells = rows.map((row) => columns[column]?.cells[row] ?? '')
  const list = cells.join(', ')
  return {
    answer: aggregator === 'NONE' ? list : `${aggregator} > ${list}`,
    coordinates: rows.map((row) => [row, column] as const),
    cells,
    aggregator,
  }
}

const nothing = (): TableAnswer => ({ answer: '', coordinates: [], cells: [], aggregator: 'NONE' })
