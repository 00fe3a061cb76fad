import { describe, expect, it } from 'vitest'
import { embedBody, embedProblems, embedTitle, emptyEmbedInput, textsOf } from './embed-request'

const text = { inputs: ' one\n two ', split: 'text' } as const
const lines = { inputs: ' one\r\n\n two ', split: 'lines' } as const

describe('the request of embeddings', () => {
  it.each([
    [text, {}, { inputs: ' one\n two ' }],
    [lines, {}, { inputs: ['one', 'two'] }],
    [{ ...lines, inputs: 'one' }, {}, { inputs: ['one'] }],
    [
      text,
      { normalize: false, truncation_direction: 'left' },
      { inputs: ' one\n two ', normalize: false, truncation_direction: 'left' },
    ],
  ])('%j with %j', (input, parameters, body) => {
    expect(embedBody(input, parameters)).toEqual({ kind: 'json', value: body, files: [] })
  })

  it('lists the texts', () => {
    expect(textsOf(text)).toEqual([' one\n two '])
    expect(textsOf(lines)).toEqual(['one', 'two'])
    expect(embedTitle(lines)).toBe('one · two')
    expect(embedTitle(emptyEmbedInput)).toBe('')
  })

  it.each([
    [emptyEmbedInput, 'text-missing'],
    [{ inputs: ' \n ', split: 'lines' } as const, 'text-missing'],
    [{ inputs: 'x'.repeat(1_000_001), split: 'text' } as const, 'text-too-long'],
    [{ inputs: 'long line\n'.repeat(110_000), split: 'lines' } as const, 'text-too-long'],
  ])('names what is wrong', (input, code) => {
    expect(embedProblems(input)).toMatchObject([{ field: 'inputs', code }])
  })

  it('is content with what can be sent', () => {
    expect(embedProblems(text)).toEqual([])
    expect(embedProblems(lines)).toEqual([])
  })
})
