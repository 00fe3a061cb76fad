import { describe, expect, it } from 'vitest'
import enInputs from './en/inputs'
import enProblems from './en/problems'
import zhInputs from './zh-CN/inputs'
import zhProblems from './zh-CN/problems'

type Words = { readonly [key: string]: string | Words }

function flat(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe.each([
  ['inputs', enInputs, zhInputs],
  ['problems', enProblems, zhProblems],
])('%s', (_, en, zh) => {
  const translated = new Map(flat(zh))

  it.each(flat(en))('%s has the same values in both languages', (key, text) => {
    expect(placeholders(translated.get(key) ?? '')).toEqual(placeholders(text))
  })

  it.each(flat(zh))('%s is in Chinese, and free of unescaped message syntax', (_key, text) => {
    expect(text).toMatch(/[\u4e00-\u9fff]|^EXIF/)
    expect(text).not.toMatch(/[@|]/)
  })
})
