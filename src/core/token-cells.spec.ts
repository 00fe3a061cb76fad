import { describe, expect, it } from 'vitest'
import { choiceWords, probabilityStep, tokenCells } from './token-cells'
import { readChoice, tokenOf } from './tokens'

const plain = (text: string, logprob: number | null = -1) => tokenOf({ text, logprob })
const byte = (...bytes: number[]) => tokenOf(readChoice('\ufffd', -0.5, { bytes }))

describe('cells', () => {
  it('are the tokens where each is whole', () => {
    const cells = tokenCells([plain('a'), plain(' b', null)])
    expect(cells.map(({ text, logprob }) => [text, logprob])).toEqual([
      ['a', -1],
      [' b', null],
    ])
  })
  it('join the bytes of a character, and their probabilities', () => {
    const cells = tokenCells([plain('x'), byte(0xe4, 0xbd), byte(0xa0), plain('y')])
    expect(cells.map(({ text, logprob, tokens }) => [text, logprob, tokens.length])).toEqual([
      ['x', -1, 1],
      ['你', -1, 2],
      ['y', -1, 1],
    ])
  })
  it('join what a server decodes only at its last token', () => {
    const held = tokenCells([plain('x'), plain(''), plain('\ufffd'), plain('😀'), plain('y')])
    expect(held.map(({ text, tokens }) => [text, tokens.length])).toEqual([
      ['x', 1],
      ['😀', 3],
      ['y', 1],
    ])
  })
  it('keep special tokens by themselves, and an end inside of a character', () => {
    const end = tokenOf({ text: '</s>', logprob: -0.1 }, [], true)
    const cells = tokenCells([plain('a'), byte(0xe4), end])
    expect(cells.map(({ text, special }) => [text, special])).toEqual([
      ['a', false],
      ['\ufffd', false],
      ['', true],
    ])
  })
})

it.each([
  [{ text: ' sea', logprob: 0 }, ' sea'],
  [{ text: '\n\n', logprob: 0 }, '⏎⏎'],
  [{ text: '  ', logprob: 0 }, '␣␣'],
  [{ text: '\ufffd', logprob: 0, bytes: [0xe4, 0x0a] }, '\\xe4\\x0a'],
])('%j in words', (choice, words) => {
  expect(choiceWords(choice)).toBe(words)
})

it.each([
  [0, 0],
  [Math.log(0.9), 0],
  [Math.log(0.5), 2],
  [Math.log(0.05), 4],
  [null, undefined],
])('%s is at step %s', (logprob, step) => {
  expect(probabilityStep(logprob)).toBe(step)
})
