import { expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Reply {
  generated_text: string
  details?: { finish_reason: string; generated_tokens: number }
}

const inputs = 'Sarah is 42 and lives in Paris.'
const write = async (grammar: unknown, more: object = {}) => {
  const parameters = { grammar, seed: 1, details: true, ...more } as never
  const [reply] = (await callTask(sandbox, { inputs, parameters })) as [Reply]
  return reply
}
const schema = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' } },
  required: ['name', 'age'],
}

it.each([
  [{ type: 'json', value: schema }],
  [{ type: 'json', value: JSON.stringify(schema) }],
  [{ type: 'json_schema', value: { name: 'person', schema } }],
])('writes an instance for %j', async (grammar) => {
  const reply = await write(grammar)
  expect(JSON.parse(reply.generated_text)).toEqual({ name: 'Sarah', age: 42 })
  expect(reply.details?.finish_reason).toBe('eos_token')
})

it('writes what a regular expression matches, and is cut at max_new_tokens', async () => {
  const grammar = { type: 'regex', value: '(\\d{3}-){3}x' }
  expect((await write(grammar)).generated_text).toMatch(/^(\d{3}-){3}x$/)
  const cut = await write(grammar, { max_new_tokens: 2 })
  expect(cut.details).toMatchObject({ finish_reason: 'length', generated_tokens: 2 })
})

it.each([
  [{ type: 'regex', value: '(' }],
  [{ type: 'json', value: '{' }],
  [{ type: 'xml' }],
  ['json'],
])('refuses %j', async (grammar) => {
  await expect(write(grammar)).rejects.toMatchObject({ status: 422 })
})

it('finds the things and the place that a text names', async () => {
  const text = 'convert to JSON: I saw a puppy a cat and a raccoon during my bike ride in the park'
  const value = {
    type: 'object',
    properties: {
      location: { type: 'string' },
      animals: { type: 'array', items: { type: 'string' } },
    },
  }
  const parameters = { grammar: { type: 'json', value }, max_new_tokens: 200 } as never
  const [reply] = (await callTask(sandbox, { inputs: text, parameters })) as [Reply]
  expect(JSON.parse(reply.generated_text)).toEqual({
    location: 'park',
    animals: ['puppy', 'cat', 'raccoon'],
  })
})
