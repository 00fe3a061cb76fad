import { expect, it } from 'vitest'
import { faultyColumns } from './table-view'

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
