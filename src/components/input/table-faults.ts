import type { ProblemCode } from '@/core/problem'
import type { Grid } from '@/core/table'
import type { Place } from './table-keys'

/** Where the first fault of a kind is; undefined for faults of the table as a whole. */
export function faultPlace(code: ProblemCode, { columns, rows }: Grid): Place | undefined {
  const found = (row: number, column: number) => (column < 0 ? undefined : { row, column })
  if (code === 'table-empty-column')
    return found(
      -1,
      columns.findIndex((name) => name.trim() === ''),
    )
  if (code === 'table-duplicate-column')
    return found(
      -1,
      columns.findIndex((name, at) => name.trim() !== '' && columns.indexOf(name) < at),
    )
  if (code !== 'table-ragged') return undefined
  const row = rows.findIndex((cells) => cells.length !== columns.length)
  return row < 0 ? undefined : { row, column: Math.min(rows[row]?.length ?? 0, columns.length) }
}

/** Rows that lack cells at their end; 0 where others have too many, which filling up would not mend. */
export function shortRows({ columns, rows }: Grid): number {
  if (rows.some((cells) => cells.length > columns.length)) return 0
  return rows.filter((cells) => cells.length < columns.length).length
}

/** The grid with empty cells at the end of its short rows. */
export function filledUp({ columns, rows }: Grid): Grid {
  return {
    columns,
    rows: rows.map((cells) =>
      cells.length < columns.length ? columns.map((_, at) => cells[at] ?? '') : cells,
    ),
  }
}

/** Columns with neither a name nor a filled cell, such as a comma at the end of each line of CSV makes. */
export function blankColumns({ columns, rows }: Grid): readonly number[] {
  return columns.flatMap((name, at) =>
    name.trim() === '' && rows.every((cells) => isBlank(cells[at])) ? [at] : [],
  )
}

/** The grid without its blank columns. */
export function withoutBlank(grid: Grid): Grid {
  const blank = new Set(blankColumns(grid))
  const kept = (line: readonly string[]) => line.filter((_, at) => !blank.has(at))
  return { columns: kept(grid.columns), rows: grid.rows.map(kept) }
}

/** Names of columns in which no cell is filled: they can be sent, but may not be meant. */
export function unfilledColumns({ columns, rows }: Grid): readonly string[] {
  if (rows.length === 0) return []
  return columns.filter(
    (name, at) => name.trim() !== '' && rows.every((cells) => isBlank(cells[at])),
  )
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === ''
}
