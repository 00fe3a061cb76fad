import { describe, expect, it } from 'vitest'
import { bm25 } from './bm25'

const order = (query: string, texts: readonly string[]) => {
  const scores = bm25(query, texts)
  return texts.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
}

describe('bm25', () => {
  it('finds the text that answers', () => {
    const passages = [
      'Berlin is well known for its museums.',
      'How many people live in Paris?',
      'About 3.5 million people live in Berlin.',
    ]
    expect(order('How many people live in Berlin?', passages)[0]).not.toBe(0)
    expect(order('Berlin museums', passages)[0]).toBe(0)
  })

  it('counts rare words more than common ones', () => {
    const [rare = 0, common = 0] = bm25('zebra the', ['zebra walks', 'the walks', 'the the', 'the'])
    expect(rare).toBeGreaterThan(common)
  })

  it('counts a word less each time, and long texts less', () => {
    const [once = 0, twice = 0, long = 0] = bm25('cat', [
      'cat dog',
      'cat cat',
      'cat and many other words that say nothing of it at all',
    ])
    expect(twice).toBeGreaterThan(once)
    expect(twice).toBeLessThan(2 * once)
    expect(long).toBeLessThan(once)
  })

  it('takes words of one stem for alike, but not for the same', () => {
    const [same = 0, stem = 0, none = 0] = bm25('running', ['running', 'runner', 'walks'])
    expect(same).toBeGreaterThan(stem)
    expect(stem).toBeGreaterThan(0)
    expect(none).toBe(0)
  })

  it('reads Chinese', () => {
    expect(order('柏林有多少人口', ['巴黎的天气', '柏林人口约三百五十万'])[0]).toBe(1)
  })

  it('has nothing to say of nothing', () => {
    expect(bm25('', ['a'])).toEqual([0])
    expect(bm25('a', [])).toEqual([])
  })
})
