import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const query = 'How many people live in Berlin?'
const texts = [
  'Berlin is well known for its museums.',
  'The weather is fine.',
  'About 3.5 million people live in Berlin.',
]
const pairs = texts.map((text) => [query, text])
const score = (inputs: unknown, parameters = {}) =>
  callTask(sandbox, { inputs, body: { inputs, parameters }, parameters })
const rerank = (body: object) => callTask(sandbox, { body })

describe('text-ranking sandbox', () => {
  it('scores pairs in their order, between 0 and 1', async () => {
    const [museums = 0, weather, people = 0] = (await score(pairs)) as number[]
    expect(people).toBeGreaterThan(museums)
    expect(museums).toBeGreaterThan(0)
    expect(people).toBeLessThan(1)
    expect(weather).toBe(0)
  })

  it('takes one pair, and pairs of several queries', async () => {
    expect(await score(pairs[0])).toHaveLength(1)
    const [berlin = 0, weather = 0] = (await score([
      ['Berlin', texts[0]],
      ['weather', texts[1]],
    ])) as number[]
    expect(berlin).toBeGreaterThan(0)
    expect(weather).toBeGreaterThan(0)
  })

  it('reranks as TEI does, the best first', async () => {
    const ranking = (await rerank({ query, texts })) as { index: number; score: number }[]
    expect(ranking.map(({ index }) => index)).toEqual([2, 0, 1])
    expect(ranking.map(({ score: each }) => each)).toEqual(
      [2, 0, 1].map(
        (
          (scores) => (index: number) =>
            scores[index]
        )((await score(pairs)) as number[]),
      ),
    )
  })

  it('honours raw_scores and truncate, at the root and in parameters', async () => {
    const [first] = (await rerank({ query, texts, raw_scores: true })) as { score: number }[]
    expect(first?.score).toBeGreaterThan(1)
    expect(Math.max(...((await score(pairs, { raw_scores: true })) as number[]))).toBe(first?.score)
    const long = ['Berlin', `${'weather '.repeat(400)}Berlin`]
    const asked = [long as [string, string]]
    expect(await score(asked)).not.toEqual([0])
    expect(await score(asked, { truncate: true })).toEqual([0])
    expect(await score(asked, { truncate: true, truncation_direction: 'left' })).not.toEqual([0])
  })

  it.each([[''], ['text'], [[]], [[['only']]], [[['', 'x']]], [undefined]])(
    'refuses %j as pairs',
    async (inputs) => {
      await expect(score(inputs)).rejects.toMatchObject({ status: 422 })
    },
  )

  it.each([{ query }, { query: '', texts }, { query, texts: [] }, { query, texts, truncate: 1 }])(
    'refuses to rerank %j',
    async (body) => {
      await expect(rerank(body)).rejects.toMatchObject({ status: 422 })
    },
  )
})
