import { describe, expect, it } from 'vitest'
import type { Chunk } from '@/core/exchange'
import { ErrorReply, UnreadableReply } from '@/core/reply'
import type { Sequence } from './output'
import { fold, parseGeneration } from './parse'

const json = (value: unknown) => ({ kind: 'json', value, text: '' }) as const
const event = (value: unknown): Chunk => ({
  at: 0,
  data: typeof value === 'string' ? value : JSON.stringify(value),
})
const folded = (...values: unknown[]) => values.map(event).reduce(fold.step, fold.start())
const words = ({ tokens }: Sequence) => tokens?.flat().map(({ text }) => text)
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
    const output = parseGeneration(json(reply))
    expect(output).toMatchObject({ text, endedProperly: true })
    expect(output.others.map((other) => other.text)).toEqual(others)
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
      tokens: [tokens],
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
    expect(words(done)).toEqual(['To', ' be', '</s>'])
    expect(words(open)).toEqual(['To', ' be'])
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
    const all = Array.from({ length: 1_000 }, (_, at) => ` ${at}`)
    const output = folded(...all.map((text) => token(text)), '[DONE]')
    expect(output.text).toBe(all.join(''))
    expect(words(output)).toEqual(all)
    expect(Math.max(...(output.tokens ?? []).map(({ length }) => length))).toBeLessThan(300)
  })
})

describe('tokens and what could have stood there', () => {
  const logprobs = {
    tokens: ['The', ' end', '.'],
    token_logprobs: [null, -0.5, -1.5],
    top_logprobs: [null, { ' sea': -1.2, ' end': -0.5 }, { '.': -1.5 }],
    text_offset: [0, 3, 7],
  }
  it('of TGI, with top_tokens', () => {
    const top = { id: 3, text: ' was', logprob: -0.9, special: false }
    const all = token(' be', { top_tokens: [top] })
    expect(folded(all).tokens?.flat()[0]).toEqual({
      id: 1,
      text: ' be',
      logprob: -0.5,
      special: false,
      alternatives: [{ id: 3, text: ' was', logprob: -0.9 }],
    })
  })
  it('of best_of_sequences and of the prompt', () => {
    const details = {
      finish_reason: 'length',
      generated_tokens: 1,
      prefill: [{ id: 1, text: '<s>', logprob: null }],
      tokens: [{ id: 2, text: ' a', logprob: -0.1, special: false }],
      best_of_sequences: [
        {
          generated_text: ' b',
          finish_reason: 'eos_token',
          generated_tokens: 1,
          seed: 7,
          tokens: [{ id: 3, text: ' b', logprob: -0.7, special: false }],
        },
      ],
    }
    const output = parseGeneration(json([{ generated_text: ' a', details }]))
    expect(output.prefill).toMatchObject([{ text: '<s>', logprob: null }])
    expect(output.others).toMatchObject([
      { text: ' b', finishReason: 'eos_token', details: { seed: 7 }, tokens: [[{ text: ' b' }]] },
    ])
    expect(output.details).toEqual({ finish_reason: 'length', generated_tokens: 1 })
  })
  it('of a completion, whole and streamed', () => {
    const whole = parseGeneration(json({ choices: [{ text: 'The end.', logprobs }] }))
    const streamed = folded({ choices: [{ text: 'The end.', logprobs }] }, '[DONE]')
    expect(whole.tokens).toEqual(streamed.tokens)
    expect(whole.tokens?.flat()[1]).toEqual({
      text: ' end',
      logprob: -0.5,
      special: false,
      alternatives: [
        { text: ' end', logprob: -0.5 },
        { text: ' sea', logprob: -1.2 },
      ],
    })
  })
  it('of an echoed prompt, told apart by the usage', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 2 }
    const echoed = parseGeneration(json({ choices: [{ text: 'The end.', logprobs }], usage }))
    expect(echoed.prefill?.map(({ text }) => text)).toEqual(['The'])
    expect(words(echoed)).toEqual([' end', '.'])
  })
  it('of several choices that are streamed at once', () => {
    const chunk = (index: number, text: string, finish_reason: string | null = null) => ({
      choices: [{ index, text, finish_reason }],
    })
    const open = folded(chunk(0, 'a'), chunk(1, 'x'), chunk(0, 'b', 'stop'), chunk(1, 'y'))
    expect(open).toMatchObject({ text: 'ab', others: [{ text: 'xy' }], endedProperly: false })
    const events = [chunk(0, 'a', 'stop'), chunk(1, 'x', 'length')]
    expect(folded(...events)).toMatchObject({
      others: [{ text: 'x', finishReason: 'length' }],
    })
    expect(fold.ended(folded(...events))).toBe(true)
  })
  it('keeps an end that came before a chunk with the usage alone', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 1 }
    const output = folded(
      { choices: [{ text: 'a', finish_reason: 'stop' }] },
      { choices: [], usage },
    )
    expect(output).toMatchObject({ endedProperly: true, usage: { completionTokens: 1 } })
  })
})
