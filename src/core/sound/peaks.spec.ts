import { expect, it } from 'vitest'
import { peaksOf } from './peaks'

it.each([
  ['pieces', [0.1, -0.5, 0.25, 0, 0.75, -0.25], 3, [-0.5, 0.25, 0.75]],
  ['pieces that do not divide it', [1, 0, 0, 0, 0.5], 2, [1, 0.5]],
  ['a short sound', [0.5, -1], 8, [0.5, -1]],
  ['nothing', [], 8, [0]],
])('peaks of %s', (_, samples, count, expected) => {
  expect([...peaksOf(Float32Array.from(samples), count)]).toEqual(expected)
})
