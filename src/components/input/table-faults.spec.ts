import { expect, it } from 'vitest'
import type { ProblemCode } from '@/core/problem'
import type { Grid } from '@/core/table'
import {
  blankColumns,
  faultPlace,
  filledUp,
  shortRows,
  unfilledColumns,
  withoutBlank,
} from './table-faults'

const grid = (columns: string[], ...rows: string[][]): Grid => ({ columns, rows })

it.each<[ProblemCode, Grid, { row: number; column: number } | undefined]>([
  ['table-ragged', grid(['a', 'b'], ['1', '2'], ['3']), { row: 1, column: 1 }],
  ['table-ragged', grid(['a'], ['1'], ['2', '3']), { row: 1, column: 1 }],
  ['table-ragged', grid(['a'], ['1']), undefined],
  ['table-empty-column', grid(['a', ' '], ['1', '2']), { row: -1, column: 1 }],
  ['table-duplicate-column', grid(['a', 'b', 'a'], ['1', '2', '3']), { row: -1, column: 2 }],
  ['table-duplicate-column', grid(['', ''], ['1', '2']), undefined],
  ['table-too-large', grid(['a'], ['1']), undefined],
])('%s in %j is at %j', (code, faulty, place) => {
  expect(faultPlace(code, faulty)).toEqual(place)
})

it('fills up short rows, and only those', () => {
  const ragged = grid(['a', 'b'], ['1'], ['2', '3'], [])
  expect(shortRows(ragged)).toBe(2)
  const full = filledUp(ragged)
  expect(full.rows).toEqual([
    ['1', ''],
    ['2', '3'],
    ['', ''],
  ])
  expect(full.rows[1]).toBe(ragged.rows[1])
  expect(shortRows(grid(['a', 'b'], ['1'], ['1', '2', '3']))).toBe(0)
})

it('takes away what has neither a name nor a cell', () => {
  const trailing = grid(['a', '', ' '], ['1', '', 'x'], ['2'])
  expect(blankColumns(trailing)).toEqual([1])
  expect(withoutBlank(trailing)).toEqual(grid(['a', ' '], ['1', 'x'], ['2']))
})

it('names columns in which nothing is filled', () => {
  expect(unfilledColumns(grid(['a', 'b', ''], ['1', ' ', '']))).toEqual(['b'])
  expect(unfilledColumns(grid(['a']))).toEqual([])
})
