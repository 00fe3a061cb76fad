import { encode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { calculate, findArithmetic } from '@/sandbox/lib/talk/arithmetic'
import { callTask, eventsOfTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Choice {
  index: number
  message: { role: string; content: string }
  logprobs: {
    content: { token: string; logprob: number; top_logprobs: { token: string }[] }[]
  } | null
  finish_reason: string
}
interface Completion {
  choices: Choice[]
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number }
}
interface Chunk {
  choices: {
    index: number
    delta: { role?: string; content?: string }
    finish_reason: string | null
  }[]
  usage?: Completion['usage'] | null
}

const user = (content: unknown) => ({ role: 'user', content })
const complete = async (messages: unknown, extra: object = {}) =>
  (await callTask(sandbox, { body: { messages, temperature: 0, ...extra } })) as Completion
const say = async (...texts: string[]) =>
  (await complete(texts.map(user))).choices[0]?.message.content ?? ''

describe('arithmetic', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['7 % 4 - 1', 2],
    ['0.1 + 0.2', 0.3],
    ['10 / 0', undefined],
    ['(1 + 2', undefined],
    ['2 +', undefined],
    ['alert(1)', undefined],
    ['process.exit', undefined],
  ])('%s = %s', (expression, value) => {
    expect(calculate(expression)).toBe(value)
  })

  it.each([
    ['What is 12 plus 30?', 42],
    ['compute 3 × (4 + 1), please', 15],
    ['1,200 / 4?', 300],
    ['十 3乘以4', 12],
    ['On 2024 I was 30', undefined],
  ])('finds it in: %s', (text, value) => {
    expect(findArithmetic(text)?.value).toBe(value)
  })
})

describe('conversational sandbox', () => {
  it.each([
    ['Hello there', /hello/i],
    ['What is 12 * (3 + 4)?', /= 84$/],
    ['Make a table of apples, pears and figs', /\| pears \| 5 \| 2 \|/],
    ['Write some python code', /```python\n[\s\S]*print[\s\S]*```/],
    ['Give me a list of cats, dogs', /1\. cats\n2\. dogs/],
    ['Who are you?', /rules, not a language model/],
    ['Count to 5', /^1, 2, 3, 4, 5$/],
    ['I feel tired of my work', /tired of your work/],
    ['你好', /你好/],
    ['3加4等于多少', /= 7/],
    ['你是谁', /一组规则/],
    ['给我一个表格，包括苹果、梨', /\| 苹果 \| 2 \|/],
  ])('%s', async (text, answer) => {
    expect(await say(text)).toMatch(answer)
  })

  it('remembers what was said earlier', async () => {
    expect(await say('My name is Ada.', 'What is my name?')).toContain('Ada')
    expect(await say('My name is Ada.', 'Call me Countess', 'What is my name?')).toContain(
      'Countess',
    )
    expect(await say('What is my name?')).toContain('not told')
    expect(await say('My favourite colour is green', "What's my favourite colour?")).toContain(
      'green',
    )
    expect(await say('我叫小明。', '我叫什么？')).toContain('小明')
    expect(await say('Peas are good', 'What did I say?')).toContain('Peas are good')
  })

  it('measures attached pictures', async () => {
    const png = encode({ width: 30, height: 20, channels: 3, data: new Uint8Array(1800) })
    const url = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
    const parts = [
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url } },
    ]
    const content = (await complete([user(parts)])).choices[0]?.message.content
    expect(content).toContain('30 × 20 pixels')
    expect(content).toContain(`${png.length} bytes`)
  })

  it('chooses among phrasings by seed, always the first at temperature 0', async () => {
    const hello = async (seed: number, temperature = 1.5) =>
      (await complete([user('Hello')], { seed, temperature })).choices[0]?.message.content
    expect(await hello(4)).toBe(await hello(4))
    const said = new Set(await Promise.all(Array.from({ length: 12 }, (_, seed) => hello(seed))))
    expect(said.size).toBeGreaterThan(1)
    const certain = new Set(
      await Promise.all(Array.from({ length: 12 }, (_, seed) => hello(seed, 0))),
    )
    expect(certain.size).toBe(1)
  })

  it('honours max_tokens, stop and n, and counts', async () => {
    const cut = await complete([user('Count to 50')], { max_tokens: 5 })
    expect(cut.choices[0]?.finish_reason).toBe('length')
    expect(cut.usage.completion_tokens).toBe(5)
    expect(cut.usage.total_tokens).toBe(cut.usage.prompt_tokens + 5)
    const stopped = await complete([user('Count to 50')], { stop: [', 4'] })
    expect(stopped.choices[0]).toMatchObject({
      finish_reason: 'stop',
      message: { content: '1, 2, 3' },
    })
    expect((await complete([user('Hi')], { n: 3 })).choices.map(({ index }) => index)).toEqual([
      0, 1, 2,
    ])
    const longer = await complete([user('Count to 50'), user('Count to 50')], { max_tokens: 5 })
    expect(longer.usage.prompt_tokens).toBeGreaterThan(cut.usage.prompt_tokens)
  })

  it('gives the odds of its choices', async () => {
    const { choices } = await complete([user('Hello')], {
      logprobs: true,
      top_logprobs: 3,
      temperature: 1,
      seed: 1,
    })
    const content = choices[0]?.logprobs?.content ?? []
    expect(content.map(({ token }) => token).join('')).toBe(choices[0]?.message.content)
    expect(content[0]?.logprob).toBeLessThan(0)
    expect(content[0]?.top_logprobs.length).toBe(3)
  })

  it('streams the same words, and usage when asked', async () => {
    const body = {
      messages: [user('Count to 4')],
      temperature: 0,
      stream_options: { include_usage: true },
    }
    const events = await eventsOfTask(sandbox, { body: { ...body, stream: true } })
    expect(events.at(-1)).toBe('[DONE]')
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event) as Chunk)
    expect(chunks[0]?.choices[0]?.delta.role).toBe('assistant')
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')
    expect(text).toBe('1, 2, 3, 4')
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop')
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 7 } })
    const plain = await eventsOfTask(sandbox, { body: { messages: body.messages, stream: true } })
    expect(plain.some((event) => event.includes('usage'))).toBe(false)
  })

  it('answers the two older bodies', async () => {
    const inputs = [user('Count to 3')]
    expect(await callTask(sandbox, { body: { inputs }, inputs })).toEqual([
      { generated_text: '1, 2, 3' },
    ])
    const older = {
      past_user_inputs: ['My name is Ada'],
      generated_responses: ['Hello'],
      text: 'What is my name?',
    }
    const reply = await callTask(sandbox, { body: { inputs: older }, inputs: older })
    expect(reply).toMatchObject({
      conversation: { past_user_inputs: ['My name is Ada', 'What is my name?'] },
    })
    expect((reply as { generated_text: string }).generated_text).toContain('Ada')
  })

  it.each([
    [undefined, {}],
    [[], {}],
    ['hello', {}],
    [[{ content: 'x' }], {}],
    [[user(3)], {}],
    [[user('x')], { temperature: 3 }],
    [[user('x')], { max_tokens: 0 }],
    [[user('x')], { n: 99 }],
    [[user([{ type: 'image_url', image_url: { url: 'data:image/png;base64,???' } }])], {}],
  ])('refuses %j with %j', async (messages, extra) => {
    await expect(complete(messages, extra)).rejects.toMatchObject({ status: 422 })
  })
})
