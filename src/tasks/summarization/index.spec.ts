import { describe, expect, it } from 'vitest'
import { UnreadableReply } from '@/core/reply'
import task from '.'

const draft = (inputs: string, parameters = {}) => ({
  model: 'facebook/bart-large-cnn',
  input: { inputs },
  parameters,
  stream: false,
})
const parse = (value: unknown) =>
  task.parse({ kind: 'json', value, text: JSON.stringify(value) }, draft('x'))

describe('the request', () => {
  it.each([
    [{}, { inputs: 'x' }],
    [{ max_length: 100 }, { inputs: 'x', parameters: { max_length: 100 } }],
    [
      { truncation: 'only_first', generate_parameters: { num_beams: 4 } },
      {
        inputs: 'x',
        parameters: { truncation: 'only_first', generate_parameters: { num_beams: 4 } },
      },
    ],
  ])('with %j', (parameters, value) => {
    const { body, route } = task.request(draft('x', parameters))
    expect(route).toBe('model')
    expect(body).toMatchObject({ kind: 'json', value })
  })

  it.each([
    ['documented parameters', { truncation: 'only_first' }, ['javascript', 'python']],
    ['older parameters, which huggingface_hub has not', { min_length: 5 }, ['javascript']],
    ['several summaries', { generate_parameters: { num_return_sequences: 2 } }, []],
    ['several, the older way', { num_return_sequences: 2 }, []],
    ['one', { generate_parameters: { num_return_sequences: 1 } }, ['javascript', 'python']],
  ])('is one of the libraries with %s', (_name, parameters, languages) => {
    expect(Object.keys(task.request(draft('x', parameters)).clients)).toEqual(languages)
  })
})

describe('the reply', () => {
  it.each([
    ['one', [{ summary_text: 'a' }], ['a']],
    ['several', [{ summary_text: 'a' }, { summary_text: 'b' }], ['a', 'b']],
    ['a list in a list', [[{ summary_text: 'a' }]], ['a']],
    ['no list', { summary_text: 'a' }, ['a']],
    ['empty', [{ summary_text: '' }], ['']],
  ])('%s', (_name, reply, summaries) => {
    expect(parse(reply)).toEqual({ summaries })
  })

  it.each([[[]], [[{ generated_text: 'a' }]], [[{ summary_text: null }]], ['a'], [null]])(
    'refuses %j',
    (reply) => {
      expect(() => parse(reply)).toThrow(UnreadableReply)
    },
  )
})
