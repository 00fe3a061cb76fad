import { describe, expect, it } from 'vitest'
import { hasWords, isModelId, modelIdOf, plainText } from './hub'
import { hubTask, pagesFor, servesPage } from './hub-tasks'

describe('modelIdOf', () => {
  it.each([
    ['google/gemma-2-2b-it', 'google/gemma-2-2b-it'],
    ['  gpt2 ', 'gpt2'],
    ['openai/gpt-oss-120b:groq', 'openai/gpt-oss-120b'],
    ['https://huggingface.co/google/flan-t5-base', 'google/flan-t5-base'],
    ['https://huggingface.co/google/flan-t5-base/tree/main?x=1#y', 'google/flan-t5-base'],
    ['huggingface.co/gpt2', 'gpt2'],
    ['hf.co/google/flan-t5-base', 'google/flan-t5-base'],
    ['https://huggingface.co/api/models/google/flan-t5-base', 'google/flan-t5-base'],
    ['timm/mobilenetv3_large_100.ra_in1k', 'timm/mobilenetv3_large_100.ra_in1k'],
    ['https://evil.example/google/x', undefined],
    ['a/b/c', undefined],
    ['', undefined],
    ['<b>x</b>', undefined],
    ['a/\u202Eb', undefined],
    ['..', undefined],
  ])('%j means %j', (text, id) => expect(modelIdOf(text)).toBe(id))

  it('takes names up to a length', () => {
    expect(isModelId(`${'a'.repeat(96)}/${'b'.repeat(96)}`)).toBe(true)
    expect(isModelId(`a/${'b'.repeat(97)}`)).toBe(false)
  })
})

it.each([
  ['mit', 'mit'],
  [' a\u200b\u202e\tb\n', 'a b'],
  ['', undefined],
  [7, undefined],
  ['😀'.repeat(61), `${'😀'.repeat(59)}…`],
])('plainText of %j', (value, text) => expect(plainText(value)).toBe(text))

it.each([
  ['google/flan-t5', 't5 google', true],
  ['google/flan-t5', '', true],
  ['google/flan-t5', 'GOOGLE x', false],
])('%s has the words %j: %s', (name, text, found) => expect(hasWords(name, text)).toBe(found))

describe('tasks', () => {
  const pages = new Set([
    'conversational',
    'text-generation',
    'feature-extraction',
    'sentence-embeddings',
    'sentence-similarity',
    'text-to-image',
    'custom',
  ])
  it.each([
    ['text-to-image', false, ['text-to-image']],
    ['text-generation', false, ['text-generation']],
    ['text-generation', true, ['conversational', 'text-generation']],
    ['text-to-image', true, ['text-to-image', 'conversational']],
    ['image-text-to-text', true, ['conversational']],
    ['conversational', false, ['conversational']],
    [
      'sentence-similarity',
      false,
      ['sentence-similarity', 'sentence-embeddings', 'feature-extraction'],
    ],
    ['text-to-video', false, ['custom']],
    ['toString', false, ['custom']],
    [undefined, true, ['conversational']],
    [undefined, false, ['custom']],
  ])('%s (chat: %s) can be tried on %j', (task, chat, found) =>
    expect(pagesFor(task, chat, (id) => pages.has(id))).toEqual(found),
  )

  it.each([
    ['conversational', 'conversational', true],
    ['text-generation', 'conversational', false],
    ['sentence-similarity', 'feature-extraction', true],
    ['sentence-embeddings', 'sentence-similarity', true],
    ['text-to-image', 'text-to-image', true],
    ['custom', 'anything', true],
  ])('the page %s can use what is served as %s: %s', (page, task, fits) =>
    expect(servesPage({ provider: 'x', task, status: 'live', providerId: '' }, page)).toBe(fits),
  )

  it('knows a page by its own name where the table has none', () => {
    expect(hubTask('text-to-image')).toEqual({
      pipelineTag: 'text-to-image',
      described: 'text-to-image',
      servedAs: ['text-to-image'],
    })
    expect(hubTask('constructor').pipelineTag).toBe('constructor')
  })
})
