import { describe, expect, it } from 'vitest'
import { UnreadableReply, type Reply } from '@/core/reply'
import { prepare } from '@/inference/prepare'
import task, { type Input } from '.'

const text: Input = { inputs: 'Today is a sunny day', split: 'text' }
const lines: Input = { inputs: 'one\ntwo', split: 'lines' }
const draft = (input: Input, parameters = {}) => ({
  model: 'owner/model',
  input,
  parameters,
  stream: false,
})
const json = (value: unknown): Reply => ({ kind: 'json', value, text: '' })

describe('the request of sentence embeddings', () => {
  it.each([
    [text, {}, { inputs: 'Today is a sunny day' }],
    [lines, { normalize: false }, { inputs: ['one', 'two'], normalize: false }],
  ])('%j with %j', (input, parameters, value) => {
    expect(task.request(draft(input, parameters)).body).toEqual({ kind: 'json', value, files: [] })
  })

  it('goes to the model itself, and to providers as feature extraction', () => {
    const to = (provider: string) =>
      prepare(task, { kind: 'provider', provider, billTo: '' }, draft(text), { sandboxUrl: '' })
    expect(to('hf-inference')).toMatchObject({
      url: 'https://router.huggingface.co/hf-inference/models/owner/model',
    })
    expect(to('auto')).toMatchObject({ dialect: 'provider', call: { method: 'featureExtraction' } })
  })

  it('is offered in no library, which would read no {embeddings}', () => {
    expect(task.request(draft(text)).clients).toEqual({})
  })
})

describe('the reply of sentence embeddings', () => {
  it.each([
    ['number[]', [1, 2], text, [[[1, 2]]]],
    ['number[][]', [[1], [2]], lines, [[[1]], [[2]]]],
    ['{embeddings} of a text', { embeddings: [1, 2] }, text, [[[1, 2]]]],
    ['{embeddings} of a list', { embeddings: [[1], [2]] }, lines, [[[1]], [[2]]]],
  ])('%s', (_name, value, input, expected) => {
    const { embeddings } = task.parse(json(value), draft(input))
    expect(embeddings.map(({ rows }) => rows)).toEqual(expected)
  })

  it.each([[{ embeddings: [] }], [{ embeddings: [[1], [2], [3]] }], [{ embeddings: 'x' }], [{}]])(
    'refuses %j',
    (value) => {
      expect(() => task.parse(json(value), draft(lines))).toThrow(UnreadableReply)
    },
  )
})
