import { expect, it } from 'vitest'
import { cellNumber } from './cell-number'

it.each([
  ['42', 42],
  [' -1.5 ', -1.5],
  ['.5', 0.5],
  ['1e3', 1000],
  ['36,542', 36_542],
  ['1 234 567', 1_234_567],
  ['$ 12', 12],
  ['12 %', 12],
  ['¥30', 30],
])('%s is %s', (cell, number) => {
  expect(cellNumber(cell)).toBe(number)
})

it.each([[''], [' '], ['Python'], ['1.2.3'], ['12 apples'], ['1e999'], ['-'], ['0x10']])(
  '%j is no number',
  (cell) => {
    expect(cellNumber(cell)).toBeUndefined()
  },
)
