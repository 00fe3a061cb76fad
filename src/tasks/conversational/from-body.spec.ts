import { expect, it } from 'vitest'
import type { GivenBody } from '@/core/given-body'
import type { JsonObject } from '@/core/json'
import task from '.'
import { fromBody } from './from-body'

const body = (value: JsonObject): GivenBody => ({
  method: 'POST',
  headers: [],
  type: 'application/json',
  text: JSON.stringify(value),
  value,
  parameters: {},
  rest: value,
})

it('brings a conversation with tools back, and would send the same again', () => {
  const given: JsonObject = {
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Add 1 and 2, and tell the time' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [
          { id: 'a', type: 'function', function: { name: 'add', arguments: '{"a":1,"b":2}' } },
          { id: 'b', type: 'function', function: { name: 'now', arguments: '{' } },
        ],
      },
      { role: 'tool', tool_call_id: 'a', name: 'add', content: '3' },
      { role: 'tool', tool_call_id: 'b', content: 'noon' },
    ],
    tools: [{ type: 'function', function: { name: 'add' } }],
    tool_choice: 'auto',
  }
  const filled = fromBody(body(given))
  expect(filled?.input.messages.map(({ role }) => role)).toEqual([
    'user',
    'assistant',
    'tool',
    'tool',
  ])
  const { parameters, input } = filled ?? { parameters: {}, input: task.emptyInput }
  const request = task.request({ model: '', input, parameters, stream: false })
  expect(request.body).toMatchObject({ kind: 'json', value: given })
})

it('takes arguments that are an object, and waits for the results', () => {
  const filled = fromBody(
    body({
      messages: [
        { role: 'user', content: 'Add' },
        {
          role: 'assistant',
          tool_calls: [{ id: 'a', function: { name: 'f', arguments: { a: 1 } } }],
        },
      ],
    }),
  )
  const input = filled?.input ?? task.emptyInput
  expect(input.messages[1]?.toolCalls).toEqual([{ id: 'a', name: 'f', arguments: '{"a":1}' }])
  expect(task.problems(input)).toEqual([{ field: 'messages', code: 'tool-results-missing' }])
  const answered = { ...input, toolResults: { a: '' } }
  expect(task.problems(answered)).toEqual([])
  expect(
    task.request({ model: '', input: answered, parameters: {}, stream: false }).body,
  ).toMatchObject({
    value: { messages: [{}, {}, { role: 'tool', tool_call_id: 'a', content: '' }] },
  })
})
