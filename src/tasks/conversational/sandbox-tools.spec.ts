import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '@/core/json'
import { validate } from '@/core/json-schema-check'
import { builtInTools, definitionOf } from '@/core/tool-builtins'
import { callTask, eventsOfTask } from '@/sandbox/lib/test-call'
import { fold } from './parse'
import sandbox from './sandbox'

interface Call {
  id: string
  type: string
  function: { name: string; arguments: string }
}
interface Completion {
  choices: {
    message: { content: string | null; tool_calls?: Call[] }
    finish_reason: string
  }[]
  usage: { completion_tokens: number }
}

const user = (content: string) => ({ role: 'user', content })
const complete = async (messages: readonly object[], extra: object = {}) =>
  (await callTask(sandbox, { body: { messages, temperature: 0, seed: 1, ...extra } })) as Completion

const tool = (
  name: string,
  description: string,
  properties: JsonObject,
  required: string[] = [],
) => ({
  type: 'function',
  function: { name, description, parameters: { type: 'object', properties, required } },
})
const weather = tool(
  'get_current_weather',
  'Get the current weather',
  {
    location: { type: 'string', description: 'City and country' },
    unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
  },
  ['location'],
)
const mail = tool(
  'send_email',
  'Send an email to somebody',
  {
    to: { type: 'string', description: 'Email address' },
    body: { type: 'string', description: 'Text' },
  },
  ['to', 'body'],
)
const tools = [...builtInTools.map(definitionOf), weather, mail]

/** `name({...})` for each call, or the text. */
async function asked(text: string, extra: object = {}, before: readonly object[] = []) {
  const { choices } = await complete([...before, user(text)], { tools, ...extra })
  const message = choices[0]?.message
  return (
    message?.tool_calls?.map(({ function: f }) => `${f.name}(${f.arguments})`) ?? message?.content
  )
}

describe('the talker calls tools', () => {
  it.each<[string, string[]]>([
    ['What is 12 * (3 + 4)?', ['calculator({"expression":"12 * (3 + 4)"})']],
    ['Please calculate 3 plus 4', ['calculator({"expression":"3 + 4"})']],
    ['What is the weather in Paris?', ['get_current_weather({"location":"Paris"})']],
    [
      'What is the weather like in New York today, in celsius?',
      ['get_current_weather({"location":"New York","unit":"celsius"})'],
    ],
    [
      'What is the weather in Paris and Rome?',
      ['get_current_weather({"location":"Paris"})', 'get_current_weather({"location":"Rome"})'],
    ],
    [
      'What is the weather in Oslo, and what is 2 + 3?',
      ['get_current_weather({"location":"Oslo"})', 'calculator({"expression":"2 + 3"})'],
    ],
    ['What time is it in Tokyo?', ['get_time({"time_zone":"Asia/Tokyo"})']],
    ['What time is it?', ['get_time({})']],
    ['Give me a random number between 5 and 9', ['random_number({"minimum":5,"maximum":9})']],
    ['Roll a die', ['random_number({"minimum":1,"maximum":6})']],
    [
      'Send an email to ada@example.com saying "See you"',
      ['send_email({"to":"ada@example.com","body":"See you"})'],
    ],
    ['北京天气怎么样？', ['get_current_weather({"location":"北京"})']],
    ['东京现在几点？', ['get_time({"time_zone":"Asia/Tokyo"})']],
    ['计算 3乘以4', ['calculator({"expression":"3*4"})']],
  ])('%s', async (text, calls) => {
    expect(await asked(text)).toEqual(calls)
  })

  it('speaks where no tool fits, and where none is allowed', async () => {
    expect(await asked('Hello there')).toMatch(/hello/i)
    expect(await asked('What is 2 + 3?', { tool_choice: 'none' })).toContain('= 5')
  })

  it('calls where it must', async () => {
    expect(await asked('Hello', { tool_choice: 'required' })).toHaveLength(1)
    const named = { type: 'function', function: { name: 'get_time' } }
    expect(await asked('What is 2 + 3?', { tool_choice: named })).toEqual(['get_time({})'])
  })

  it('takes facts from what was said before', async () => {
    const before = [user('I am Ada. I live in Lisbon.'), { role: 'assistant', content: 'Hello' }]
    expect(await asked('What is the weather like?', {}, before)).toEqual([
      'get_current_weather({"location":"Lisbon"})',
    ])
    expect(await asked('What is my name?', {}, before)).toContain('Ada')
  })

  it('answers from results, also under `required`', async () => {
    const { choices } = await complete([user('What is 2 + 3, and what time is it?')], { tools })
    const calls = choices[0]?.message.tool_calls ?? []
    expect(choices[0]).toMatchObject({ finish_reason: 'tool_calls', message: { content: null } })
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2)
    const results = calls.map(({ id }, at) => ({
      role: 'tool',
      tool_call_id: id,
      content: at === 0 ? '{"result": 5}' : 'noon',
    }))
    const messages = [
      user('What is 2 + 3, and what time is it?'),
      { role: 'assistant', content: null, tool_calls: calls },
      ...results.reverse(),
    ]
    const answer = await complete(messages, { tools, tool_choice: 'required' })
    const content = answer.choices[0]?.message.content ?? ''
    expect(content).toMatch(/`calculator`: 5/)
    expect(content).toMatch(/`get_time`: noon/)
    expect(content).toMatch(/rules/)
  })

  it('streams calls in pieces that make the same call', async () => {
    const body = {
      messages: [user('What is the weather in Oslo, and what is 2 + 3?')],
      tools,
      seed: 1,
    }
    const events = await eventsOfTask(sandbox, { body: { ...body, temperature: 0, stream: true } })
    const output = events.map((data) => ({ at: 0, data })).reduce(fold.step, fold.start())
    const whole = (await complete(body.messages, { tools })).choices[0]?.message.tool_calls ?? []
    expect(output.finishReason).toBe('tool_calls')
    expect(output.message.toolCalls).toEqual(
      whole.map(({ id, function: f }) => ({ id, name: f.name, arguments: f.arguments })),
    )
    expect(events.filter((event) => event.includes('tool_calls')).length).toBeGreaterThan(8)
  })

  it('cuts a call at max_tokens', async () => {
    const { choices, usage } = await complete([user('What is 12 * (3 + 4)?')], {
      tools,
      max_tokens: 3,
    })
    expect(choices[0]?.finish_reason).toBe('length')
    expect(usage.completion_tokens).toBe(3)
    expect(() =>
      JSON.parse(choices[0]?.message.tool_calls?.[0]?.function.arguments ?? '{}'),
    ).toThrow()
  })

  it.each([
    [{ tools: 3 }],
    [{ tools: [{}] }],
    [{ tools: [{ function: { name: 'a b' } }] }],
    [{ tools: [weather], tool_choice: 'maybe' }],
    [{ tools: [weather], tool_choice: { function: { name: 'other' } } }],
    [{ tool_choice: 'required' }],
    [{ response_format: { type: 'xml' } }],
    [{ response_format: 'json' }],
    [{ response_format: { type: 'json_schema' } }],
  ])('refuses %j', async (extra) => {
    await expect(complete([user('x')], extra)).rejects.toMatchObject({ status: 422 })
  })
})

describe('the talker writes JSON', () => {
  const say = async (text: string, response_format: object, extra: object = {}) => {
    const { choices } = await complete([user(text)], { response_format, ...extra })
    return JSON.parse(choices[0]?.message.content ?? '') as Json
  }
  const bySchema = (schema: JsonObject) => ({
    type: 'json_schema',
    json_schema: { name: 'x', schema },
  })

  it('an object, with the keys that are asked for', async () => {
    expect(await say('What is 2 + 3?', { type: 'json_object' })).toEqual({ answer: '2 + 3 = 5' })
    expect(
      await say('Sarah Smith is 42. Answer as JSON with keys name and age.', {
        type: 'json_object',
      }),
    ).toMatchObject({ name: 'Sarah Smith' })
  })

  it('what the text says, in the places of the schema', async () => {
    const schema: JsonObject = {
      type: 'object',
      properties: {
        name: { type: 'string' },
        age: { type: 'integer' },
        city: { type: 'string' },
        mood: { type: 'string', enum: ['happy', 'sad'] },
      },
      required: ['name', 'age', 'city', 'mood'],
    }
    const text = 'Sarah Smith is 42 years old, lives in Paris and is sad today.'
    expect(await say(text, bySchema(schema))).toEqual({
      name: 'Sarah Smith',
      age: 42,
      city: 'Paris',
      mood: 'sad',
    })
  })

  it('what stands behind a label', async () => {
    const schema: JsonObject = { properties: { title: {}, abstract_summary: { type: 'string' } } }
    const text = 'Title: Attention Is All You Need\n\nAbstract: We propose a network.'
    expect(await say(text, bySchema(schema))).toEqual({
      title: 'Attention Is All You Need',
      abstract_summary: 'We propose a network.',
    })
  })

  const schemas: readonly JsonObject[] = [
    {
      type: 'object',
      properties: { a: { type: 'integer', minimum: 5, maximum: 7 } },
      required: ['a'],
    },
    { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
    { type: 'integer', minimum: 10, multipleOf: 7 },
    { type: 'array', items: { type: 'string' }, minItems: 3, maxItems: 3 },
    { type: 'array', items: { enum: ['x', 'y'] }, minItems: 1 },
    {
      type: 'object',
      properties: { when: { type: 'string', format: 'date' } },
      required: ['when'],
    },
    { type: 'string', format: 'date-time' },
    { type: 'string', format: 'email' },
    { type: 'string', format: 'uuid' },
    { type: 'string', format: 'uri' },
    { type: 'string', pattern: '^[A-Z]{2}-\\d{3,5}(?:x|y)?$' },
    { type: 'string', minLength: 40, maxLength: 50 },
    { const: 3 },
    { type: ['null', 'boolean'] },
    { anyOf: [{ type: 'null' }, { type: 'integer' }] },
    { allOf: [{ properties: { a: { type: 'string' } } }, { required: ['a', 'b'] }] },
    {
      $defs: {
        node: {
          type: 'object',
          properties: { next: { $ref: '#/$defs/node' }, n: { type: 'integer' } },
        },
      },
      $ref: '#/$defs/node',
    },
    {
      type: 'object',
      properties: {
        steps: {
          type: 'array',
          minItems: 2,
          items: {
            type: 'object',
            properties: { explanation: { type: 'string' }, output: { type: 'string' } },
            required: ['explanation', 'output'],
            additionalProperties: false,
          },
        },
        deep: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] },
      },
      required: ['steps', 'deep'],
      additionalProperties: false,
    },
  ]
  it.each(schemas.map((schema) => [schema] as const))('valid by %j', async (schema) => {
    for (const temperature of [0, 1]) {
      for (const seed of [1, 2, 3]) {
        const text = 'Tell me of 3 apples, 17 pears and one fig in Rome.'
        const value = await say(text, bySchema(schema), { seed, temperature })
        expect(validate(value, schema), JSON.stringify(value)).toEqual([])
      }
    }
  })

  it('the same for a seed, another for others, and cut at max_tokens', async () => {
    const schema = bySchema({ type: 'integer', minimum: 1, maximum: 9 })
    const draw = (seed: number) => say('a number', schema, { seed, temperature: 1 })
    expect(await draw(3)).toBe(await draw(3))
    expect(new Set(await Promise.all([1, 2, 3, 4, 5, 6].map(draw))).size).toBeGreaterThan(1)
    const cut = await complete([user('Hello')], {
      response_format: { type: 'json_object' },
      max_tokens: 4,
    })
    expect(cut.choices[0]).toMatchObject({ finish_reason: 'length' })
    expect(() => JSON.parse(cut.choices[0]?.message.content ?? '{}')).toThrow()
  })

  it('refuses a schema that leads nowhere', async () => {
    await expect(say('x', bySchema({ $ref: '#/$defs/none' }))).rejects.toMatchObject({
      status: 422,
    })
  })
})
