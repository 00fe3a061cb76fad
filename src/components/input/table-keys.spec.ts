import { describe, expect, it } from 'vitest'
import { moved, stepped, within } from './table-keys'

const size = { rows: 30, columns: 3 }

describe('moved', () => {
  it.each<[string, boolean, [number, number], [number, number]]>([
    ['ArrowDown', false, [0, 0], [1, 0]],
    ['ArrowDown', false, [29, 0], [29, 0]],
    ['ArrowUp', false, [0, 1], [-1, 1]],
    ['ArrowUp', false, [-1, 1], [-1, 1]],
    ['ArrowLeft', false, [5, 0], [5, 0]],
    ['ArrowRight', true, [5, 0], [5, 2]],
    ['PageDown', false, [25, 1], [29, 1]],
    ['PageUp', false, [25, 1], [15, 1]],
    ['Home', false, [4, 2], [4, 0]],
    ['Home', true, [4, 2], [-1, 0]],
    ['End', true, [4, 0], [29, 2]],
  ])('%s (ctrl %s) from %j to %j', (key, ctrl, [row, column], [toRow, toColumn]) => {
    expect(moved({ row, column }, key, ctrl, size)).toEqual({ row: toRow, column: toColumn })
  })

  it('leaves other keys alone', () => {
    expect(moved({ row: 0, column: 0 }, 'a', false, size)).toBeUndefined()
  })
})

describe('stepped', () => {
  it.each<[1 | -1, [number, number], [number, number]]>([
    [1, [0, 2], [1, 0]],
    [1, [29, 2], [29, 2]],
    [-1, [1, 0], [0, 2]],
    [-1, [-1, 0], [-1, 0]],
  ])('by %i from %j to %j', (by, [row, column], [toRow, toColumn]) => {
    expect(stepped({ row, column }, by, size)).toEqual({ row: toRow, column: toColumn })
  })
})

describe('within', () => {
  it('finds the header of a table without rows', () => {
    expect(within(3, 9, { rows: 0, columns: 2 })).toEqual({ row: -1, column: 1 })
  })
})
