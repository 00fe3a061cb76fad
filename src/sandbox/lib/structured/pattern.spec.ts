import { expect, it } from 'vitest'
import { seededRandom } from '../random'
import { textOfPattern } from './pattern'

it.each([
  'abc',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '(yes|no|maybe)( indeed)*',
  '[A-Z][a-z]+ [A-Z]\\.',
  '[^\\d\\s]{3}',
  '(?:\\w+@\\w+\\.com)',
  '(?<year>20\\d\\d)?x{0,2}',
  '-?(0|[1-9]\\d*)(\\.\\d+)?',
  '[\\u4e00-\\u4e09]+\\x41',
  '"(?:[^"\\\\]|\\\\.)*"',
  '[a-c-]+\\/\\[\\]',
  '.+?',
  '',
])('writes what %s matches', (pattern) => {
  for (let seed = 0; seed < 30; seed++) {
    expect(textOfPattern(pattern, seededRandom(seed))).toMatch(new RegExp(`^(?:${pattern})$`, 'u'))
  }
})

it.each([
  '(?=a)',
  '(?!a)',
  '(?<=a)b',
  '(a)\\1',
  '\\p{L}',
  '(a',
  'a)',
  '[a',
  '*a',
  'a{99999}',
  '('.repeat(500),
])('refuses %s', (pattern) => {
  expect(() => textOfPattern(pattern, seededRandom(1))).toThrow(/regular expression/)
})

it('ends soon, however often it repeats', () => {
  expect(() => textOfPattern('(((((a{1000}){1000}){1000}){1000}){1000})', () => 0.5)).toThrow()
  expect(textOfPattern('(((((){1000}){1000}){1000}){1000}){1000}', () => 0.5)).toBe('')
})
