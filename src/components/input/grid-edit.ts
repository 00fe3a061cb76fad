import type { Grid } from '@/core/table'

/** Changes to a grid: each gives a new one and shares the rows that did not change. Indexes count from 0. */

export function setCell(grid: Grid, row: number, column: number, text: string): Grid {
  const before = grid.rows[row]
  if (!before || before[column] === text) return grid
  return { ...grid, rows: replaced(grid.rows, row, withCell(before, column, text)) }
}

export function renameColumn(grid: Grid, column: number, name: string): Grid {
  if (grid.columns[column] === name) return grid
  return { ...grid, columns: withCell(grid.columns, column, name) }
}

/** An empty row of full length before `at`. */
export function addRow(grid: Grid, at: number): Grid {
  return {
    ...grid,
    rows: inserted(
      grid.rows,
      at,
      grid.columns.map(() => ''),
    ),
  }
}

export function removeRow(grid: Grid, row: number): Grid {
  return { ...grid, rows: without(grid.rows, row) }
}

/** A column before `at`; rows that are too short to reach it stay as they are. */
export function addColumn(grid: Grid, at: number, name: string): Grid {
  const rows = grid.rows.map((row) => (row.length < at ? row : inserted(row, at, '')))
  return { columns: inserted(grid.columns, at, name), rows }
}

export function removeColumn(grid: Grid, column: number): Grid {
  const rows = grid.rows.map((row) => without(row, column))
  return { columns: without(grid.columns, column), rows }
}

/**
 * Writes a block of cells with its upper left corner at a place, as a spreadsheet does; rows and columns are added
 * where the block goes beyond the grid.
 * @param row from 0, or -1 for the names of the columns
 * @param name gives the name of an added column by its index
 */
export function spread(
  grid: Grid,
  row: number,
  column: number,
  block: readonly (readonly string[])[],
  name: (column: number) => string,
): Grid {
  const width = Math.max(
    grid.columns.length,
    column + Math.max(0, ...block.map((cells) => cells.length)),
  )
  const added = width - grid.columns.length
  const columns = Array.from({ length: width }, (_, at) => grid.columns[at] ?? name(at))
  const height = Math.max(grid.rows.length, row + block.length)
  const rows = Array.from({ length: height }, (_, at) => {
    const cells = grid.rows[at] ?? grid.columns.map(() => '')
    const full =
      cells.length === grid.columns.length ? [...cells, ...Array<string>(added).fill('')] : cells
    return (block[at - row] ?? []).reduce(
      (line, text, offset) => withCell(line, column + offset, text),
      full,
    )
  })
  const names = row < 0 ? (block[0] ?? []) : []
  return {
    columns: names.reduce<readonly string[]>(
      (line, text, offset) => withCell(line, column + offset, text),
      columns,
    ),
    rows,
  }
}

/** A name that no column has: the words given by `name` for the first free number. */
export function freeName(columns: readonly string[], name: (number: number) => string): string {
  let number = columns.length + 1
  while (columns.includes(name(number))) number += 1
  return name(number)
}

function withCell(line: readonly string[], at: number, text: string): readonly string[] {
  const filled =
    at < line.length ? line : [...line, ...Array<string>(at - line.length + 1).fill('')]
  return replaced(filled, at, text)
}

function replaced<T>(list: readonly T[], at: number, item: T): readonly T[] {
  const copy = [...list]
  copy[at] = item
  return copy
}

function inserted<T>(list: readonly T[], at: number, item: T): readonly T[] {
  return [...list.slice(0, at), item, ...list.slice(at)]
}

function without<T>(list: readonly T[], at: number): readonly T[] {
  return [...list.slice(0, at), ...list.slice(at + 1)]
}
