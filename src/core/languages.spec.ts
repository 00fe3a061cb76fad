import { describe, expect, it } from 'vitest'
import { codeSystemOf, fixedPair, languageCodes, languageName, localeOf } from './languages'

describe('languages', () => {
  it.each([
    ['facebook/mbart-large-50-many-to-many-mmt', 'mbart', 'en_XX', 52],
    ['facebook/nllb-200-distilled-600M', 'nllb', 'eng_Latn', 201],
    ['google-t5/t5-base', 't5', 'fr', 4],
    ['t5-base', 't5', 'ro', 4],
    ['google/flan-t5-base', 'plain', 'zh', 100],
    ['facebook/m2m100_418M', 'plain', 'en', 100],
    ['', 'plain', 'en', 100],
  ])('%s takes %s codes', (model, system, code, count) => {
    const codes = languageCodes(codeSystemOf(model))
    expect(codeSystemOf(model)).toBe(system)
    expect(codes).toContain(code)
    expect(new Set(codes).size).toBe(count)
  })

  it.each([
    ['en_XX', 'en', 'English', '英语'],
    ['eng_Latn', 'en-Latn', 'English', '英语'],
    ['fr', 'fr', 'French', '法语'],
    ['zho_Hans', 'zh-Hans', 'Simplified Chinese', '简体中文'],
    ['zho_Hant', 'zh-Hant', 'Traditional Chinese', '繁体中文'],
    ['nonsense code', undefined, undefined, undefined],
    ['', undefined, undefined, undefined],
  ])('%s is %s, called %s', (code, locale, english, chinese) => {
    expect(localeOf(code)).toBe(locale)
    expect(languageName(code, 'en')).toBe(english)
    expect(languageName(code, 'zh-CN')).toBe(chinese)
  })

  it('has codes that are languages', () => {
    for (const system of ['mbart', 'nllb', 't5', 'plain'] as const) {
      for (const code of languageCodes(system)) expect(localeOf(code), code).toBeDefined()
    }
  })

  it.each([
    ['Helsinki-NLP/opus-mt-en-fr', ['en', 'fr']],
    ['Helsinki-NLP/opus-mt-tc-big-en-pt', ['en', 'pt']],
    ['Helsinki-NLP/opus-mt-ROMANCE-en', undefined],
    ['google-t5/t5-base', undefined],
  ])('the pair of %s', (model, pair) => {
    expect(fixedPair(model)).toEqual(pair)
  })
})
