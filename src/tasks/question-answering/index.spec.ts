import { describe, expect, it } from 'vitest'
import { draftOf, json } from '../../../tests/unit/protocol'
import task from '.'
import { rankAnswers } from './answers'

const context = '🐈 My name is Clara and I live in Berkeley.'
const input = { question: 'What is my name?', context }
/** In code points, as the services count. */
const clara = { answer: 'Clara', score: 0.9, start: 13, end: 18 }
/** In UTF-16 code units: the cat takes two. */
const placed = { answer: 'Clara', score: 0.9, start: 14, end: 19 }
const none = { answer: '', score: 0.7, start: null, end: null }

describe('question-answering requests', () => {
  it.each([
    [{}, { inputs: input }, true],
    [{ top_k: 1 }, { inputs: input, parameters: { top_k: 1 } }, true],
    [{ top_k: 3 }, { inputs: input, parameters: { top_k: 3 } }, false],
  ])('with %j', (parameters, sent, javascript) => {
    const { body, clients } = task.request(draftOf(input, parameters))
    expect(body).toMatchObject({ kind: 'json', value: sent })
    expect(clients.javascript).toEqual(
      javascript ? { method: 'questionAnswering', args: sent, files: [] } : undefined,
    )
    expect(clients.python).toEqual({
      method: 'question_answering',
      positional: [input.question, context],
      args: parameters,
      files: [],
    })
  })

  it('has no Python call for a parameter that its library has not', () => {
    expect(task.request(draftOf(input, { new: 1 })).clients.python).toBeUndefined()
  })

  it.each([
    [{ question: ' ', context: '' }, ['question question-missing', 'context text-missing']],
    [input, []],
    [{ ...input, context: '好'.repeat(400_000) }, ['context text-too-long']],
  ])('problems %#', (given, problems) => {
    expect(task.problems(given).map(({ field, code }) => `${field} ${code}`)).toEqual(problems)
  })
})

describe('question-answering replies', () => {
  const parse = (reply: unknown) => task.parse(json(reply), draftOf(input))

  it.each([
    ['one answer', clara, [placed]],
    ['a list', [clara], [placed]],
    ['a list in a list', [[clara]], [placed]],
    [
      'overlapping answers',
      [clara, { answer: 'My name is Clara', score: 0.1, start: 2, end: 18 }],
      [placed, { answer: 'My name is Clara', score: 0.1, start: 3, end: 19 }],
    ],
    ['no answer', { answer: '', score: 0.7, start: 0, end: 0 }, [none]],
    [
      'an answer at the very start',
      { ...clara, answer: '🐈', start: 0, end: 1 },
      [{ ...placed, answer: '🐈', start: 0, end: 2 }],
    ],
    [
      'without a place',
      { answer: 'berkeley', score: null },
      [{ answer: 'berkeley', score: null, start: 34, end: 42 }],
    ],
    [
      'what is not in the context',
      { answer: 'Omar', score: 0.1 },
      [{ answer: 'Omar', score: 0.1, start: null, end: null }],
    ],
    ['nothing', [], []],
  ])('reads %s', (_name, reply, answers) => {
    expect(parse(reply)).toEqual({ answers })
  })

  it.each([
    { answer: null, score: 1 },
    { score: 1 },
    [clara, 'Clara'],
    { answer: 'x', score: 'y' },
    3,
  ])('refuses %j', (reply) => {
    expect(() => parse(reply)).toThrow(expect.objectContaining({ name: 'UnreadableReply' }))
  })
})

describe('rankAnswers', () => {
  it('numbers answers from 1, and takes no place behind the context', () => {
    const ranked = rankAnswers([placed, none, { ...placed, end: 99 }], context)
    expect(ranked.map(({ label, start }) => [label, start])).toEqual([
      ['1', 14],
      ['2', null],
      ['3', null],
    ])
  })
})
