import { describe, expect, it } from 'vitest'
import { ErrorReply, UnreadableReply, type Reply } from '@/core/reply'
import { parseRanking } from './parse'

const json = (value: unknown): Reply => ({ kind: 'json', value, text: JSON.stringify(value) })
const texts = ['a', 'b', 'c']
const order = (value: unknown, of = texts) =>
  parseRanking(json(value), of).map(({ text, score }) => [text, score])

const label = (score: number) => ({ label: 'LABEL_0', score })

describe('the reply of text ranking', () => {
  const expected = [
    ['b', 0.9],
    ['c', 0.5],
    ['a', -0.1],
  ]
  it.each([
    ['numbers in the order of the texts', [-0.1, 0.9, 0.5]],
    [
      'indices, in any order',
      [
        { index: 2, score: 0.5 },
        { index: 0, score: -0.1 },
        { index: 1, score: 0.9, text: 'b' },
      ],
    ],
    ['labels', [label(-0.1), label(0.9), label(0.5)]],
    ['labels in a list', [[label(-0.1), label(0.9), label(0.5)]]],
    ['labels of each pair', [[label(-0.1)], [label(0.9)], [label(0.5)]]],
  ])('%s', (_name, value) => {
    expect(order(value)).toEqual(expected)
  })

  it('says where each text came from and went', () => {
    expect(parseRanking(json([1, 3, 2]), texts).map(({ index, rank }) => [index, rank])).toEqual([
      [1, 0],
      [2, 1],
      [0, 2],
    ])
  })

  it('can leave texts out where indices say which', () => {
    expect(order([{ index: 2, score: 1 }])).toEqual([['c', 1]])
  })

  it('reads one pair', () => {
    expect(order([0.3], ['a'])).toEqual([['a', 0.3]])
    expect(order([[label(0.3), label(0.1)]], ['a'])).toEqual([['a', 0.3]])
  })

  it.each([
    [[]],
    [[1, 2]],
    [['x', 'y', 'z']],
    [[{ index: 3, score: 1 }]],
    [
      [
        { index: 0, score: 1 },
        { index: 0, score: 2 },
      ],
    ],
    [[{ label: 'x', score: null }, label(1), label(2)]],
    [{ scores: [1, 2, 3] }],
    [null],
  ])('refuses %j', (value) => {
    expect(() => order(value)).toThrow(UnreadableReply)
  })

  it('gives the words of an error', () => {
    expect(() => order({ error: 'not a reranker' })).toThrow(ErrorReply)
  })
})
