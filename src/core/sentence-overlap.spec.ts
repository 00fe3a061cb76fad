import { describe, expect, it } from 'vitest'
import { lengthChange, sentenceOverlap } from './sentence-overlap'

const tower =
  'The tower is 324 metres (1,063 ft) tall, about the same height as an 81-storey building, and the tallest structure in Paris. Its base is square, measuring 125 metres (410 ft) on each side. During its construction, the Eiffel Tower surpassed the Washington Monument to become the tallest man-made structure in the world, a title it held for 41 years until the Chrysler Building in New York City was finished in 1930.'

const takenFrom = (source: string, ...summaries: string[]) =>
  sentenceOverlap(source, summaries).source.map(({ takenBy }) => takenBy)

describe('sentenceOverlap', () => {
  it.each([
    [
      'sentences in full and cut short',
      tower,
      'The tower is 324 metres (1,063 ft) tall, about the same height as an 81-storey building. Its base is square, measuring 125 metres (410 ft) on each side.',
      [[0], [1], []],
    ],
    [
      'none, by a summary in words of its own',
      tower,
      'The Eiffel Tower is one of the most famous buildings in the world.',
      [[], [], []],
    ],
    [
      'two joined',
      'The cat sat on the mat. The dog barked at it.',
      'The cat sat on the mat and the dog barked at it.',
      [[0], [0]],
    ],
    ['other case and signs', 'A tall tower. A wide base.', 'a TALL tower, yes!', [[0], []]],
    ['Chinese', '今天天气很好。我们去公园。', '天气很好', [[0], []]],
    ['a sentence of one word', 'Stop. Go on.', 'Stop!', [[0], []]],
    [
      'a pair of words that everybody uses',
      'It is. It is raining in the town.',
      'It is known that the moon is far.',
      [[], []],
    ],
    ['an empty summary', 'One two.', '', [[]]],
    ['an empty source', '', 'One two.', []],
  ])('%s', (_name, source, summary, expected) => {
    expect(takenFrom(source, summary)).toEqual(expected)
  })

  it('numbers the sentences through all summaries and says which were taken', () => {
    const source = 'The cat sat on the mat. The dog barked at it.'
    const { source: taken, summaries } = sentenceOverlap(source, [
      'Nothing of this. The dog barked at it.',
      'The cat sat on the mat.',
    ])
    expect(taken.map(({ takenBy }) => takenBy)).toEqual([[2], [1]])
    expect(summaries.map((each) => each.map(({ number, taken }) => [number, taken]))).toEqual([
      [
        [0, false],
        [1, true],
      ],
      [[2, true]],
    ])
  })

  it('takes little time over a long text', () => {
    const before = performance.now()
    const found = takenFrom(`${tower} `.repeat(2_400), 'Its base is square, measuring 125 metres.')
    expect(performance.now() - before).toBeLessThan(5_000)
    expect(found.filter((each) => each.length > 0)).toHaveLength(2_400)
  })
})

describe('lengthChange', () => {
  it.each([
    ['one two three four', 'one', { from: 4, to: 1, change: -0.75 }],
    ['one', 'one two', { from: 1, to: 2, change: 1 }],
    ['今天天气', '天气', { from: 4, to: 2, change: -0.5 }],
    ['', 'one', { from: 0, to: 1, change: null }],
  ])('%j to %j', (source, summary, expected) => {
    expect(lengthChange(source, summary)).toEqual(expected)
  })
})
