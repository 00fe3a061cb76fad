import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const compare = async (source_sentence: unknown, sentences: unknown) =>
  (await callTask(sandbox, { inputs: { source_sentence, sentences } })) as number[]

describe('sentence-similarity sandbox', () => {
  it.each([
    [
      'That is a happy person',
      ['That is a happy dog', 'That is a very happy person', 'Today is a sunny day'],
      [1, 0, 2],
    ],
    ['那是一个快乐的人', ['今天是晴天', '那是一个非常快乐的人', '那是一条快乐的狗'], [1, 2, 0]],
  ])('%s', async (source, sentences, order) => {
    const scores = await compare(source, sentences)
    const found = scores.map((_, index) => index)
    found.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
    expect(found).toEqual(order)
  })

  it('gives 1 for the same sentence, in the order of the input', async () => {
    const [other = 1, same] = await compare('A cat sleeps', ['Rain falls', 'a cat sleeps'])
    expect(same).toBeCloseTo(1)
    expect(other).toBeLessThan(0.2)
  })

  it('gives 0 where there are no words to compare', async () => {
    expect(await compare('A cat', ['?!'])).toEqual([0])
  })

  it.each([
    ['', ['x']],
    ['x', []],
    ['x', 'y'],
    [3, ['x']],
    [undefined, undefined],
  ])('refuses %j with %j', async (source, sentences) => {
    await expect(compare(source, sentences)).rejects.toMatchObject({ status: 422 })
  })
})
