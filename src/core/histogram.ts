/** A bar of a histogram: values from `from` up to `to`, which the last bar includes. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** How values spread, and what they come to. */
export interface Spread {
  readonly bins: readonly Bin[]
  readonly least: number
  readonly most: number
  readonly mean: number
  readonly median: number
}

const MOST_BINS = 24

/**
 * A histogram of numbers with round edges, about the square root of their count in bars; undefined for no values.
 * Values that are all the same make one bar.
 */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = [...values].sort((one, other) => one - other)
  const least = sorted[0]
  const most = sorted.at(-1)
  if (least === undefined || most === undefined) return undefined
  const sum = sorted.reduce((total, value) => total + value, 0)
  const upper = sorted[sorted.length >> 1] ?? least
  const lower = sorted[(sorted.length - 1) >> 1] ?? least
  return {
    bins: binsOf(sorted, least, most),
    least,
    most,
    mean: sum / sorted.length,
    median: (lower + upper) / 2,
  }
}

function binsOf(sorted: readonly number[], least: number, most: number): readonly Bin[] {
  if (least === most) return [{ from: least, to: most, count: sorted.length }]
  const wanted = Math.min(MOST_BINS, Math.max(3, Math.ceil(Math.sqrt(sorted.length))))
  const step = roundStep((most - least) / wanted)
  const first = Math.floor(least / step)
  const count = Math.max(1, Math.ceil(most / step) - first)
  const counts = Array<number>(count).fill(0)
  for (const value of sorted) {
    const at = Math.max(0, Math.min(count - 1, Math.floor(value / step) - first))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.map((each, at) => ({
    from: rounded((first + at) * step),
    to: rounded((first + at + 1) * step),
    count: each,
  }))
}

/** The next of 1, 2, 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  return power * ([1, 2, 5].find((each) => each * power >= step) ?? 10)
}

function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
