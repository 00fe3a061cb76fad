import { expect, it } from 'vitest'
import { piecesOf } from './pieces'

it.each([
  ['ab cd ef', [[3, 5]], ['ab ', 'cd', ' ef']],
  [
    'ab cd',
    [
      [0, 2],
      [3, 5],
    ],
    ['ab', ' ', 'cd'],
  ],
  [
    'abcd',
    [
      [0, 2],
      [2, 4],
    ],
    ['ab', 'cd'],
  ],
  ['ab', [], ['ab']],
  ['', [], []],
])('%j around %j', (text, places, expected) => {
  const sentences = places.map(([start = 0, end = 0]) => ({ start, end }))
  const pieces = piecesOf(text, sentences)
  expect(pieces.map((piece) => piece.text)).toEqual(expected)
  expect(pieces.flatMap(({ sentence }) => sentence ?? [])).toEqual(sentences)
})
