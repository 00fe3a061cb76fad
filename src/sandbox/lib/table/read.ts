import { cellNumber } from '@/core/cell-number'
import { isObject } from '@/core/json'
import { SandboxError } from '@/core/sandbox'

export interface Column {
  readonly name: string
  readonly cells: readonly string[]
}

/** Reads `{query, table}`. Throws SandboxError 422 for ragged columns and the like. */
export function readTable(inputs: unknown): { query: string; columns: readonly Column[] } {
  const fields = isObject(inputs) ? inputs : {}
  const { query, table } = fields
  if (typeof query !== 'string' || query.trim() === '') {
    throw new SandboxError('`inputs.query` must be a question')
  }
  const columns = readColumns(table, '`inputs.table`')
  return { query, columns }
}

/**
 * Reads `{column: [cells]}`; numbers and null become text.
 * @param field its name in the words of an error
 * @throws SandboxError 422 for ragged columns and the like
 */
export function readColumns(table: unknown, field: string): readonly Column[] {
  if (!isObject(table) || Object.keys(table).length === 0) {
    throw new SandboxError(`${field} must be {column: [cells]} with at least one column`)
  }
  const columns = Object.entries(table).map(([name, cells]): Column => {
    if (!Array.isArray(cells)) throw new SandboxError(`Column "${name}" must be a list of cells`)
    return { name, cells: cells.map((cell) => (cell === null ? '' : String(cell))) }
  })
  const rows = columns[0]?.cells.length ?? 0
  const ragged = columns.find(({ cells }) => cells.length !== rows)
  if (ragged) {
    throw new SandboxError(
      `All columns must have the same number of cells: "${ragged.name}" has ${ragged.cells.length}, not ${rows}`,
    )
  }
  return columns
}

/** Most of the cells are numbers. */
export function isNumeric({ cells }: Column): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const numbers = filled.filter((cell) => cellNumber(cell) !== undefined)
  return numbers.length > 0 && numbers.length * 2 > filled.length
}
