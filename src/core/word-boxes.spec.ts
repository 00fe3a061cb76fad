import { expect, it } from 'vitest'
import { readWordBoxes } from './word-boxes'

const hello = { word: 'Hello', box: { xmin: 1, ymin: 2, xmax: 30, ymax: 40 } }

it.each<[string, unknown]>([
  ['pairs', [['Hello', [1, 2, 30, 40]]]],
  ['words and boxes in turn', ['Hello', [1, 2, 30, 40]]],
  ['objects', [{ word: 'Hello', box: [1, 2, 30, 40] }]],
  ['objects with text', [{ text: 'Hello', box: [1, 2, 30, 40] }]],
])('reads %s', (_name, value) => {
  expect(readWordBoxes(value)).toEqual([hello])
})

it('reads several, and none', () => {
  expect(readWordBoxes(['Hello', [1, 2, 30, 40], 'Hello', [1, 2, 30, 40]])).toEqual([hello, hello])
  expect(readWordBoxes([])).toEqual([])
})

it.each([
  [undefined],
  [null],
  ['Hello'],
  [{}],
  [['Hello']],
  [['Hello', 'you']],
  [[['Hello', [1, 2, 30]]]],
  [[['Hello', [1, 2, 30, '40']]]],
  [[[1, [1, 2, 30, 40]]]],
  [[['Hello', [1, 2, 30, 40]], 3]],
])('refuses %j', (value) => {
  expect(readWordBoxes(value)).toBeUndefined()
})
