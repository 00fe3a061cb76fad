import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/core/json'
import { UnreadableReply, type Reply } from '@/core/reply'
import { prepare } from '@/inference/prepare'
import task, { type Input } from '.'

const text: Input = { inputs: 'Today is a sunny day', split: 'text' }
const lines: Input = { inputs: 'hello\nThat is a happy person', split: 'lines' }
const draft = (input: Input, parameters: JsonObject = {}) => ({
  model: 'owner/model',
  input,
  parameters,
  stream: false,
})
const json = (value: unknown): Reply => ({ kind: 'json', value, text: '' })

describe('the request of feature extraction', () => {
  it.each<[string, Input, JsonObject, unknown]>([
    ['a text', text, {}, { inputs: 'Today is a sunny day' }],
    ['a list', lines, {}, { inputs: ['hello', 'That is a happy person'] }],
    [
      'parameters at the root',
      text,
      { normalize: true, prompt_name: 'query', truncate: true, truncation_direction: 'left' },
      {
        inputs: 'Today is a sunny day',
        normalize: true,
        prompt_name: 'query',
        truncate: true,
        truncation_direction: 'left',
      },
    ],
  ])('%s', (_name, input, parameters, value) => {
    expect(task.request(draft(input, parameters)).body).toEqual({ kind: 'json', value, files: [] })
  })

  it.each([
    [
      { kind: 'provider', provider: 'hf-inference', billTo: '' } as const,
      'https://router.huggingface.co/hf-inference/models/owner/model/pipeline/feature-extraction',
    ],
    [
      { kind: 'endpoint', url: 'http://localhost:8080/embed', auth: 'none' } as const,
      'http://localhost:8080/embed',
    ],
    [
      { kind: 'sandbox' } as const,
      'http://x/sandbox/models/owner/model/pipeline/feature-extraction',
    ],
  ])('goes to its place on %j', (connection, url) => {
    const request = prepare(task, connection, draft(text), { sandboxUrl: 'http://x/sandbox' })
    expect(request).toMatchObject({ dialect: 'wire', method: 'POST', url })
  })

  it('goes through the client library to other providers', () => {
    const connection = { kind: 'provider', provider: 'together', billTo: '' } as const
    const request = prepare(task, connection, draft(lines, { truncate: true }), { sandboxUrl: '' })
    expect(request).toMatchObject({
      dialect: 'provider',
      call: {
        method: 'featureExtraction',
        args: { inputs: ['hello', 'That is a happy person'], truncate: true },
      },
    })
  })

  it.each([
    [text, { normalize: true }, ['Today is a sunny day'], { normalize: true }],
    [lines, {}, undefined, undefined],
    [text, { dimensions: 3 }, undefined, undefined],
  ])('is said in Python where one array can hold the reply: %j %j', (input, given, first, args) => {
    const { python, javascript } = task.request(draft(input, given)).clients
    expect([python?.positional, python?.args]).toEqual([first, args])
    expect(javascript?.args).toMatchObject(given)
  })
})

describe('the reply of feature extraction', () => {
  const rows = (value: unknown, input: Input) =>
    task.parse(json(value), draft(input)).embeddings.map((each) => [each.level, each.rows.length])

  it.each([
    ['number[]', [1, 2], text, [['sentence', 1]]],
    ['number[][] of a text', [[1, 2]], text, [['sentence', 1]]],
    [
      'tokens of a text',
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      text,
      [['token', 2]],
    ],
    [
      'number[][] of a list',
      [
        [1, 2],
        [3, 4],
      ],
      lines,
      [
        ['sentence', 1],
        ['sentence', 1],
      ],
    ],
    [
      'number[][][] of a list',
      [
        [[1], [2]],
        [[3], [4]],
      ],
      lines,
      [
        ['token', 2],
        ['token', 2],
      ],
    ],
    [
      'deeper',
      [[[[1], [2]]], [[[3], [4], [5]]]],
      lines,
      [
        ['token', 2],
        ['token', 3],
      ],
    ],
  ])('%s', (_name, value, input, expected) => {
    expect(rows(value, input)).toEqual(expected)
  })

  it('says what was expected of a reply that it cannot read', () => {
    expect(() => rows([[1, 2]], lines)).toThrow(UnreadableReply)
  })
})
