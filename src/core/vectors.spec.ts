import { describe, expect, it } from 'vitest'
import {
  cosine,
  cosineMatrix,
  extremes,
  meanOf,
  norm,
  principalComponents,
  usualReach,
} from './vectors'

describe('norm and cosine', () => {
  it.each([
    [[3, 4], 5],
    [[0, 0], 0],
    [[], 0],
    [[-2], 2],
  ])('of %j is %d', (vector, length) => {
    expect(norm(vector)).toBe(length)
  })

  it.each([
    [[1, 0], [2, 0], 1],
    [[1, 0], [0, 5], 0],
    [[1, 1], [-3, -3], -1],
    [[1, 0], [1, 1], Math.SQRT1_2],
    [[0, 0], [1, 1], null],
  ])('of %j and %j', (one, other, expected) => {
    const found = cosine(one, other)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toBeCloseTo(expected, 12)
  })

  it('never leaves -1 to 1, whatever the rounding', () => {
    const vector = [0.1, 0.7, 0.3]
    expect(cosine(vector, vector)).toBeLessThanOrEqual(1)
    expect(cosineMatrix([vector, [-0.1, -0.7, -0.3]])[0]?.[1]).toBeGreaterThanOrEqual(-1)
  })
})

describe('means and extremes', () => {
  it('is the mean of each column', () => {
    expect(
      meanOf([
        [1, 10],
        [3, -20],
      ]),
    ).toEqual([2, -5])
    expect(meanOf([])).toEqual([])
  })

  it('says where the extremes stand', () => {
    expect(extremes([2, -7, 5, 5])).toEqual({
      low: { index: 1, value: -7 },
      high: { index: 2, value: 5 },
    })
    expect(extremes([])).toBeUndefined()
  })

  it('is not led by one outlier', () => {
    const vector = Array.from({ length: 400 }, (_, index) => Math.sin(index))
    expect(usualReach([vector, [-39]])).toBeLessThan(1.001)
    expect(usualReach([vector])).toBeGreaterThan(0.9)
    expect(usualReach([])).toBe(0)
  })
})

describe('principalComponents', () => {
  /** Points on a line through space, and their places on it. */
  const places = [-3, -1, 0, 4]
  const line = places.map((at) => [1 + at * 0.6, 2, 5 - at * 0.8])

  it('finds the line that points lie on, to scale', () => {
    const { points, variance } = principalComponents(line)
    expect(variance[0]).toBeCloseTo(1, 9)
    expect(variance[1]).toBeCloseTo(0, 9)
    points.forEach(([along, aside], index) => {
      expect(along).toBeCloseTo(places[index] ?? NaN, 6)
      expect(aside).toBeCloseTo(0, 6)
    })
  })

  it('shares the variance between two directions as it is', () => {
    // A cross: variance 2 * 9 along x, 2 * 4 along y.
    const cross = [
      [3, 0, 1],
      [-3, 0, 1],
      [0, 2, 1],
      [0, -2, 1],
    ]
    const { points, variance } = principalComponents(cross)
    expect(variance[0]).toBeCloseTo(18 / 26, 9)
    expect(variance[1]).toBeCloseTo(8 / 26, 9)
    expect(Math.abs(points[0]?.[0] ?? 0)).toBeCloseTo(3, 6)
    expect(Math.abs(points[2]?.[1] ?? 0)).toBeCloseTo(2, 6)
    expect(points[0]?.[1]).toBeCloseTo(0, 6)
  })

  it('keeps the distances of points in a plane', () => {
    const corners = [
      [0, 0],
      [4, 1],
      [-2, 6],
      [3, 3],
    ]
    const lifted = corners.map(([x = 0, y = 0]) => [x, 7, y, x - y])
    const { points } = principalComponents(lifted)
    const distance = (rows: readonly (readonly number[])[], one: number, other: number) =>
      Math.hypot(...(rows[one] ?? []).map((value, at) => value - (rows[other]?.[at] ?? 0)))
    for (const one of [0, 1, 2])
      for (const other of [1, 2, 3])
        expect(distance(points, one, other)).toBeCloseTo(distance(lifted, one, other), 5)
  })

  it.each([
    ['none', []],
    ['one', [[1, 2, 3]]],
    [
      'equal ones',
      [
        [1, 2],
        [1, 2],
      ],
    ],
  ])('of %s is all at zero', (_name, vectors) => {
    const { points, variance } = principalComponents(vectors)
    expect(points).toEqual(vectors.map(() => [0, 0]))
    expect(variance).toEqual([0, 0])
  })

  it('gives the same picture again', () => {
    expect(principalComponents(line)).toEqual(principalComponents(line))
  })
})
