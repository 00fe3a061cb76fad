import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Candidate {
  readonly score: number
  readonly token: number
  readonly token_str: string
  readonly sequence: string
}
const fill = (inputs: unknown, parameters = {}, model = 'sandbox/fill-mask') =>
  callTask(sandbox, { inputs, parameters, model })
const first = async (inputs: string) => ((await fill(inputs)) as Candidate[])[0]?.token_str

describe('fill-mask sandbox', () => {
  it.each([
    ['The capital of France is [MASK].', 'Paris'],
    ['The capital of Spain is <mask>.', 'Madrid'],
    ['[MASK] is the capital of Germany.', 'Berlin'],
    ['The <mask> barked at me', 'dog'],
    ['The answer to the universe is [MASK].', '42'],
    ['巴黎是[MASK]国的首都。', '法'],
    ['中国的首都是北京。柏林是[MASK]国的首都。', '德'],
  ])('%s: %s', async (text, word) => {
    expect(await first(text)).toBe(word)
  })

  it('learns from the text itself', async () => {
    expect(await first('The wug eats glorp. Every day the wug eats [MASK].')).toBe('glorp')
  })

  it('writes the whole text with each candidate', async () => {
    const candidates = (await fill('The <mask> barked at me')) as Candidate[]
    expect(candidates).toHaveLength(5)
    for (const { token_str, sequence, score, token } of candidates) {
      expect(sequence).toBe(`The ${token_str} barked at me`)
      expect(score).toBeGreaterThan(0)
      expect(token).toBeGreaterThan(0)
    }
    const scores = candidates.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
  })

  it('gives one list for each of several masks', async () => {
    const lists = (await fill('Paris is the [MASK] of [MASK].')) as Candidate[][]
    expect(lists.map((list) => list[0]?.token_str)).toEqual(['capital', 'France'])
    expect(lists[0]?.[0]?.sequence).toBe('Paris is the capital of [MASK].')
  })

  it('keeps to top_k and targets', async () => {
    const targets = ['terrible', 'great', 'xyzzy']
    const text = 'The film was [MASK] and I would see it again.'
    const candidates = (await fill(text, { targets })) as Candidate[]
    expect(candidates.map(({ token_str }) => token_str)).toEqual(['great', 'terrible', 'xyzzy'])
    expect(await fill(text, { top_k: 2 })).toHaveLength(2)
  })

  it.each([
    ['No mask here', {}, 'sandbox/fill-mask'],
    ['', {}, 'sandbox/fill-mask'],
    ['A [MASK].', {}, 'FacebookAI/roberta-base'],
    ['A [MASK].', { top_k: 0 }, 'sandbox/fill-mask'],
    ['A [MASK].', { targets: [] }, 'sandbox/fill-mask'],
    ['[MASK]'.repeat(100), {}, 'sandbox/fill-mask'],
  ])('refuses %j with %j for %s', async (inputs, parameters, model) => {
    await expect(fill(inputs, parameters, model)).rejects.toMatchObject({ status: 422 })
  })
})
