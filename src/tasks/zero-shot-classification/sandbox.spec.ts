import { describe, expect, it } from 'vitest'
import type { Json } from '@/core/json'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Classified {
  readonly sequence: string
  readonly labels: readonly string[]
  readonly scores: readonly number[]
}
const classify = async (inputs: unknown, candidate_labels: Json | undefined, more = {}) =>
  (await callTask(sandbox, {
    inputs,
    parameters: { ...(candidate_labels === undefined ? {} : { candidate_labels }), ...more },
  })) as Classified
const sum = ({ scores }: Classified) => scores.reduce((total, score) => total + score, 0)

describe('zero-shot-classification sandbox', () => {
  it.each([
    [
      'I bought a device which is not working as advertised and would like to get reimbursed!',
      ['legal', 'refund', 'faq'],
      'refund',
    ],
    ['Dune is the best movie ever.', ['CINEMA', 'ART', 'MUSIC'], 'CINEMA'],
    ['This part of the song moves me', ['art', 'music'], 'music'],
    ['The striker scored a goal and the team won', ['finance', 'sports'], 'sports'],
    ['What a horrible, boring evening', ['positive', 'negative'], 'negative'],
    ['主队在加时赛中打进制胜一球', ['财经', '体育'], '体育'],
    ['A wombat slept', ['quantum', 'wombat'], 'wombat'],
  ])('%s is about %j: %s', async (text, labels, first) => {
    const { sequence, labels: ranked, scores } = await classify(text, labels)
    expect(sequence).toBe(text)
    expect(ranked[0]).toBe(first)
    expect([...ranked].sort()).toEqual([...labels].sort())
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
  })

  it('sums to one, or judges each label by itself', async () => {
    const text = 'The bank sued the film studio'
    const labels = ['finance', 'legal', 'cinema', 'weather']
    expect(sum(await classify(text, labels))).toBeCloseTo(1)
    const { scores, labels: ranked } = await classify(text, labels, { multi_label: true })
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
    expect(ranked.at(-1)).toBe('weather')
    const alone = await classify(text, ['cinema'], { multi_label: true })
    expect(alone.scores[0]).toBe(scores[ranked.indexOf('cinema')])
  })

  it('follows a template that asks for the opposite', async () => {
    const labels = ['music', 'cinema']
    const template = { hypothesis_template: 'This is not about {}.' }
    expect((await classify('A fine film', labels)).labels[0]).toBe('cinema')
    expect((await classify('A fine film', labels, template)).labels[0]).toBe('music')
  })

  it('answers a list with a list', async () => {
    expect(await classify(['A fine film', 'A fine song'], ['music', 'cinema'])).toMatchObject([
      { labels: ['cinema', 'music'] },
      { labels: ['music', 'cinema'] },
    ])
  })

  it.each([
    ['', ['a'], {}],
    ['x', [], {}],
    ['x', undefined, {}],
    ['x', [1], {}],
    ['x', ['a'], { multi_label: 'yes' }],
    ['x', ['a'], { hypothesis_template: 'no place' }],
  ])('refuses %j with %j and %j', async (inputs, labels, more) => {
    await expect(classify(inputs, labels, more)).rejects.toMatchObject({ status: 422 })
  })
})
