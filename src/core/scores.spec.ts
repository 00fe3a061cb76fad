import { describe, expect, it } from 'vitest'
import { bar, scoreScale, scoreWords } from './scores'

const of = (...scores: (number | null)[]) => scoreScale(scores.map((score) => ({ score })))

describe('scoreScale', () => {
  it.each<[string, (number | null)[], string]>([
    ['probabilities', [0, 0.5, 1], 'probability'],
    ['a sum that rounds over 1', [1.0002], 'probability'],
    ['no scores', [null], 'probability'],
    ['logits', [2.5, 0.1], 'raw'],
    ['negative logits', [0.4, -0.1], 'raw'],
  ])('%s', (_, scores, kind) => expect(of(...scores).kind).toBe(kind))
})

it.each<[number | null, string, string]>([
  [0.98765, '98.8%', '0.988'],
  [0, '0.0%', '0.000'],
  [-1.5, '-150.0%', '−1.500'],
  [null, '—', '—'],
])('words for %s', (score, probability, raw) => {
  expect(scoreWords(score, { kind: 'probability' })).toBe(probability)
  expect(scoreWords(score, { kind: 'raw', reach: 2 })).toBe(raw)
})

describe('bar', () => {
  it.each<[string, number | null, ReturnType<typeof of>, [number, number]]>([
    ['half', 0.5, of(0.5), [0, 50]],
    ['never beyond the track', 1.0005, of(1.0005), [0, 100]],
    ['nothing', null, of(null), [0, 0]],
    ['right of zero', 2, of(2, -4), [50, 25]],
    ['left of zero', -4, of(2, -4), [0, 50]],
  ])('%s', (_, score, scale, [start, length]) =>
    expect(bar(score, scale)).toEqual({ start, length }),
  )
})
