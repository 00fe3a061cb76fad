import { cellNumber } from '@/core/cell-number'
import { isNumeric, type Column } from '../table/read'
import { distinct } from './read'

/** Beyond this many, features are left out: the work grows with their square. */
const MOST_FEATURES = 48

/**
 * The rows as points, a list of numbers each. Columns of numbers are standardised (mean 0, deviation 1) and an empty
 * cell stands at the mean; columns of texts that repeat become a 0 or 1 per text; other texts, such as names, are left out.
 */
export function pointsOf(columns: readonly Column[]): readonly (readonly number[])[] {
  const features = columns.flatMap(featuresOf).slice(0, MOST_FEATURES)
  const rows = columns[0]?.cells.length ?? 0
  return Array.from({ length: rows }, (_, row) => features.map((feature) => feature[row] ?? 0))
}

function featuresOf(column: Column): readonly (readonly number[])[] {
  if (isNumeric(column)) return [standardised(column.cells.map(cellNumber))]
  const texts = distinct(column.cells)
  if (texts.length < 2 || texts.length * 2 > column.cells.length) return []
  return texts.map((text) => column.cells.map((cell) => (cell.trim() === text ? 1 : 0)))
}

/** Mean 0 and deviation 1 over the numbers that there are; what is missing is 0. */
export function standardised(values: readonly (number | undefined)[]): readonly number[] {
  const known = values.filter((value) => value !== undefined)
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const variance =
    known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length)
  const deviation = Math.sqrt(variance)
  return values.map((value) =>
    value === undefined || deviation === 0 ? 0 : (value - mean) / deviation,
  )
}
