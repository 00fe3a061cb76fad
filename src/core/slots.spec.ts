import { describe, expect, it } from 'vitest'
import { base64At, dataUrlAt, jsonBody } from './body'
import type { Json } from './json'
import { mediaFile } from './media'
import { fillSlots, jsonTextWithSlots, pointerTokens } from './slots'

const file = mediaFile(new Blob(['abc']), 'a.png', 'image/png')

/** The text with each slot's place filled, as a reader of the snippets would do. */
function joined(value: Json, pointers: string[]): string {
  const slots = pointers.map((pointer) => base64At(pointer, file))
  const pieces = jsonTextWithSlots(jsonBody(value, slots))
  return pieces.map((piece) => (typeof piece === 'string' ? piece : 'YWJj')).join('')
}

describe('jsonTextWithSlots', () => {
  it.each<[string, Json, string[], Json]>([
    ['no slot', { a: [1, 'x', null, true] }, [], { a: [1, 'x', null, true] }],
    ['the root', '', [''], 'YWJj'],
    [
      'a member',
      { inputs: '', parameters: { k: 1 } },
      ['/inputs'],
      { inputs: 'YWJj', parameters: { k: 1 } },
    ],
    ['in a list', [{ a: '' }, ''], ['/0/a', '/1'], [{ a: 'YWJj' }, 'YWJj']],
    ['an escaped key', { 'a/b~c': '', '': '' }, ['/a~1b~0c', '/'], { 'a/b~c': 'YWJj', '': 'YWJj' }],
    [
      'text like a slot',
      { a: '[object Object]', b: '' },
      ['/b'],
      { a: '[object Object]', b: 'YWJj' },
    ],
  ])('writes %s as JSON.stringify would', (_, value, pointers, expected) => {
    expect(joined(value, pointers)).toBe(JSON.stringify(expected))
  })

  it('puts the prefix before the file and joins neighbouring text', () => {
    const slot = dataUrlAt('/0/url', file)
    expect(jsonTextWithSlots(jsonBody([{ url: '', n: 1 }], [slot]))).toEqual([
      '[{"url":"data:image/png;base64,',
      slot,
      '","n":1}]',
    ])
  })

  it.each([['/missing'], ['/a/b'], ['/list/7'], ['no-slash']])(
    'refuses the pointer %s',
    (pointer) => {
      const value = { a: '', list: [''] }
      expect(() => joined(value, [pointer])).toThrow(RangeError)
    },
  )

  it('has no text for a body that is no JSON', () => {
    expect(jsonTextWithSlots({ kind: 'bytes', file })).toEqual([])
    expect(jsonTextWithSlots({ kind: 'none' })).toEqual([])
  })
})

describe('fillSlots', () => {
  it('fills the places and leaves the value as it was', () => {
    const value = { inputs: '', parameters: { labels: ['a'] } }
    const filled = fillSlots(value, [base64At('/inputs', file)], ({ file: { name } }) => name)
    expect(filled).toEqual({ inputs: 'a.png', parameters: { labels: ['a'] } })
    expect(value.inputs).toBe('')
  })
})

describe('pointerTokens', () => {
  it.each([
    ['', []],
    ['/', ['']],
    ['/a~1b/~01/0', ['a/b', '~1', '0']],
  ])('splits %s', (pointer, tokens) => {
    expect(pointerTokens(pointer)).toEqual(tokens)
  })
})
