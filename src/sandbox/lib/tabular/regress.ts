import { cellNumber } from '@/core/cell-number'
import { SandboxError } from '@/core/sandbox'
import { isNumeric, type Column } from '../table/read'
import { leastSquares } from './least-squares'
import { pointsOf } from './points'

/**
 * A number for each row: the last column of numbers by least squares from the other columns. Rows that lack it are told
 * from the rows that have it; those that have it get what the fit says, which shows how well it fits.
 */
export function regress(columns: readonly Column[]): readonly number[] {
  const target = columns.findLast(isNumeric)
  if (!target) throw new SandboxError('There is no column of numbers to predict')
  const others = columns.filter((column) => column !== target)
  const points = others.length === 0 ? target.cells.map(() => []) : pointsOf(others)
  return leastSquares(points, target.cells.map(cellNumber))
}
