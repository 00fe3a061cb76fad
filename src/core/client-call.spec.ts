import { expect, it } from 'vitest'
import { pythonArguments } from './client-call'

it.each([
  ['all named', { top_k: 2 }, ['top_k'], false, { top_k: 2 }],
  ['none', {}, ['top_k'], false, {}],
  ['an unknown one, nowhere to put it', { top_k: 2, new: 1 }, ['top_k'], false, undefined],
  ['an unknown one in extra_body', { a: 1, b: 2 }, ['a'], true, { a: 1, extra_body: { b: 2 } }],
  ['null, which the library drops', { stop: null }, ['stop'], true, undefined],
  ['null deep inside', { tools: [{ x: null }] }, ['tools'], true, undefined],
])('gives Python %s', (_name, parameters, keywords, extraBody, expected) => {
  expect(pythonArguments(parameters, keywords, extraBody)).toEqual(expected)
})
