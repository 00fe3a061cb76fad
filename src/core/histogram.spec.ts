import { expect, it } from 'vitest'
import { spreadOf } from './histogram'

it('has round edges and counts every value once', () => {
  const spread = spreadOf([270.5, 313.7, 328.4])
  expect(spread?.bins).toEqual([
    { from: 260, to: 280, count: 1 },
    { from: 280, to: 300, count: 0 },
    { from: 300, to: 320, count: 1 },
    { from: 320, to: 340, count: 1 },
  ])
  expect(spread).toMatchObject({ least: 270.5, most: 328.4, median: 313.7 })
  expect(spread?.mean).toBeCloseTo(304.2)
})

it.each([
  ['an edge of the last bar', [0, 1, 2, 3]],
  ['negative numbers', [-5, -1, 0, 2.5]],
  ['tiny ones', [1e-9, 2e-9, 5e-9]],
  ['huge ones', [1e15, 3e15]],
  ['a thousand', Array.from({ length: 1000 }, (_, at) => Math.sin(at))],
])('counts every value of %s', (_name, values) => {
  const bins = spreadOf(values)?.bins ?? []
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
  expect(bins.length).toBeLessThanOrEqual(30)
  expect(bins[0]?.from).toBeLessThanOrEqual(Math.min(...values))
  expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...values))
})

it('makes one bar of equal values, and nothing of none', () => {
  expect(spreadOf([5, 5])?.bins).toEqual([{ from: 5, to: 5, count: 2 }])
  expect(spreadOf([])).toBeUndefined()
})

it('takes the mean of the middle two for the median', () => {
  expect(spreadOf([4, 1, 3, 2])?.median).toBe(2.5)
})
