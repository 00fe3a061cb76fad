import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Span {
  entity_group?: string
  entity?: string
  index?: number
  word: string
  start: number
  end: number
  score: number
}
const find = async (inputs: unknown, parameters = {}) =>
  (await callTask(sandbox, { inputs, parameters })) as Span[]
const short = (spans: Span[]) => spans.map(({ entity_group, word }) => `${entity_group}:${word}`)

describe('token-classification sandbox', () => {
  it.each([
    [
      'My name is Sarah Jessica Parker but you can call me Jessica',
      ['PER:Sarah Jessica Parker', 'PER:Jessica'],
    ],
    ['My name is Wolfgang and I live in Berlin', ['PER:Wolfgang', 'LOC:Berlin']],
    [
      'Acme Corporation was founded on 4 August 1961 near Lake Garda.',
      ['ORG:Acme Corporation', 'DATE:4 August 1961', 'LOC:Lake Garda'],
    ],
    ['Yesterday Dr. Miller flew to Xanadu.', ['PER:Dr. Miller', 'LOC:Xanadu']],
    ['Paris', ['LOC:Paris']],
    ['The cat sat on the mat.', []],
    ['我叫王小明，住在北京。', ['PER:王小明', 'LOC:北京']],
    ['他2024年5月1日在清华大学演讲', ['DATE:2024年5月1日', 'ORG:清华大学']],
  ])('%s', async (text, expected) => {
    const spans = await find(text)
    expect(short(spans)).toEqual(expected)
    for (const { word, start, end } of spans) expect(text.slice(start, end)).toBe(word)
  })

  it('counts offsets in UTF-16 code units', async () => {
    const text = '😀 Hello from Berlin'
    const [span] = await find(text)
    expect(span).toMatchObject({ word: 'Berlin', start: 14, end: 20 })
  })

  it('labels single tokens with "none"', async () => {
    expect(await find('I met Sarah Parker', { aggregation_strategy: 'none' })).toMatchObject([
      { entity: 'B-PER', index: 3, word: 'Sarah', start: 6, end: 11 },
      { entity: 'I-PER', index: 4, word: 'Parker', start: 12, end: 18 },
    ])
  })

  it('ignores the labels it is told to, and shows O when told to ignore none', async () => {
    const text = 'Sarah lives in Berlin'
    expect(short(await find(text, { ignore_labels: ['O', 'PER'] }))).toEqual(['LOC:Berlin'])
    expect(short(await find(text, { ignore_labels: [] }))).toEqual([
      'PER:Sarah',
      'O:lives',
      'O:in',
      'LOC:Berlin',
    ])
  })

  it('merges scores as the strategy says', async () => {
    const text = 'I met Sarah Parker'
    const [max, simple] = await Promise.all([
      find(text, { aggregation_strategy: 'max' }),
      find(text, { aggregation_strategy: 'simple' }),
    ])
    expect(max[0]?.score).toBeGreaterThan(simple[0]?.score ?? 1)
  })

  it('answers a list with a list of lists, and refuses nonsense', async () => {
    expect(await find(['I love Paris', 'x'])).toMatchObject([[{ word: 'Paris' }], []])
    await expect(find('x', { aggregation_strategy: 'some' })).rejects.toMatchObject({ status: 422 })
    await expect(find({ text: 'x' })).rejects.toMatchObject({ status: 422 })
  })
})
