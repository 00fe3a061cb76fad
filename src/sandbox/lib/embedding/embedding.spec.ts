import { describe, expect, it } from 'vitest'
import { cosine, norm } from '@/core/vectors'
import { defaultOptions, DIMENSIONS, embedText, embedTokens, MAX_TOKENS } from './embed'

const embed = (text: string, options = {}) => embedText(text, { ...defaultOptions, ...options })
const alike = (one: string, other: string) => cosine(embed(one), embed(other)) ?? 0

describe('embedText', () => {
  it('has a fixed number of dimensions and length 1', () => {
    expect(embed('That is a happy person')).toHaveLength(DIMENSIONS)
    expect(norm(embed('That is a happy person'))).toBeCloseTo(1, 5)
  })

  it('keeps its length without normalize', () => {
    const short = norm(embed('happy', { normalize: false }))
    const long = norm(embed('a happy dog in sunny Rome', { normalize: false }))
    expect(short).toBeGreaterThan(1)
    expect(long).toBeGreaterThan(short)
  })

  it('is the same for the same text', () => {
    expect(embed('hello world')).toEqual(embed('hello world'))
    expect(alike('Hello, WORLD!', 'hello world')).toBeCloseTo(1)
  })

  // The first pair is more alike than the second.
  it.each([
    ['That is a happy person', 'That is a very happy person', 'That is a happy dog'],
    ['That is a happy person', 'That is a happy dog', 'Today is a sunny day'],
    ['He runs every day', 'She is running today', 'The bank is closed'],
    ['machine learning is easy', 'learning machines easily', 'the weather in Rome'],
    ['那是一个快乐的人', '那是一个非常快乐的人', '今天是晴天'],
    ['今天天气很好', '天气真不错', '我喜欢猫'],
  ])('%s: %s before %s', (source, near, far) => {
    expect(alike(source, near)).toBeGreaterThan(alike(source, far))
  })

  it('is the zero vector where there are no words', () => {
    expect(norm(embed('?!'))).toBe(0)
  })

  it('reads only the beginning or the end with truncate', () => {
    const beginning = 'apple '.repeat(MAX_TOKENS)
    const end = 'river '.repeat(MAX_TOKENS)
    const text = beginning + end
    expect(embed(text, { truncate: true })).toEqual(embed(beginning))
    expect(embed(text, { truncate: true, truncationDirection: 'left' })).toEqual(embed(end))
    expect(embed(text)).not.toEqual(embed(beginning))
  })

  it('reads the prompt before the text', () => {
    expect(embed('cats', { prompt: 'query: ' })).toEqual(embed('query: cats'))
  })
})

describe('embedTokens', () => {
  const tokens = embedTokens('The cat saw the cat', defaultOptions)

  it('is a vector for each word, coloured by its neighbours', () => {
    expect(tokens).toHaveLength(5)
    const [, first = [], saw = [], , last = []] = tokens
    expect(first).not.toEqual(last)
    expect(cosine(first, last)).toBeGreaterThan(cosine(first, saw) ?? 1)
  })

  it('has one also for a text without words', () => {
    expect(embedTokens('...', defaultOptions)).toHaveLength(1)
  })
})
