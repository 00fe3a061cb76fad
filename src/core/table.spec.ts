import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { fromCsvRows, fromRecord, gridProblems, sentColumns, toRecord, type Grid } from './table'

const grid: Grid = {
  columns: ['Repository', 'Stars'],
  rows: [
    ['Transformers', '36542'],
    ['Datasets', '4512'],
  ],
}
const record = { Repository: ['Transformers', 'Datasets'], Stars: ['36542', '4512'] }

describe('a table as record and as grid', () => {
  it('goes both ways', () => {
    expect(fromRecord(record)).toEqual(grid)
    expect(toRecord(grid)).toEqual(record)
  })
  it.each([
    ['numbers, booleans and null', { a: [1, true, null] }, [['1'], ['true'], ['']]],
    ['ragged at the end', { a: ['1', '2'], b: ['3'] }, [['1', '3'], ['2']]],
    [
      'ragged in the middle',
      { a: ['1'], b: ['2', '3'] },
      [
        ['1', '2'],
        ['', '3'],
      ],
    ],
    ['no rows', { a: [] }, []],
  ])('reads %s', (_name, value, rows) => {
    expect(fromRecord(value)?.rows).toEqual(rows)
  })
  it.each([[null], [[]], ['text'], [{ a: 'text' }], [{ a: { 0: 'x' } }]])('refuses %j', (value) => {
    expect(fromRecord(value)).toBeUndefined()
  })
  it('fills short rows and keeps a column named __proto__', () => {
    const odd = toRecord({ columns: ['__proto__', 'b'], rows: [['1']] })
    expect(JSON.stringify(odd)).toBe('{"__proto__":["1"],"b":[""]}')
  })
  it('reads CSV with quotes, and leaves out empty lines', () => {
    const text = 'Name, Note\r\n"Li, Wei","a ""b"""\r\n\r\nshort\r\n'
    expect(fromCsvRows(Papa.parse<string[]>(text).data)).toEqual({
      columns: ['Name', 'Note'],
      rows: [['Li, Wei', 'a "b"'], ['short']],
    })
    expect(fromCsvRows([])).toEqual({ columns: [], rows: [] })
  })
})

describe('gridProblems', () => {
  const codes = (wrong: Grid) => gridProblems('table', wrong).map(({ code }) => code)
  it.each<[string, Grid, string[]]>([
    ['nothing', grid, []],
    ['no columns', { columns: [], rows: [] }, ['table-missing']],
    ['no rows', { columns: ['a'], rows: [] }, ['table-missing']],
    ['a short row', { ...grid, rows: [['only']] }, ['table-ragged']],
    ['a long row', { ...grid, rows: [['1', '2', '3']] }, ['table-ragged']],
    ['a name twice', { columns: ['a', 'a'], rows: [['1', '2']] }, ['table-duplicate-column']],
    ['two empty names', { columns: ['', ' '], rows: [['1', '2']] }, ['table-empty-column']],
    [
      'ten thousand and one cells',
      { columns: ['a'], rows: Array.from({ length: 10_001 }, () => ['1']) },
      ['table-too-large'],
    ],
    [
      'ten thousand cells',
      { columns: ['a'], rows: Array.from({ length: 10_000 }, () => ['1']) },
      [],
    ],
  ])('says %s', (_name, wrong, expected) => {
    expect(codes(wrong)).toEqual(expected)
  })
  it('says which row, counted from 1', () => {
    const [first] = gridProblems('table', { ...grid, rows: [...grid.rows, ['x']] })
    expect(first).toEqual({
      field: 'table',
      code: 'table-ragged',
      values: { row: 3, found: 1, expected: 2 },
    })
  })
})

it('knows where the columns stand once JSON has put them in order', () => {
  const years: Grid = { columns: ['City', '2020', '2019'], rows: [['Wien', '1', '2']] }
  expect(Object.keys(JSON.parse(JSON.stringify(toRecord(years))) as object)).toEqual([
    '2019',
    '2020',
    'City',
  ])
  expect(sentColumns(years)).toEqual([2, 1, 0])
})
