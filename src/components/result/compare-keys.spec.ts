import { expect, it } from 'vitest'
import { keyedShare } from './compare-keys'

it.each([
  [0.5, 'ArrowLeft', 0.48],
  [0.5, 'ArrowDown', 0.48],
  [0.5, 'ArrowRight', 0.52],
  [0.5, 'ArrowUp', 0.52],
  [0.5, 'PageUp', 0.6],
  [0.5, 'PageDown', 0.4],
  [0.5, 'Home', 0],
  [0.5, 'End', 1],
  [0.01, 'ArrowLeft', 0],
  [0.95, 'PageUp', 1],
])('from %d, %s leads to %d', (share, key, expected) => {
  expect(keyedShare(share, key)).toBeCloseTo(expected)
})

it('leaves other keys alone', () => {
  for (const key of ['Tab', 'Enter', 'a', ' ']) expect(keyedShare(0.5, key)).toBeUndefined()
})
