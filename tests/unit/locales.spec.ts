import { describe, expect, test } from 'vitest'
import { lazyAreas } from '@/core/areas'
import { wordFaults, type WordTree } from './support/words'

/**
 * Every area of words in both languages, as far as a program can tell. The glossary of parameters is no area: in
 * English the schemas have most of its words, so that its keys differ.
 */

const byArea = <T>(modules: Record<string, T>) =>
  new Map(
    Object.entries(modules).map(([path, it]) => [path.replace(/^.*\/|\.ts$/g, ''), it] as const),
  )

const english = byArea(
  import.meta.glob<WordTree>(
    ['/src/locales/en/*.ts', '!**/index.ts', '!**/parameter-descriptions.ts'],
    { import: 'default' },
  ),
)
const chinese = byArea(
  import.meta.glob<WordTree>(
    ['/src/locales/zh-CN/*.ts', '!**/index.ts', '!**/parameter-descriptions.ts'],
    { import: 'default' },
  ),
)
const glossaries = import.meta.glob<Readonly<Record<string, string>>>(
  '/src/locales/*/parameter-descriptions.ts',
  { import: 'default' },
)
const joined = import.meta.glob<WordTree>('/src/locales/*/index.ts', { import: 'default' })

describe('locales', () => {
  test('both languages have the same areas', () => {
    expect(english.size).toBeGreaterThan(0)
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test.each(Object.entries(joined))(
    '%s joins every area but the lazy ones',
    async (_path, load) => {
      const areas = [...Object.keys(await load()), ...lazyAreas]
      expect(areas.sort()).toEqual([...english.keys()].sort())
    },
  )

  test.each([...english])('%s says the same in both languages', async (area, load) => {
    expect(wordFaults(await load(), (await chinese.get(area)?.()) ?? {})).toEqual([])
  })
})

test('the glossary of parameters has words, Chinese ones in Chinese', async () => {
  const [en, zh] = await Promise.all(
    ['en', 'zh-CN'].map((locale) =>
      glossaries[`/src/locales/${locale}/parameter-descriptions.ts`]?.(),
    ),
  )
  expect(Object.values(en ?? {}).filter((text) => !/\p{L}/u.test(text))).toEqual([])
  expect(Object.values(zh ?? {}).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([])
  expect(Object.keys(zh ?? {}).length).toBeGreaterThan(0)
})

describe('the check itself', () => {
  const cases: [WordTree, WordTree, string[]][] = [
    [{ a: 'Run' }, { a: '运行' }, []],
    [{ a: { b: 'Run' } }, { a: {} }, ['a.b is missing in zh-CN']],
    [{}, { a: '运行' }, ['a is in zh-CN only']],
    [{ a: 'Run' }, { a: ' ' }, ['a is empty']],
    [{ a: '{n} runs' }, { a: '{count} 次' }, ['a has other values: n / count']],
    [{ a: "Write to x{'@'}y" }, { a: '写信给 x@y' }, ['a has a bare {, } or @']],
    [
      { a: 'Pick a model first' },
      { a: 'Pick a model first' },
      ['a is not translated: Pick a model first'],
    ],
    [{ a: 'Hugging Face' }, { a: 'Hugging Face' }, []],
  ]
  test.each(cases)('%j and %j', (en, zh, faults) => {
    expect(wordFaults(en, zh)).toEqual(faults)
  })
})
