import { expect, it } from 'vitest'
import type { Reply } from '@/core/reply'
import custom from '.'
import { fold, parseAnything } from './parse'

it.each<Reply>([
  { kind: 'json', value: { error: 'as it came' }, text: '{"error":"as it came"}' },
  { kind: 'text', text: 'Hello', mediaType: 'text/plain' },
  { kind: 'bytes', blob: new Blob(['x']), mediaType: 'audio/wav' },
  { kind: 'empty' },
])('takes $kind as it came', (reply) => {
  expect(parseAnything(reply)).toEqual({ reply })
})

it('gathers a stream, errors included, and takes its end for the end', () => {
  const chunks = [
    { at: 0, data: '{"a":1}' },
    { at: 1, event: 'error', data: 'gone' },
    { at: 2, data: '[DONE]' },
  ]
  const output = { reply: { kind: 'stream', text: '{"a":1}\nerror: gone\n[DONE]\n', count: 3 } }
  expect(chunks.reduce(fold.step, fold.start())).toEqual(output)
  expect(parseAnything({ kind: 'events', chunks })).toEqual(output)
  expect(fold.ended(fold.start())).toBe(true)
})

it('says where JSON goes wrong', () => {
  const input = { ...custom.emptyInput, json: '{\n  "a": 1,\n}' }
  expect(custom.problems(input)).toMatchObject([
    { field: 'data', code: 'json-invalid', values: { line: 3, column: 1 } },
  ])
})

it('says that a file is missing, and needs no body for GET', () => {
  const codes = (more: object) =>
    custom.problems({ ...custom.emptyInput, ...more }).map(({ code }) => code)
  expect(codes({ mode: 'bytes' })).toEqual(['file-missing'])
  expect(codes({ json: ' ' })).toEqual(['text-missing'])
  expect(codes({ method: 'GET' })).toEqual([])
})
