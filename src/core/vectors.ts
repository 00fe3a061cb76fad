/** A list of numbers, as an embedding is. Vectors that meet in one call have the same length. */
export type Vector = readonly number[]

export function dot(one: Vector, other: Vector): number {
  let sum = 0
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0)
  return sum
}

/** The Euclidean length. */
export function norm(vector: Vector): number {
  return Math.sqrt(dot(vector, vector))
}

/** -1 to 1; null where one of the vectors is zero and has no direction. */
export function cosine(one: Vector, other: Vector): number | null {
  const lengths = norm(one) * norm(other)
  if (lengths === 0) return null
  return Math.min(1, Math.max(-1, dot(one, other) / lengths))
}

/** Each with each, in their order. */
export function cosineMatrix(vectors: readonly Vector[]): readonly (readonly (number | null)[])[] {
  return vectors.map((one) => vectors.map((other) => cosine(one, other)))
}

/** The mean of the rows, such as of a text's tokens. No rows: no numbers. */
export function meanOf(rows: readonly Vector[]): Vector {
  const [first] = rows
  if (!first) return []
  const sums = new Array<number>(first.length).fill(0)
  for (const row of rows) {
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + (row[index] ?? 0)
  }
  return sums.map((sum) => sum / rows.length)
}

/** Where the least and the greatest number stand, and what they are; undefined for no numbers. */
export function extremes(vector: Vector) {
  if (vector.length === 0) return undefined
  let [low, high] = [0, 0]
  vector.forEach((value, index) => {
    if (value < (vector[low] ?? 0)) low = index
    if (value > (vector[high] ?? 0)) high = index
  })
  return {
    low: { index: low, value: vector[low] ?? 0 },
    high: { index: high, value: vector[high] ?? 0 },
  }
}

/**
 * The magnitude that all but the `outliers` share of the numbers stay within: what colours are scaled by, so that one
 * outlier leaves the others their contrast. Looks at 20,000 numbers at most. 0 for no numbers.
 */
export function usualReach(vectors: readonly Vector[], outliers = 0.01): number {
  const count = vectors.reduce((sum, vector) => sum + vector.length, 0)
  const step = Math.max(1, Math.floor(count / 20_000))
  const sample: number[] = []
  let place = 0
  for (const vector of vectors) {
    for (const value of vector) {
      if (place % step === 0) sample.push(Math.abs(value))
      place += 1
    }
  }
  sample.sort((one, other) => one - other)
  return sample[Math.floor((sample.length - 1) * (1 - outliers))] ?? 0
}

export interface Projection {
  /** A place for each vector: its coordinates on the principal components, greatest variance first. */
  readonly points: readonly Vector[]
  /** The share of the whole variance that each component holds, 0 to 1. */
  readonly variance: readonly number[]
}

/**
 * Principal component analysis. Works on the products of the centred vectors with each other, so that its cost hangs on
 * how many they are rather than on their dimensions: for some hundreds. The same vectors give the same picture; the
 * coordinate farthest from zero is positive.
 */
export function principalComponents(vectors: readonly Vector[], components = 2): Projection {
  const mean = meanOf(vectors)
  const centred = vectors.map((vector) => vector.map((value, index) => value - (mean[index] ?? 0)))
  const products = centred.map((one) => centred.map((other) => dot(one, other)))
  const total = products.reduce((sum, row, index) => sum + (row[index] ?? 0), 0)
  const found = Array.from({ length: components }, () => strongest(products, total))
  return {
    points: vectors.map((_, at) =>
      found.map(({ value, vector }) => (vector[at] ?? 0) * Math.sqrt(value)),
    ),
    variance: found.map(({ value }) => (total === 0 ? 0 : value / total)),
  }
}

const STEPS = 400
const PRECISE = 1e-12

/** The greatest eigenvalue of a symmetric matrix and its vector, by power iteration; takes them out of the matrix. */
function strongest(matrix: number[][], total: number): { value: number; vector: number[] } {
  let vector = unit(matrix.map((_, index) => startOf(index)))
  let value = 0
  for (let step = 0; step < STEPS; step += 1) {
    const next = matrix.map((row) => dot(row, vector))
    const length = norm(next)
    // What is left is rounding: every direction is as good as another.
    if (length <= total * PRECISE) return { value: 0, vector: matrix.map(() => 0) }
    const turned = next.map((each) => each / length)
    const change = 1 - Math.abs(dot(turned, vector))
    vector = turned
    value = length
    // The change is the square of what is still missing.
    if (change < 1e-15) break
  }
  vector = pointedUp(vector)
  for (const [row, cells] of matrix.entries()) {
    for (let column = 0; column < cells.length; column += 1)
      cells[column] = (cells[column] ?? 0) - value * (vector[row] ?? 0) * (vector[column] ?? 0)
  }
  return { value, vector }
}

/** A direction that no data is likely to stand square to, and always the same. */
function startOf(index: number): number {
  return Math.sin(12.9898 * (index + 1)) + 0.1
}

function unit(vector: readonly number[]): number[] {
  const length = norm(vector)
  return vector.map((value) => value / length)
}

function pointedUp(vector: number[]): number[] {
  const found = extremes(vector)
  return found && -found.low.value > found.high.value + PRECISE
    ? vector.map((value) => -value)
    : vector
}
