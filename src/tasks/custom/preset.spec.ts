import { expect, it } from 'vitest'
import type { JsonObject } from '@/core/json'
import { mediaFile } from '@/core/media'
import type { Draft } from '@/core/task'
import custom, { type Input } from '.'
import { keptHeaders } from './headers'
import { draftOf, presetOf } from './preset'

const draft: Draft<Input> = {
  model: 'owner/model',
  input: {
    ...custom.emptyInput,
    json: '{"query": "x"}',
    path: '/rerank',
    method: 'PUT',
    headers: [{ name: 'X-Use-Cache', value: 'false' }],
  },
  parameters: { top_k: 2 },
  stream: true,
}

it('comes back as it was', () => {
  const stored = JSON.parse(JSON.stringify(presetOf(draft))) as ReturnType<typeof presetOf>
  expect(draftOf(stored, custom.emptyInput)).toEqual(draft)
})

it('keeps the fields of a form, not its files', () => {
  const file = mediaFile(new Blob(['x']), 'a.png')
  const form: Input['form'] = [
    { kind: 'text', name: 'model', value: 'x' },
    { kind: 'file', name: 'file', file },
  ]
  const kept = presetOf({ ...draft, input: { ...draft.input, mode: 'form', form } })
  const stored = JSON.parse(JSON.stringify(kept)) as JsonObject
  expect(draftOf(stored, custom.emptyInput).input).toMatchObject({
    mode: 'form',
    form: [form[0], { kind: 'file', name: 'file', file: null }],
  })
})

it.each<JsonObject>([{}, { json: 3, headers: 'x', parameters: [], mode: 'text', stream: 'yes' }])(
  'makes a page of %j too',
  (value) => {
    const read = draftOf(value, custom.emptyInput)
    expect(read.input).toEqual(custom.emptyInput)
    expect(read).toMatchObject({ model: '', parameters: {}, stream: false })
  },
)

it.each([
  ['Authorization', 'x'],
  ['X-Api-Key', 'x'],
  ['X-Auth-Token', 'x'],
  ['Cookie', 'a=b'],
  ['X-Session-Id', 'x'],
  ['X-Custom', 'Bearer abc'],
  ['X-Custom', 'hf_abcdefghijkl'],
  ['X-Custom', 'key sk-abcdefghijkl'],
  ['', 'x'],
])('keeps no %s: %s', (name, value) => {
  expect(keptHeaders([{ name, value }])).toEqual([])
})

it.each([
  ['X-Use-Cache', 'false'],
  ['Accept', 'text/event-stream'],
  ['X-Keyboard', 'qwerty'],
])('keeps %s: %s', (name, value) => {
  expect(keptHeaders([{ name, value }])).toEqual([{ name, value }])
})
