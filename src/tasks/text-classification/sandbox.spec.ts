import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

type Scores = { label: string; score: number }[]
const classify = async (inputs: unknown, parameters = {}) =>
  (await callTask(sandbox, { inputs, parameters })) as Scores
const first = async (inputs: unknown) => (await classify(inputs))[0]?.label

describe('text-classification sandbox', () => {
  it.each([
    ['I love this film', 'POSITIVE'],
    ['I do not love this film', 'NEGATIVE'],
    ["It isn't bad at all", 'POSITIVE'],
    ['A horrible, boring mess', 'NEGATIVE'],
    ['The table has four legs', 'NEUTRAL'],
    ['The food was good but the service was terrible', 'NEGATIVE'],
    ['我非常喜欢这部电影', 'POSITIVE'],
    ['我不喜欢这部电影', 'NEGATIVE'],
    ['这本书太糟糕了', 'NEGATIVE'],
  ])('%s is %s', async (text, label) => {
    expect(await first(text)).toBe(label)
  })

  it.each([
    ['A man is playing a guitar on stage', 'A man plays guitar', 'ENTAILMENT'],
    ['A man is playing a guitar', 'A man is not playing a guitar', 'CONTRADICTION'],
    ['The child is happy', 'The child is sad', 'CONTRADICTION'],
    ['A man is playing a guitar', 'Elephants drink water', 'NEUTRAL'],
  ])('%s / %s is %s', async (text, text_pair, label) => {
    expect(await first({ text, text_pair })).toBe(label)
  })

  it('is surer of stronger words', async () => {
    const [weak, strong] = await Promise.all([
      classify('It is good'),
      classify('It is extremely good!'),
    ])
    expect(strong[0]?.score).toBeGreaterThan(weak[0]?.score ?? 1)
  })

  it('honours top_k and function_to_apply', async () => {
    expect(await classify('good', { top_k: 1 })).toHaveLength(1)
    const sum = (scores: Scores) => scores.reduce((total, { score }) => total + score, 0)
    expect(sum(await classify('good'))).toBeCloseTo(1)
    expect(sum(await classify('good', { function_to_apply: 'sigmoid' }))).not.toBeCloseTo(1)
    expect(await classify('good', { function_to_apply: 'none' })).toContainEqual({
      label: 'NEGATIVE',
      score: -2,
    })
  })

  it('answers a list with a list of lists', async () => {
    expect(await classify(['I love it', 'I hate it'])).toMatchObject([
      [{ label: 'POSITIVE' }, {}, {}],
      [{ label: 'NEGATIVE' }, {}, {}],
    ])
  })

  it.each([
    ['', {}],
    [undefined, {}],
    ['good', { top_k: 0 }],
    ['good', { top_k: 'two' }],
    ['good', { function_to_apply: 'argmax' }],
    [{ text_pair: 'x' }, {}],
  ])('refuses %j with %j', async (inputs, parameters) => {
    await expect(classify(inputs, parameters)).rejects.toMatchObject({ status: 422 })
  })
})
