import { describe, expect, it } from 'vitest'
import { guessTask } from './guess'

const png = Uint8Array.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  ...new Array<number>(60).fill(1),
])
const wav = new TextEncoder().encode(`RIFF....WAVEfmt ${' '.repeat(60)}`)
const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64')

describe('guessTask', () => {
  it.each([
    ['image/webp', new Uint8Array([1]), 'object-detection'],
    ['application/octet-stream', png, 'object-detection'],
    ['audio/x-unknown', new Uint8Array([1]), 'automatic-speech-recognition'],
    ['application/octet-stream', wav, 'automatic-speech-recognition'],
    ['text/plain', new TextEncoder().encode('hello'), 'text-generation'],
    ['application/pdf', new Uint8Array([1]), 'custom'],
  ])('bytes of type %s', (mediaType, data, task) => {
    expect(guessTask({ bytes: { mediaType, data } })).toBe(task)
  })

  it.each([
    [{ messages: [] }, 'conversational'],
    [{ inputs: [{ role: 'user', content: 'x' }] }, 'conversational'],
    [{ inputs: { past_user_inputs: [], generated_responses: [], text: 'x' } }, 'conversational'],
    [{ inputs: { query: 'x', table: {} } }, 'table-question-answering'],
    [{ inputs: { data: {} } }, 'tabular-classification'],
    [{ inputs: { image: 'x' } }, 'zero-shot-image-classification'],
    [{ inputs: { image: 'x', question: 'y' } }, 'visual-question-answering'],
    [{ inputs: base64(png), parameters: { subtask: 'semantic' } }, 'image-segmentation'],
    [{ inputs: { question: 'a', context: 'b' } }, 'question-answering'],
    [{ inputs: { source_sentence: 'a', sentences: ['b'] } }, 'sentence-similarity'],
    [{ query: 'a', texts: ['b'] }, 'text-ranking'],
    [{ inputs: 'a', normalize: true }, 'feature-extraction'],
    [{ inputs: 'x', parameters: { candidate_labels: ['a'] } }, 'zero-shot-classification'],
    [{ inputs: 'a [MASK] b', parameters: { targets: ['x'] } }, 'fill-mask'],
    [{ inputs: 'a <mask> b' }, 'fill-mask'],
    [{ inputs: { text: 'a', text_pair: 'b' } }, 'text-classification'],
    [{ inputs: 'x', parameters: { aggregation_strategy: 'none' } }, 'token-classification'],
    [{ inputs: 'x', parameters: { negative_prompt: 'y' } }, 'text-to-image'],
    [{ inputs: 'x', parameters: { function_to_apply: 'none' } }, 'text-classification'],
    [{ inputs: 'x', parameters: { max_new_tokens: 5, top_k: 3 } }, 'text-generation'],
    [{ inputs: 'x' }, 'text-generation'],
    [{ inputs: ['x', 'y'] }, 'text-classification'],
    [{ inputs: base64(png) }, 'object-detection'],
    [{ inputs: base64(wav) }, 'automatic-speech-recognition'],
    [
      { inputs: base64(wav), parameters: { return_timestamps: true } },
      'automatic-speech-recognition',
    ],
    [{ inputs: { anything: 1 } }, undefined],
    [{}, undefined],
    [[1, 2], undefined],
  ])('%j', (json, task) => {
    expect(guessTask({ json })).toBe(task)
  })
})
