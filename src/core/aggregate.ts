import { cellNumber } from './cell-number'

/** How the cells of an answer become one value. `NONE` takes them as they are. */
export const aggregators = ['NONE', 'SUM', 'COUNT', 'AVERAGE'] as const
export type Aggregator = (typeof aggregators)[number]

export interface Aggregate {
  /** Null where there is no number to compute with. */
  readonly value: number | null
  /** Cells that show no number, and so are left out. Always 0 for `COUNT`. */
  readonly skipped: number
}

/** The aggregator that a service named, in whatever case; undefined for one that is not documented. */
export function aggregatorOf(name: string): Aggregator | undefined {
  const upper = name.trim().toUpperCase()
  return aggregators.find((each) => each === upper)
}

/** What an aggregator gives for the cells that a model selected; undefined for `NONE`, which computes nothing. */
export function aggregate(aggregator: Aggregator, cells: readonly string[]): Aggregate | undefined {
  if (aggregator === 'NONE') return undefined
  if (aggregator === 'COUNT') return { value: cells.length, skipped: 0 }
  const numbers = cells.map(cellNumber).filter((number) => number !== undefined)
  const skipped = cells.length - numbers.length
  if (numbers.length === 0) return { value: null, skipped }
  const sum = decimalSum(numbers)
  return { value: aggregator === 'SUM' ? sum : sum / numbers.length, skipped }
}

/** 0.1 and 0.2 make 0.3: what adding in binary leaves behind the cells' own digits is rounded off. */
function decimalSum(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0)
  return Number(sum.toPrecision(15))
}
