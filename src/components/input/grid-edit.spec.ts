import { describe, expect, it } from 'vitest'
import type { Grid } from '@/core/table'
import {
  addColumn,
  addRow,
  freeName,
  removeColumn,
  removeRow,
  renameColumn,
  setCell,
  spread,
} from './grid-edit'

const grid: Grid = {
  columns: ['city', 'people'],
  rows: [
    ['Oslo', '700000'],
    ['Rome', '2800000'],
  ],
}
const ragged: Grid = { columns: ['a', 'b', 'c'], rows: [['1'], ['1', '2', '3', '4']] }
const name = (column: number) => `Column ${column + 1}`

describe('grid edits', () => {
  it.each<[string, Grid, Grid]>([
    [
      'sets a cell',
      setCell(grid, 1, 0, 'Roma'),
      {
        ...grid,
        rows: [
          ['Oslo', '700000'],
          ['Roma', '2800000'],
        ],
      },
    ],
    [
      'fills a short row up to the cell',
      setCell(ragged, 0, 2, 'x'),
      {
        ...ragged,
        rows: [
          ['1', '', 'x'],
          ['1', '2', '3', '4'],
        ],
      },
    ],
    ['leaves a row that is not there', setCell(grid, 9, 0, 'x'), grid],
    ['renames a column', renameColumn(grid, 1, 'souls'), { ...grid, columns: ['city', 'souls'] }],
    [
      'adds a row',
      addRow(grid, 1),
      {
        ...grid,
        rows: [
          ['Oslo', '700000'],
          ['', ''],
          ['Rome', '2800000'],
        ],
      },
    ],
    ['removes a row', removeRow(grid, 0), { ...grid, rows: [['Rome', '2800000']] }],
    [
      'adds a column',
      addColumn(grid, 1, 'x'),
      {
        columns: ['city', 'x', 'people'],
        rows: [
          ['Oslo', '', '700000'],
          ['Rome', '', '2800000'],
        ],
      },
    ],
    [
      'adds a column and keeps short rows short',
      addColumn(ragged, 3, 'd'),
      { columns: ['a', 'b', 'c', 'd'], rows: [['1'], ['1', '2', '3', '', '4']] },
    ],
    [
      'removes a column',
      removeColumn(grid, 0),
      { columns: ['people'], rows: [['700000'], ['2800000']] },
    ],
    [
      'removes a column that a short row has not got',
      removeColumn(ragged, 2),
      { columns: ['a', 'b'], rows: [['1'], ['1', '2', '4']] },
    ],
  ])('%s', (_, changed, expected) => {
    expect(changed).toEqual(expected)
  })

  it('shares what does not change, and gives the same grid for no change', () => {
    expect(setCell(grid, 1, 0, 'Roma').rows[0]).toBe(grid.rows[0])
    expect(setCell(grid, 1, 0, 'Rome')).toBe(grid)
    expect(renameColumn(grid, 0, 'city')).toBe(grid)
  })
})

describe('spread', () => {
  it('overwrites inside the grid', () => {
    expect(spread(grid, 0, 1, [['1'], ['2']], name).rows).toEqual([
      ['Oslo', '1'],
      ['Rome', '2'],
    ])
  })

  it('adds rows and columns where the block goes beyond', () => {
    expect(
      spread(
        grid,
        1,
        1,
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        name,
      ),
    ).toEqual({
      columns: ['city', 'people', 'Column 3'],
      rows: [
        ['Oslo', '700000', ''],
        ['Rome', 'a', 'b'],
        ['', 'c', 'd'],
      ],
    })
  })

  it('names columns when it starts in the header', () => {
    expect(
      spread(
        grid,
        -1,
        0,
        [
          ['town', 'souls'],
          ['Bern', '1'],
        ],
        name,
      ),
    ).toEqual({
      columns: ['town', 'souls'],
      rows: [
        ['Bern', '1'],
        ['Rome', '2800000'],
      ],
    })
  })

  it('does not repair a ragged row that it does not touch', () => {
    expect(spread(ragged, 1, 0, [['x']], name).rows[0]).toEqual(['1'])
  })
})

describe('freeName', () => {
  it('takes the first number that is free', () => {
    expect(freeName(['a', 'Column 3'], (number) => `Column ${number}`)).toBe('Column 4')
    expect(freeName([], (number) => `Column ${number}`)).toBe('Column 1')
  })
})
