import { describe, expect, it } from 'vitest'
import { readEmbeddings, sentenceVector, vectorsCsv, vectorsJson } from './embeddings'
import { ErrorReply, UnreadableReply, type Reply } from './reply'

const json = (value: unknown): Reply => ({ kind: 'json', value, text: JSON.stringify(value) })
const read = (value: unknown, texts: readonly string[]) =>
  readEmbeddings(json(value), texts, 'number[]')

const [v, w] = [
  [1, 2],
  [3, 4],
]
const sentence = (text: string, row: number[]) => ({ text, level: 'sentence', rows: [row] })
const tokens = (text: string, ...rows: number[][]) => ({ text, level: 'token', rows })

describe('readEmbeddings', () => {
  it.each([
    ['a vector', v, [sentence('a', v)]],
    ['a list of one vector', [v], [sentence('a', v)]],
    ['a list in a list', [[v]], [sentence('a', v)]],
    ['the tokens of a text', [v, w], [tokens('a', v, w)]],
    ['the tokens in a list', [[v, w]], [tokens('a', v, w)]],
    ['embeddings', { embeddings: v }, [sentence('a', v)]],
    ['a list of embeddings', { embeddings: [v] }, [sentence('a', v)]],
    ["OpenAI's list", { data: [{ index: 0, embedding: v }] }, [sentence('a', v)]],
  ])('of one text: %s', (_name, value, expected) => {
    expect(read(value, ['a'])).toEqual(expected)
  })

  it.each([
    ['vectors', [v, w], [sentence('a', v), sentence('b', w)]],
    ['vectors in a list', [[v, w]], [sentence('a', v), sentence('b', w)]],
    ['lists of one vector', [[v], [w]], [sentence('a', v), sentence('b', w)]],
    ['tokens', [[v, w], [w]], [tokens('a', v, w), sentence('b', w)]],
    ['tokens in lists', [[[v, w]], [[w, v]]], [tokens('a', v, w), tokens('b', w, v)]],
    ['embeddings', { embeddings: [v, w] }, [sentence('a', v), sentence('b', w)]],
    [
      "OpenAI's list, in any order",
      {
        data: [
          { index: 1, embedding: w },
          { index: 0, embedding: v },
        ],
      },
      [sentence('a', v), sentence('b', w)],
    ],
  ])('of two texts: %s', (_name, value, expected) => {
    expect(read(value, ['a', 'b'])).toEqual(expected)
  })

  it.each([
    ['a number', 3, ['a']],
    ['nothing', [], ['a']],
    ['an empty vector', [[]], ['a']],
    ['words', ['a'], ['a']],
    ['a hole', [1, null], ['a']],
    ['one vector for two texts', v, ['a', 'b', 'c']],
    ['three vectors for two texts', [v, w, v], ['a', 'b']],
    ['vectors of different length', [v, [1]], ['a', 'b']],
    ['tokens of different length', [v, [1]], ['a']],
    ['an object', { vectors: [v] }, ['a']],
    ['no text', [v], []],
  ])('refuses %s', (_name, value, texts) => {
    expect(() => read(value, texts)).toThrow(UnreadableReply)
  })

  it('gives the words of an error', () => {
    expect(() => read({ error: 'busy' }, ['a'])).toThrow(ErrorReply)
  })
})

describe('what is saved', () => {
  it('is the mean of the tokens, or the vector itself', () => {
    const [first, second] = read([[v, w], [w]], ['a', 'b'])
    expect(first && sentenceVector(first)).toEqual([2, 3])
    expect(second && sentenceVector(second)).toBe(w)
  })

  const named = [
    { name: 'a, "b"', vector: v },
    { name: 'c\nd', vector: w },
  ]
  it('is JSON that reads back', () => {
    expect(JSON.parse(vectorsJson(named))).toEqual([
      { text: 'a, "b"', embedding: v },
      { text: 'c\nd', embedding: w },
    ])
  })

  it('is CSV with a column for each dimension', () => {
    expect(vectorsCsv(named)).toBe('text,0,1\n"a, ""b""",1,2\n"c\nd",3,4\n')
  })
})
