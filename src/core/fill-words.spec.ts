import { expect, it } from 'vitest'
import { fillWords } from './fill-words'

it.each<[string, Record<string, unknown>, number | undefined, string]>([
  ['Run', {}, undefined, 'Run'],
  ['{a} of {b}', { a: 1, b: 'x' }, undefined, '1 of x'],
  ['{a}', {}, undefined, ''],
  ['{toString}', { a: 1 }, undefined, ''],
  ['{a}', { a: '{b} $& $1', b: 'no' }, undefined, '{b} $& $1'],
  ['{n} model | {n} models', { n: 1 }, 1, '1 model'],
  ['{n} model | {n} models', { n: 0 }, 0, '0 models'],
  ['{n} 个模型', { n: 1 }, 1, '1 个模型'],
])('%j with %j for %s', (text, values, count, expected) => {
  expect(fillWords(text, values, count)).toBe(expected)
})
