import { describe, expect, it } from 'vitest'
import { readCells, readTable } from './table-text'

describe('readTable', () => {
  it.each<[string, string, unknown]>([
    ['CSV', 'a,b\n1,2\n', { columns: ['a', 'b'], rows: [['1', '2']] }],
    ['CSV of one column', 'a\n1\n2', { columns: ['a'], rows: [['1'], ['2']] }],
    [
      'quotes, commas and line ends in cells',
      'a,b\n"x, ""y""","1\n2"',
      { columns: ['a', 'b'], rows: [['x, "y"', '1\n2']] },
    ],
    ['tab-separated cells', 'a\tb\n1,5\t2', { columns: ['a', 'b'], rows: [['1,5', '2']] }],
    ['semicolons', 'a;b\n1;2', { columns: ['a', 'b'], rows: [['1', '2']] }],
    [
      'ragged rows as they are',
      'a,b\n1\n1,2,3',
      { columns: ['a', 'b'], rows: [['1'], ['1', '2', '3']] },
    ],
    ['column names that repeat', 'a,a\n1,2', { columns: ['a', 'a'], rows: [['1', '2']] }],
    [
      'JSON columns',
      '{"a": ["1", 2], "b": [true, null]}',
      {
        columns: ['a', 'b'],
        rows: [
          ['1', 'true'],
          ['2', ''],
        ],
      },
    ],
  ])('reads %s', (_, text, grid) => {
    expect(readTable(text)).toEqual(grid)
  })

  it.each<[string, string, unknown]>([
    ['JSON with a syntax error', '{"a": ["1",]}', { kind: 'unreadable', line: 1 }],
    ['JSON of another shape', '[1, 2]', { kind: 'shape' }],
    ['JSON with a column that is no list', '{"a": "1"}', { kind: 'shape' }],
    ['a quote that does not end', 'a,b\n"1,2', { kind: 'unreadable' }],
    ['too many cells', 'a,b\n' + '1,2\n'.repeat(5001), { kind: 'too-large' }],
  ])('refuses %s', (_, text, trouble) => {
    expect(readTable(text)).toMatchObject(trouble as object)
  })

  it('takes exactly as many cells as can be sent', () => {
    expect(readTable('a,b\n' + '1,2\n'.repeat(5000))).toMatchObject({ columns: ['a', 'b'] })
  })
})

describe('readCells', () => {
  it.each<[string, string, string[][]]>([
    [
      'a block',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['one cell with a comma', 'a, b', [['a, b']]],
    ['a quoted line end', '"1\n2"\t3', [['1\n2', '3']]],
  ])('reads %s', (_, text, cells) => {
    expect(readCells(text)).toEqual(cells)
  })
})
