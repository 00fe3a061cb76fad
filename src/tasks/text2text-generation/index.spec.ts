import { describe, expect, it } from 'vitest'
import { UnreadableReply } from '@/core/reply'
import task from '.'

const draft = (parameters = {}, stream = false) => ({
  model: 'google/flan-t5-xxl',
  input: { inputs: 'one plus two equals' },
  parameters,
  stream,
})

it.each([
  [{}, false, { inputs: 'one plus two equals' }],
  [{}, true, { inputs: 'one plus two equals', stream: true }],
  [
    { generate_parameters: { num_beams: 2 } },
    false,
    { inputs: 'one plus two equals', parameters: { generate_parameters: { num_beams: 2 } } },
  ],
])('sends %j, streamed: %s', (parameters, stream, value) => {
  const request = task.request(draft(parameters, stream))
  expect(request).toMatchObject({ route: 'model', stream, body: { kind: 'json' } })
  expect(request.body).toHaveProperty('value', value)
})

describe('the reply', () => {
  const parse = (value: unknown) =>
    task.parse({ kind: 'json', value, text: JSON.stringify(value) }, draft())

  it.each([
    ['one', [{ generated_text: 'three' }], 'three', []],
    ['several', [{ generated_text: 'a' }, { generated_text: 'b' }], 'a', ['b']],
    ['no list', { generated_text: 'three' }, 'three', []],
    ['empty', [{ generated_text: '' }], '', []],
  ])('%s', (_name, reply, text, others) => {
    const further = others.map((other) => ({ text: other }))
    expect(parse(reply)).toMatchObject({ text, others: further, endedProperly: true })
  })

  it.each([[[]], [[{ summary_text: 'a' }]], [null]])('refuses %j', (reply) => {
    expect(() => parse(reply)).toThrow(UnreadableReply)
  })
})
