/** The middle of a list of numbers, the mean of both middles of an even one; NaN of none. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * A measure of several runs: the middle one, and how far the others lie from it.
 *
 * @param {number[]} values
 * @returns {{ median: number, min: number, max: number, runs: number }}
 */
export function summary(values, digits = 1) {
  const round = (value) => Number(value.toFixed(digits))
  return {
    median: round(median(values)),
    min: round(Math.min(...values)),
    max: round(Math.max(...values)),
    runs: values.length,
  }
}
