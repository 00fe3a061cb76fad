import { describe, expect, it } from 'vitest'
import { jsonOf, readEvent, readLabelledBox, readScoredLabel } from './parse'
import { ErrorReply, UnreadableReply, type Reply } from './reply'

const json = (value: unknown): Reply => ({ kind: 'json', value, text: '' })

describe('jsonOf', () => {
  it.each([[null], [0], [[]], [{}], [{ error: null }], [{ error: undefined, label: 'x' }]])(
    'gives %j',
    (value) => expect(jsonOf(json(value), 'x')).toBe(value),
  )
  it.each([
    [{ error: 'No such model' }, 'No such model'],
    [{ error: ['One', 'Two'], warnings: ['Three'] }, 'One\nTwo\nThree'],
    [{ error: { message: 'Too long', type: 'invalid' } }, 'Too long'],
    [{ object: 'error', message: 'Context length', code: 400 }, 'Context length'],
    [{ error: true }, '{"error":true}'],
  ])('throws the words of %j', (value, words) => {
    expect(() => jsonOf(json(value), 'x')).toThrow(new ErrorReply(words))
  })
  it.each<Reply>([
    { kind: 'text', text: 'Hello', mediaType: 'text/plain' },
    { kind: 'empty' },
    { kind: 'bytes', blob: new Blob(), mediaType: 'image/png' },
    { kind: 'events', chunks: [] },
  ])('refuses $kind', (reply) => {
    expect(() => jsonOf(reply, '[{x}]')).toThrow(UnreadableReply)
  })
})

describe('readEvent', () => {
  it.each([
    ['[DONE]', { kind: 'done' }],
    [' [DONE]\n', { kind: 'done' }],
    ['{"a":1}', { kind: 'value', value: { a: 1 } }],
    ['{"error":null,"a":1}', { kind: 'value', value: { error: null, a: 1 } }],
    ['{"a":', { kind: 'other' }],
    ['', { kind: 'other' }],
    ['3', { kind: 'other' }],
  ])('%j', (data, expected) => {
    expect(readEvent({ at: 0, data })).toEqual(expected)
  })
  it.each([
    [undefined, '{"error":"Out of memory","error_type":"overloaded"}', 'Out of memory'],
    ['error', '{"detail":"Gone"}', 'Gone'],
    ['error', 'upstream went away', 'upstream went away'],
  ])('throws the words of an error (%s %s)', (event, data, words) => {
    expect(() => readEvent(event ? { at: 0, event, data } : { at: 0, data })).toThrow(
      new ErrorReply(words),
    )
  })
})

describe('members', () => {
  it.each([
    [
      { label: 'A', score: 0 },
      { label: 'A', score: 0 },
    ],
    [
      { label: 'A', score: null },
      { label: 'A', score: null },
    ],
    [{ label: 'A' }, { label: 'A', score: null }],
    [{ label: 'A', score: '0.5' }, undefined],
    [{ score: 1 }, undefined],
    [null, undefined],
  ])('label %j', (value, expected) => {
    expect(readScoredLabel(value)).toEqual(expected)
  })
  it.each([
    [{ label: 'A', score: 1, box: { xmin: 0, ymin: 0, xmax: 1, ymax: 1 } }, true],
    [{ label: 'A', score: 1, box: { xmin: 0, ymin: 0, xmax: 1 } }, false],
    [{ label: 'A', score: 1, box: [0, 0, 1, 1] }, false],
    [{ label: 'A', score: 1 }, false],
  ])('box %j', (value, readable) => {
    expect(readLabelledBox(value) !== undefined).toBe(readable)
  })
})
