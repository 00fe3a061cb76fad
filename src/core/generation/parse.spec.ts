import { describe, expect, it } from 'vitest'
import type { Chunk } from '@/core/exchange'
import { ErrorReply, UnreadableReply } from '@/core/reply'
import { fold, parseGeneration } from './parse'

const json = (value: unknown) => ({ kind: 'json', value, text: '' }) as const
const event = (value: unknown): Chunk => ({
  at: 0,
  data: typeof value === 'string' ? value : JSON.stringify(value),
})
const folded = (...values: unknown[]) => values.map(event).reduce(fold.step, fold.start())
const token = (text: string, more = {}) => ({
  token: { id: 1, text, logprob: -0.5, special: false },
  generated_text: null,
  details: null,
  ...more,
})

describe('a whole reply', () => {
  it.each([
    ['[{generated_text}]', [{ generated_text: 'a' }], 'a', []],
    ['several', [{ generated_text: 'a' }, { generated_text: 'b' }], 'a', ['b']],
    ['[[{generated_text}]]', [[{ generated_text: 'a' }]], 'a', []],
    ['{generated_text}', { generated_text: 'a' }, 'a', []],
    ['an empty text', { generated_text: '' }, '', []],
    ['{choices: [{text}]}', { choices: [{ text: 'a' }, { text: 'b' }] }, 'a', ['b']],
    ['a chat completion', { choices: [{ message: { content: 'a' } }] }, 'a', []],
    [
      'best_of',
      [{ generated_text: 'a', details: { best_of_sequences: [{ generated_text: 'b' }] } }],
      'a',
      ['b'],
    ],
  ])('%s', (_name, reply, text, others) => {
    expect(parseGeneration(json(reply))).toMatchObject({ text, others, endedProperly: true })
  })
  it('reads details and tokens', () => {
    const tokens = [
      { id: 5, text: ' a', logprob: -0.1, special: false },
      { id: 2, text: '</s>', logprob: null, special: true },
    ]
    const details = { finish_reason: 'length', generated_tokens: 2, seed: 0, tokens }
    expect(parseGeneration(json([{ generated_text: ' a', details }]))).toMatchObject({
      finishReason: 'length',
      details: { generated_tokens: 2, seed: 0 },
      tokens,
    })
  })
  it('reads the reason, usage and model of a completion', () => {
    const reply = {
      model: 'm',
      choices: [{ text: 'a', finish_reason: 'stop' }],
      usage: { completion_tokens: 3 },
    }
    expect(parseGeneration(json(reply))).toMatchObject({
      finishReason: 'stop',
      usage: { completionTokens: 3 },
      model: 'm',
    })
  })
  it.each([[[]], [{ choices: [] }], [{ generated_text: null }], ['text']])(
    'refuses %j',
    (reply) => {
      expect(() => parseGeneration(json(reply))).toThrow(UnreadableReply)
    },
  )
})

describe('a stream', () => {
  it('of TGI ends with the whole text, and has the tokens then', () => {
    const open = folded(token('To'), token(' be'))
    expect(open).toMatchObject({ text: 'To be', endedProperly: false })
    const end = token('</s>', {
      token: { id: 2, text: '</s>', logprob: -0.1, special: true },
      generated_text: 'To be',
      details: { finish_reason: 'eos_token', generated_tokens: 3 },
    })
    const done = folded(token('To'), token(' be'), end)
    expect(done).toMatchObject({
      text: 'To be',
      finishReason: 'eos_token',
      details: { generated_tokens: 3 },
      endedProperly: true,
    })
    expect(done.tokens?.map(({ text }) => text)).toEqual(['To', ' be', '</s>'])
    expect(done).not.toHaveProperty('streamed')
  })
  it('keeps special tokens out of a text that is cut', () => {
    const special = { id: 1, text: '<s>', logprob: 0, special: true }
    expect(folded(token('', { token: special }), token('x')).text).toBe('x')
  })
  it('of completion chunks ends with a reason or [DONE]', () => {
    const chunk = (text: string, finish_reason: string | null = null) => ({
      choices: [{ text, finish_reason }],
    })
    expect(fold.ended(folded(chunk('a'), chunk('b')))).toBe(false)
    expect(folded(chunk('a'), chunk('b', 'stop'))).toMatchObject({
      text: 'ab',
      finishReason: 'stop',
      endedProperly: true,
    })
    expect(fold.ended(folded(chunk('a'), '[DONE]'))).toBe(true)
  })
  it('throws the words of an error', () => {
    expect(() => folded(token('a'), { error: 'Out of memory', error_type: 'x' })).toThrow(
      new ErrorReply('Out of memory'),
    )
  })
  it('keeps thousands of tokens in order', () => {
    const words = Array.from({ length: 1_000 }, (_, at) => ` ${at}`)
    const output = folded(...words.map((text) => token(text)), '[DONE]')
    expect(output.text).toBe(words.join(''))
    expect(output.tokens?.map(({ text }) => text)).toEqual(words)
  })
})
