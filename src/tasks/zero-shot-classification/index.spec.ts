import { describe, expect, it } from 'vitest'
import { draftOf, json } from '../../../tests/unit/protocol'
import task from '.'

const input = { inputs: 'Dune is the best movie ever.', candidate_labels: ['art', 'music'] }
const [art, music] = [
  { label: 'art', score: 0.9 },
  { label: 'music', score: 0.1 },
]
const sequence = input.inputs
const legacy = { sequence, labels: ['art', 'music'], scores: [0.9, 0.1] }
const labels = [art, music]

describe('zero-shot-classification requests', () => {
  it.each([
    [{}, { candidate_labels: ['art', 'music'] }],
    [{ multi_label: true }, { multi_label: true, candidate_labels: ['art', 'music'] }],
    [
      { hypothesis_template: 'It is {}', candidate_labels: ['other'] },
      { hypothesis_template: 'It is {}', candidate_labels: ['art', 'music'] },
    ],
  ])('with %j', (parameters, sent) => {
    const { body, clients } = task.request(draftOf(input, parameters))
    expect(body).toMatchObject({ value: { inputs: sequence, parameters: sent } })
    expect(clients).toMatchObject({
      javascript: {
        method: 'zeroShotClassification',
        args: { inputs: sequence, parameters: sent },
      },
    })
    expect(clients.python).toBeUndefined()
  })

  it.each([
    [
      { inputs: '', candidate_labels: [] },
      ['inputs text-missing', 'candidate_labels labels-missing'],
    ],
    [{ inputs: 'x', candidate_labels: [] }, ['candidate_labels labels-missing']],
    [{ inputs: 'x', candidate_labels: ['a'] }, []],
    [{ inputs: 'x'.repeat(1_000_001), candidate_labels: ['a'] }, ['inputs text-too-long']],
  ])('problems %#', (given, problems) => {
    expect(task.problems(given).map(({ field, code }) => `${field} ${code}`)).toEqual(problems)
  })
})

describe('zero-shot-classification replies', () => {
  const parse = (reply: unknown, parameters = {}) =>
    task.parse(json(reply), draftOf(input, parameters))

  it.each([
    ['{sequence, labels, scores}', legacy, [{ sequence, labels }]],
    ['a list of one', [legacy], [{ sequence, labels }]],
    [
      'a list of two',
      [legacy, { ...legacy, sequence: 'x' }],
      [
        { sequence, labels },
        { sequence: 'x', labels },
      ],
    ],
    ['[{label, score}]', labels, [{ sequence: null, labels }]],
    ['[[{label, score}]]', [labels], [{ sequence: null, labels }]],
    [
      'without the sequence',
      { labels: ['art'], scores: [0.9] },
      [{ sequence: null, labels: [art] }],
    ],
    [
      'a score of null',
      { labels: ['art'], scores: [null] },
      [{ sequence: null, labels: [{ label: 'art', score: null }] }],
    ],
    ['no labels', [], [{ sequence: null, labels: [] }]],
  ])('reads %s', (_name, reply, texts) => {
    expect(parse(reply)).toEqual({ texts, independent: false })
  })

  it('knows how the labels were to be scored', () => {
    expect(parse(labels, { multi_label: true })).toMatchObject({ independent: true })
  })

  it.each([
    { labels: ['art'], scores: [0.9, 0.1] },
    { labels: [1], scores: [0.9] },
    { labels: ['art'], scores: ['0.9'] },
    [legacy, { label: 'art' }],
    'art',
  ])('refuses %j', (reply) => {
    expect(() => parse(reply)).toThrow(expect.objectContaining({ name: 'UnreadableReply' }))
  })
})
