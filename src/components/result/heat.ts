import { plainScore } from '@/core/ranking'
import { extremes, type Vector } from '@/core/vectors'

/** A number of a vector for people: four significant digits at most, a real minus. */
export function plainValue(value: number | undefined): string {
  if (value === undefined) return ''
  const magnitude = Math.abs(value)
  const digits = magnitude >= 1000 ? 0 : magnitude >= 10 ? 2 : 4
  return plainScore(value, digits)
}

/** The value farthest from zero among those that share a column of a drawing with fewer columns than values. */
export function strongestIn(vector: Vector, column: number, columns: number): number {
  const start = Math.floor((column / columns) * vector.length)
  const end = Math.max(start + 1, Math.floor(((column + 1) / columns) * vector.length))
  let strongest = 0
  for (let index = start; index < end; index += 1) {
    const value = vector[index] ?? 0
    if (Math.abs(value) > Math.abs(strongest)) strongest = value
  }
  return strongest
}

const FIRST = 8

/** The first values, and an ellipsis where there are more. */
export function firstValues(vector: Vector): string {
  const shown = vector.slice(0, FIRST).map((value) => plainValue(value))
  return vector.length > FIRST ? `${shown.join(', ')}, …` : shown.join(', ')
}

/** What the words on a strip name. */
export function stripWords(vector: Vector): Record<string, string | number> {
  const found = extremes(vector)
  return {
    n: vector.length,
    low: plainValue(found?.low.value),
    lowAt: found?.low.index ?? 0,
    high: plainValue(found?.high.value),
    highAt: found?.high.index ?? 0,
    first: firstValues(vector),
  }
}
