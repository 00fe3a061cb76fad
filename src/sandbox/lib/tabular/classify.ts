import { cellNumber } from '@/core/cell-number'
import type { Prediction } from '@/core/predictions'
import { SandboxError } from '@/core/sandbox'
import { isNumeric, type Column } from '../table/read'
import { pointsOf, standardised } from './points'
import { distinct, isFilled } from './read'

const NEIGHBOURS = 3

/**
 * A class for each row. Where the last column tells the classes of some rows, these keep theirs, and the others get that of
 * the three rows nearest to them in the other columns; where it tells all (texts that repeat), each row is told by the
 * others, which shows how well that works. Numbers stay numbers. Else nothing is known of any class: the
 * columns of numbers are standardised and averaged, and the rows parted by thirds into "low", "medium" and "high".
 */
export function classify(columns: readonly Column[]): readonly Prediction[] {
  const last = columns.at(-1)
  const others = columns.slice(0, -1)
  if (!last || others.length === 0 || !tellsClasses(last)) return thirds(columns)
  const classes = nearestClasses(pointsOf(others), last.cells)
  return last.cells.every((cell) => !isFilled(cell) || cellNumber(cell) !== undefined)
    ? classes.map((each) => cellNumber(each) ?? each)
    : classes
}

/** Some rows have it and others lack it, or all have it and it holds texts that repeat. */
function tellsClasses(column: Column): boolean {
  const known = column.cells.filter(isFilled).length
  if (known === 0) return false
  const classes = distinct(column.cells).length
  return known < column.cells.length || (!isNumeric(column) && classes >= 2 && classes * 2 <= known)
}

function nearestClasses(
  points: readonly (readonly number[])[],
  classes: readonly string[],
): readonly string[] {
  const known = classes.flatMap((cell, row) => (isFilled(cell) ? [row] : []))
  return points.map((point, row) => {
    const own = (classes[row] ?? '').trim()
    if (own !== '' && known.length < classes.length) return own
    const nearest: { distance: number; name: string }[] = []
    for (const other of known) {
      const there = points[other]
      if (other === row || !there) continue
      const distance = squaredDistance(point, there)
      const worst = nearest.at(-1)
      if (worst && nearest.length === NEIGHBOURS && distance >= worst.distance) continue
      nearest.push({ distance, name: (classes[other] ?? '').trim() })
      nearest.sort((one, two) => one.distance - two.distance)
      if (nearest.length > NEIGHBOURS) nearest.pop()
    }
    return voted(nearest) ?? own
  })
}

/** The class with most weight; a nearer row weighs more. */
function voted(nearest: readonly { distance: number; name: string }[]): string | undefined {
  const weights = new Map<string, number>()
  for (const { distance, name } of nearest)
    weights.set(name, (weights.get(name) ?? 0) + 1 / (distance + 1e-9))
  return [...weights].sort((one, two) => two[1] - one[1])[0]?.[0]
}

function squaredDistance(one: readonly number[], other: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += ((one[at] ?? 0) - (other[at] ?? 0)) ** 2
  return sum
}

function thirds(columns: readonly Column[]): readonly string[] {
  const numeric = columns.filter(isNumeric)
  const rows = columns[0]?.cells.length ?? 0
  if (numeric.length === 0) throw new SandboxError('There is no column of numbers to go by')
  const features = numeric.map(({ cells }) => standardised(cells.map(cellNumber)))
  const sums = Array.from({ length: rows }, (_, row) =>
    features.reduce((sum, feature) => sum + (feature[row] ?? 0), 0),
  )
  const sorted = [...sums].sort((one, other) => one - other)
  return sums.map((sum) => {
    const below = sorted.indexOf(sum)
    const rank = (below + (sorted.lastIndexOf(sum) - below + 1) / 2) / rows
    return rank < 1 / 3 ? 'low' : rank > 2 / 3 ? 'high' : 'medium'
  })
}
