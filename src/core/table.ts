import { isObject } from './json'
import { limits } from './limits'
import { problem, type Problem } from './problem'
import type { Table } from './results'

/**
 * A table while it is edited: rows may be ragged and columns may share a name, so that nothing typed or pasted is lost.
 * A cell that a short row has not got counts as empty once the table is sent.
 */
export interface Grid {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const emptyGrid: Grid = { columns: [], rows: [] }

/**
 * The grid of `{column: [cells]}` as a person or a library wrote it; numbers, booleans and null become text, columns of
 * different length become ragged rows. Undefined for anything else.
 */
export function fromRecord(record: unknown): Grid | undefined {
  if (!isObject(record)) return undefined
  const columns = Object.keys(record)
  const cells = Object.values(record)
  if (!cells.every((column) => Array.isArray(column))) return undefined
  const height = Math.max(0, ...cells.map((column) => column.length))
  const rows = Array.from({ length: height }, (_, row) => {
    const filled = Math.max(...cells.map((column, at) => (row < column.length ? at + 1 : 0)))
    return cells.slice(0, filled).map((column) => cellText(column[row]))
  })
  return { columns, rows }
}

/** The table as it is sent. Of columns that share a name the last one counts: `gridProblems` says so before. */
export function toRecord({ columns, rows }: Grid): Table {
  return Object.fromEntries(
    columns.map((name, column) => [name, rows.map((row) => row[column] ?? '')]),
  )
}

/** The grid of rows read from CSV; the first row names the columns. Rows without any text are left out. */
export function fromCsvRows(read: readonly (readonly string[])[]): Grid {
  const [columns = [], ...rows] = read.filter((row) => row.some((cell) => cell.trim() !== ''))
  return { columns: columns.map((name) => name.trim()), rows }
}

/** What keeps a grid from being sent: the first problem of each kind. Rows and columns count from 1. */
export function gridProblems(field: string, { columns, rows }: Grid): readonly Problem[] {
  if (columns.length === 0 || rows.length === 0) return [problem(field, 'table-missing')]
  const cells = columns.length * rows.length
  const empty = columns.findIndex((name) => name.trim() === '')
  const twice = columns.find((name, at) => name.trim() !== '' && columns.indexOf(name) < at)
  const ragged = rows.findIndex((row) => row.length !== columns.length)
  return [
    ...(cells > limits.tableCells
      ? [problem(field, 'table-too-large', { cells, limit: limits.tableCells })]
      : []),
    ...(empty >= 0 ? [problem(field, 'table-empty-column', { column: empty + 1 })] : []),
    ...(twice !== undefined ? [problem(field, 'table-duplicate-column', { name: twice })] : []),
    ...(ragged >= 0
      ? [
          problem(field, 'table-ragged', {
            row: ragged + 1,
            found: rows[ragged]?.length ?? 0,
            expected: columns.length,
          }),
        ]
      : []),
  ]
}

/**
 * The grid's column for each column of the table as it is sent. JSON objects put names that are whole numbers first, so
 * that `2019` and `2020` may stand elsewhere than on the page.
 */
export function sentColumns(grid: Grid): readonly number[] {
  return Object.keys(toRecord(grid)).map((name) => grid.columns.lastIndexOf(name))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}
