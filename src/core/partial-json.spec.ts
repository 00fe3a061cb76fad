import { describe, expect, it } from 'vitest'
import { readPartialJson } from './partial-json'

describe('the beginning of a JSON text', () => {
  const rows: [text: string, value: unknown][] = [
    ['{', {}],
    ['[', []],
    ['{"a', {}],
    ['{"a"', {}],
    ['{"a":', {}],
    ['{"a": 1', {}],
    ['{"a": 1,', { a: 1 }],
    ['{"a": "x', { a: 'x' }],
    ['{"a": "x\\', { a: 'x' }],
    ['{"a": "x\\u00', { a: 'x' }],
    ['{"a": "x\\u00e9', { a: 'xé' }],
    ['{"a": "x\\n"', { a: 'x\n' }],
    ['{"a": [1, 2, tr', { a: [1, 2] }],
    ['{"a": {"b": [{"c": null}', { a: { b: [{ c: null }] } }],
    ['"open', 'open'],
    ['  [[1], [', [[1], []]],
    ['{"__proto__": {"x": 1}, "b', JSON.parse('{"__proto__": {"x": 1}}')],
  ]
  it.each(rows)('%s', (text, value) => {
    expect(readPartialJson(text)).toEqual({ value, whole: false })
  })

  it.each([
    '',
    ' ',
    'tru',
    '12',
    'hello',
    '{a',
    '{"a" 1',
    '[1 2',
    '{"a": bad, ',
    '{}x',
    '{"a":"b"x',
  ])('says nothing of %j that is not whole', (text) => {
    const read = readPartialJson(text)
    expect(read === undefined || read.whole).toBe(true)
  })

  it('knows a whole text', () => {
    expect(readPartialJson(' {"a": 1} ')).toEqual({ value: { a: 1 }, whole: true })
  })

  it('reads every beginning of a text, and bears one that is far too deep', () => {
    const text = JSON.stringify({ 'k"\\': ['é\n\u0001', -1.5e-7, true, null, {}, []], z: { y: 0 } })
    for (let end = 2; end < text.length; end++) {
      expect(readPartialJson(text.slice(0, end)), text.slice(0, end)).toMatchObject({
        whole: false,
      })
    }
    expect(readPartialJson('['.repeat(100_000))).toBeUndefined()
  })
})
