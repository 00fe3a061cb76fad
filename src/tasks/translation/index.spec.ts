import { describe, expect, it } from 'vitest'
import { UnreadableReply } from '@/core/reply'
import task from '.'
import { linesOf, swappedText } from './input'

const input = (change = {}) => ({ ...task.emptyInput, inputs: 'x', ...change })
const draft = (change = {}, parameters = {}) => ({
  model: 'google-t5/t5-base',
  input: input(change),
  parameters,
  stream: false,
})
const both = { src_lang: 'en_XX', tgt_lang: 'fr_XX' }
const parse = (value: unknown) =>
  task.parse({ kind: 'json', value, text: JSON.stringify(value) }, draft())

describe('the request', () => {
  it.each([
    ['a text', {}, {}, { inputs: 'x' }],
    ['both languages', both, {}, { inputs: 'x', parameters: both }],
    [
      'languages and parameters',
      { src_lang: ' en_XX ', tgt_lang: 'fr_XX' },
      { truncation: 'only_first' },
      { inputs: 'x', parameters: { truncation: 'only_first', ...both } },
    ],
    [
      'lines',
      {
        inputs: 'My name is Wolfgang and I live in Berlin\n\n I work as programmer \n',
        by_line: true,
      },
      {},
      { inputs: ['My name is Wolfgang and I live in Berlin', 'I work as programmer'] },
    ],
    [
      'a prefix of T5, left alone',
      { inputs: 'translate English to French: x' },
      {},
      { inputs: 'translate English to French: x' },
    ],
  ])('of %s', (_name, change, parameters, value) => {
    const { body, route } = task.request(draft(change, parameters))
    expect(route).toBe('model')
    expect(body).toEqual({ kind: 'json', value, files: [] })
  })

  it.each([
    [{}, []],
    [both, []],
    [{ src_lang: 'en' }, ['param-tgt_lang']],
    [{ tgt_lang: 'en', src_lang: ' ' }, ['param-src_lang']],
  ])('needs both languages or neither: %j', (languages, fields) => {
    const problems = task.problems(input(languages))
    expect(problems.map(({ field }) => field)).toEqual(fields)
    for (const { code } of problems) expect(code).toBe('languages-both-or-neither')
  })

  it.each([
    ['a text', {}, {}, ['javascript', 'python']],
    ['both languages', both, {}, ['javascript', 'python']],
    ['lines, which huggingface_hub does not take', { by_line: true }, {}, ['javascript']],
    ['another parameter', {}, { max_length: 9 }, ['javascript']],
    ['several for each', {}, { generate_parameters: { num_return_sequences: 2 } }, ['javascript']],
  ])('is one of the libraries with %s', (_name, change, parameters, languages) => {
    expect(Object.keys(task.request(draft(change, parameters)).clients)).toEqual(languages)
  })
})

describe('the reply', () => {
  it.each([
    ['one', [{ translation_text: 'a' }], ['a']],
    ['several', [{ translation_text: 'a' }, { translation_text: 'b' }], ['a', 'b']],
    ['lists in a list', [[{ translation_text: 'a' }], [{ translation_text: 'b' }]], ['a', 'b']],
    ['no list', { translation_text: 'a' }, ['a']],
  ])('%s', (_name, reply, translations) => {
    expect(parse(reply)).toEqual({ translations })
  })

  it.each([[[]], [[{ generated_text: 'a' }]], [[{ translation_text: 3 }]], ['a'], [null]])(
    'refuses %j',
    (reply) => {
      expect(() => parse(reply)).toThrow(UnreadableReply)
    },
  )
})

it.each([
  ['hello', 'hello', 'bonjour', 'bonjour'],
  ['bonjour', 'hello', 'bonjour', 'hello'],
  ['other', 'hello', 'bonjour', 'other'],
])('%s, swapped with %s → %s, is %s', (text, source, translation, expected) => {
  expect(swappedText(text, source, translation)).toBe(expected)
})

it.each([
  ['', []],
  ['a', ['a']],
  ['a\r\n\r\n b \n', ['a', 'b']],
])('the lines of %j', (text, lines) => {
  expect(linesOf(text)).toEqual(lines)
})
