import { describe, expect, it } from 'vitest'
import {
  readChatLogprobs,
  readChoice,
  readCompletionLogprobs,
  textOfTokens,
  tokenBlocks,
  tokenOf,
  wantedBytes,
  withToken,
  type TokenBlocks,
} from './tokens'

const bytesOf = (text: string) => [...new TextEncoder().encode(text)]

describe('a choice', () => {
  it.each([
    ['a plain text', ' sea', undefined, { text: ' sea' }],
    ['bytes that say the same', '你', [228, 189, 160], { text: '你' }],
    ['a part of a character', '\ufffd', [228, 189], { text: '\ufffd', bytes: [228, 189] }],
    ['the older notation', 'bytes:\\xe4\\xbd', undefined, { text: '\ufffd', bytes: [228, 189] }],
    ['a byte of a vocabulary', '<0xE4>', undefined, { text: '\ufffd', bytes: [228] }],
    ['a byte that is a letter', '<0x0A>', undefined, { text: '\n' }],
    ['the sign itself', '\ufffd', bytesOf('\ufffd'), { text: '\ufffd' }],
  ])('%s', (_name, text, bytes, expected) => {
    expect(readChoice(text, -1, { bytes })).toEqual({ logprob: -1, ...expected })
  })
  it('has no probability above 1', () => {
    expect(readChoice('a', 1e-9).logprob).toBe(0)
    expect(readChoice('a', null).logprob).toBeNull()
  })
})

it.each([
  ['a', 0],
  ['你', 0],
  ['😀', 0],
])('%s is whole, and wants what is cut off', (text, missing) => {
  const bytes = bytesOf(text)
  expect(wantedBytes(bytes)).toBe(missing)
  for (let cut = 1; cut < bytes.length; cut++)
    expect(wantedBytes(bytes.slice(0, cut))).toBe(bytes.length - cut)
})

it('reads a chat’s and a completion’s into the same', () => {
  const chat = readChatLogprobs({
    content: [
      {
        token: 'Hi',
        logprob: -0.1,
        bytes: [72, 105],
        top_logprobs: [
          { token: 'Yo', logprob: -3 },
          { token: 'Hi', logprob: -0.1 },
        ],
      },
    ],
  })
  expect(chat).toEqual(
    readCompletionLogprobs({
      tokens: ['Hi'],
      token_logprobs: [-0.1],
      top_logprobs: [{ Yo: -3, Hi: -0.1 }],
    }),
  )
  expect(chat?.[0]?.alternatives.map(({ text }) => text)).toEqual(['Hi', 'Yo'])
})

it.each([[null], [{}], [{ content: null }], [[]], ['x']])('finds none in %j', (value) => {
  expect(readChatLogprobs(value)).toBeUndefined()
  expect(readCompletionLogprobs(value)).toBeUndefined()
})

it('joins what several tokens make up, at any cut', () => {
  const text = 'a你😀b'
  const bytes = bytesOf(text)
  for (let size = 1; size <= 5; size++) {
    const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      tokenOf(readChoice('?', -1, { bytes: bytes.slice(at * size, (at + 1) * size) })),
    )
    expect(textOfTokens(parts)).toBe(text)
  }
})

it('leaves special tokens out of the text', () => {
  const end = tokenOf({ text: '</s>', logprob: 0 }, [], true)
  expect(textOfTokens([tokenOf({ text: 'a', logprob: 0 }), end])).toBe('a')
})

describe('blocks', () => {
  const plain = Array.from({ length: 1000 }, (_, at) => tokenOf({ text: ` ${at}`, logprob: -1 }))
  it('are the same whether they grow or are made at once', () => {
    const grown = plain.reduce<TokenBlocks>(withToken, [])
    expect(grown).toEqual(tokenBlocks(plain))
    expect(grown.flat()).toEqual(plain)
  })
  it('share what does not change', () => {
    const before = tokenBlocks(plain)
    expect(withToken(before, plain[0]!)[0]).toBe(before[0])
  })
  it('do not end inside of a character', () => {
    const smile = bytesOf('😀').map((byte) => tokenOf(readChoice('?', -1, { bytes: [byte] })))
    const blocks = tokenBlocks([...plain.slice(0, 126), ...smile, ...plain.slice(0, 3)])
    expect(blocks.map(({ length }) => length)).toEqual([130, 3])
  })
  it('of nothing but broken bytes still end', () => {
    const broken = Array.from({ length: 600 }, () =>
      tokenOf(readChoice('?', -1, { bytes: [0xf0] })),
    )
    expect(tokenBlocks(broken).length).toBeGreaterThan(1)
  })
})
