import { isObject } from '@/core/json'
import { SandboxError } from '@/core/sandbox'
import { readColumns, type Column } from '../table/read'

/** Reads `{data: {column: [values]}}`; at least one row. Throws SandboxError 422 for anything else. */
export function readData(inputs: unknown): readonly Column[] {
  const columns = readColumns(isObject(inputs) ? inputs.data : undefined, '`inputs.data`')
  if (columns[0]?.cells.length === 0) throw new SandboxError('`inputs.data` has no rows')
  return columns
}

export const isFilled = (cell: string) => cell.trim() !== ''

/** Texts that repeat can be compared or counted as classes; names and numbers that are each unique can't. */
export function distinct(cells: readonly string[]): readonly string[] {
  return [...new Set(cells.filter(isFilled).map((cell) => cell.trim()))]
}
