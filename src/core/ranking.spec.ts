import { describe, expect, it } from 'vitest'
import { barOn, plainScore, ranked, spanOf } from './ranking'

describe('ranked', () => {
  it('puts the greatest score first, and says where each came from', () => {
    expect(ranked(['a', 'b', 'c'], [0.1, 0.9, -0.5])).toEqual([
      { text: 'b', score: 0.9, index: 1, rank: 0 },
      { text: 'a', score: 0.1, index: 0, rank: 1 },
      { text: 'c', score: -0.5, index: 2, rank: 2 },
    ])
  })

  it('keeps the order of equal scores', () => {
    expect(ranked(['a', 'b', 'c'], [1, 2, 1]).map(({ index }) => index)).toEqual([1, 0, 2])
  })
})

describe('bars', () => {
  it.each([
    [[0.2, 0.9], 0, 1],
    [[0.2, -0.1], -1, 1],
    [[8.6, -4.3], -8.6, 8.6],
    [[8.6, 0.3], 0, 8.6],
    [[-12, -11], -12, 12],
    [[], 0, 1],
  ])('of %j go from %d to %d', (scores, low, high) => {
    expect(spanOf(scores)).toEqual({ low, high })
  })

  it.each([
    [{ low: 0, high: 1 }, 0.25, 0, 25],
    [{ low: -1, high: 1 }, 0.5, 50, 25],
    [{ low: -1, high: 1 }, -0.5, 25, 25],
    [{ low: -8, high: 8 }, -8, 0, 50],
    [{ low: 0, high: 1 }, 1.0000001, 0, 100],
  ])('on %j of %d begin at %d and are %d long', (span, score, start, length) => {
    expect(barOn(span, score)).toEqual({ start, length })
  })

  it('writes a real minus', () => {
    expect(plainScore(-4.320077)).toBe('−4.3201')
    expect(plainScore(0.5, 2)).toBe('0.50')
    expect(plainScore(-0.001, 2)).toBe('0.00')
  })
})
