import { expect, it } from 'vitest'
import { jsonBody } from '@/core/body'
import type { Json } from '@/core/json'
import { continuationOf } from './continuation'

it.each<[string, string, string, Json, string]>([
  ['leaves a continuation alone', ' b', 'a', { inputs: 'a' }, ' b'],
  ['takes a repeated prompt away', 'a b', 'a', { inputs: 'a' }, ' b'],
  ['believes a request that wants none', 'ha ha', 'ha', no(false), 'ha ha'],
  ['believes a request that wants it', 'ha ha', 'ha', no(true), ' ha'],
  ['a completion repeats nothing unasked', 'ha ha', 'ha', { prompt: 'ha' }, 'ha ha'],
  ['a completion repeats with echo', 'ha ha', 'ha', { prompt: 'ha', echo: true }, ' ha'],
  ['an empty prompt is no prompt', 'a', '', {}, 'a'],
])('%s', (_name, text, prompt, body, expected) => {
  expect(continuationOf(text, prompt, jsonBody(body))).toBe(expected)
})

function no(return_full_text: boolean): Json {
  return { inputs: 'ha', parameters: { return_full_text } }
}
