import { describe, expect, it } from 'vitest'
import { base64Size, initiallyOpen, jsonRows, PAGE_SIZE, parentPath, pathWords } from './json-rows'

const value = { 'a/b': [1, { 'c~': null }], d: 'text', e: {} }
const rows = (open: string[], shown: [string, number][] = [], root: unknown = value) =>
  jsonRows(root, { open: new Set(open), shown: new Map(shown) })

describe('jsonRows', () => {
  it('shows only what is open', () => {
    expect(rows([]).map((row) => row.path)).toEqual([''])
    expect(rows(['']).map((row) => row.path)).toEqual(['', '/a~1b', '/d', '/e'])
    expect(rows(['/a~1b'])).toHaveLength(1)
  })

  it('tells depth, place and size of each line', () => {
    const seen = rows(['', '/a~1b', '/a~1b/1']).map((row) =>
      row.kind === 'value'
        ? [row.path, row.name, row.depth, row.size, row.open, `${row.position}/${row.siblings}`]
        : row.kind,
    )
    expect(seen).toEqual([
      ['', undefined, 0, 3, true, '1/1'],
      ['/a~1b', 'a/b', 1, 2, true, '1/3'],
      ['/a~1b/0', 0, 2, undefined, false, '1/2'],
      ['/a~1b/1', 1, 2, 1, true, '2/2'],
      ['/a~1b/1/c~0', 'c~', 3, undefined, false, '1/1'],
      ['/d', 'd', 1, undefined, false, '2/3'],
      ['/e', 'e', 1, 0, false, '3/3'],
    ])
  })

  it('shows a big list page by page', () => {
    const list = Array.from({ length: 250 }, (_, index) => index)
    const first = rows([''], [], list)
    expect(first).toHaveLength(1 + PAGE_SIZE + 1)
    expect(first.at(-1)).toEqual({ kind: 'more', path: '', depth: 1, hidden: 150 })
    expect(rows([''], [['', 200]], list).at(-1)).toMatchObject({ kind: 'more', hidden: 50 })
    expect(rows([''], [['', 300]], list).at(-1)).toMatchObject({ kind: 'value', name: 249 })
  })
})

it('opens as much as fits at first, and always the root', () => {
  expect([...initiallyOpen(value)]).toEqual(['', '/a~1b', '/a~1b/1'])
  expect([...initiallyOpen(value, 4)]).toEqual([''])
  expect([...initiallyOpen(Array.from({ length: 1000 }, () => [1]))]).toEqual([''])
  expect([...initiallyOpen('text')]).toEqual([])
})

it.each([
  ['/a/b', '/a'],
  ['/a', ''],
  ['', ''],
])('the parent of %j is %j', (path, parent) => expect(parentPath(path)).toBe(parent))

it.each([
  ['', '$'],
  ['/choices/0/message', 'choices[0].message'],
  ['/0/a~1b', '[0]["a/b"]'],
  ['/content-type', '["content-type"]'],
])('the path %j is written %s', (path, words) => expect(pathWords(path)).toBe(words))

describe('base64Size', () => {
  const bytes = (count: number) => Buffer.alloc(count, 7).toString('base64')
  it.each([300, 301, 302])('counts the %i bytes, padding aside', (count) => {
    expect(base64Size(bytes(count))).toBe(count)
    expect(base64Size(`data:image/png;base64,${bytes(count)}`)).toBe(count)
  })
  it.each([
    ['short', bytes(9)],
    ['words', 'some words with spaces '.repeat(20)],
  ])('leaves %s alone', (_, text) => expect(base64Size(text)).toBeUndefined())
})
