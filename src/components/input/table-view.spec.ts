import { expect, it } from 'vitest'
import { columnWidths, faultyColumns } from './table-view'

it.each<[readonly string[], number[]]>([
  [['a', 'b'], []],
  [
    ['a', 'b', 'a'],
    [0, 2],
  ],
  [
    ['', ' ', 'x'],
    [0, 1],
  ],
  [[], []],
])('finds the faulty names of %j', (columns, faulty) => {
  expect([...faultyColumns(columns)]).toEqual(faulty)
})

it('gives room to long texts within bounds, also beyond the named columns', () => {
  const rows = [['x', 'a text of some length', 'y'.repeat(900)]]
  const [short = 0, middle = 0, long = 0] = columnWidths({ columns: ['a', 'b'], rows }, 3)
  expect(short).toBe(72)
  expect(middle).toBeGreaterThan(short)
  expect(long).toBe(260)
})
