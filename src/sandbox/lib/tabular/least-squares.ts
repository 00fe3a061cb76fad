/** Keeps columns that say the same, such as three lengths of one fish, from working against each other. */
const RIDGE = 1e-3

/**
 * Least squares with an intercept and a slight ridge: fitted to the points whose target is known, told for all points.
 * @param points rows of features of one scale; all of one length
 * @param targets undefined where not known; at least one is
 */
export function leastSquares(
  points: readonly (readonly number[])[],
  targets: readonly (number | undefined)[],
): readonly number[] {
  const known = targets.flatMap((target, row) => (target === undefined ? [] : [{ target, row }]))
  const mean = known.reduce((sum, { target }) => sum + target, 0) / known.length
  const width = points[0]?.length ?? 0
  const means = Array.from(
    { length: width },
    (_, at) => known.reduce((sum, { row }) => sum + (points[row]?.[at] ?? 0), 0) / known.length,
  )
  const centred = points.map((point) => point.map((value, at) => value - (means[at] ?? 0)))
  const matrix = means.map((_, row) =>
    means.map((__, column) => (row === column ? RIDGE * known.length : 0)),
  )
  const right = means.map(() => 0)
  for (const { target, row } of known) addRow(matrix, right, centred[row] ?? [], target - mean)
  const weights = solved(matrix, right)
  return centred.map((point) =>
    point.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), mean),
  )
}

function addRow(matrix: number[][], right: number[], point: readonly number[], target: number) {
  for (const [row, value] of point.entries()) {
    right[row] = (right[row] ?? 0) + value * target
    const line = matrix[row] ?? []
    for (const [column, other] of point.entries())
      line[column] = (line[column] ?? 0) + value * other
  }
}

/** Gauss elimination; the matrix is positive definite, so that no rows need to change places. Uses up its arguments. */
function solved(matrix: number[][], right: number[]): readonly number[] {
  for (const [at, pivot] of matrix.entries()) {
    for (let row = at + 1; row < matrix.length; row++) {
      const line = matrix[row] ?? []
      const factor = (line[at] ?? 0) / (pivot[at] ?? 1)
      for (let column = at; column < line.length; column++)
        line[column] = (line[column] ?? 0) - factor * (pivot[column] ?? 0)
      right[row] = (right[row] ?? 0) - factor * (right[at] ?? 0)
    }
  }
  const weights = right.map(() => 0)
  for (let row = matrix.length - 1; row >= 0; row--) {
    const line = matrix[row] ?? []
    const rest = weights.reduce(
      (sum, weight, at) => sum + weight * (at > row ? (line[at] ?? 0) : 0),
      0,
    )
    weights[row] = ((right[row] ?? 0) - rest) / (line[row] ?? 1)
  }
  return weights
}
