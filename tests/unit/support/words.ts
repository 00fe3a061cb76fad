/** Words by key; areas hold areas. */
export interface WordTree {
  readonly [key: string]: string | WordTree
}

/** All texts of a tree by their path, for example `run.button`. */
export function flatten(tree: WordTree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}

const LITERAL = /\{\s*'[^']*'\s*\}/g
const NAME = /\{\s*([\w-]+)\s*\}/g

const namesIn = (text: string) =>
  [...new Set([...text.replace(LITERAL, '').matchAll(NAME)].map((match) => match[1]))].sort().join()

/** A brace or an at sign outside a place for a value: the message syntax stumbles over it. */
const isUnescaped = (text: string) => /[{}@]/.test(text.replace(LITERAL, '').replace(NAME, ''))

const isSentence = (text: string) =>
  text
    .replace(NAME, '')
    .match(/[\p{L}’']+/gu)
    ?.slice(3).length

function textFaults(key: string, en: string, zh: string): string[] {
  const faults: string[] = []
  if (en.trim() === '' || zh.trim() === '') faults.push(`${key} is empty`)
  if (namesIn(en) !== namesIn(zh))
    faults.push(`${key} has other values: ${namesIn(en)} / ${namesIn(zh)}`)
  if (isUnescaped(en) || isUnescaped(zh)) faults.push(`${key} has a bare {, } or @`)
  if (en === zh && isSentence(en)) faults.push(`${key} is not translated: ${en}`)
  return faults
}

/** What is wrong between two languages' words, one line each; none when they match. */
export function wordFaults(en: WordTree, zh: WordTree): string[] {
  const english = flatten(en)
  const chinese = flatten(zh)
  const missing = [...english.keys()].filter((key) => !chinese.has(key))
  const extra = [...chinese.keys()].filter((key) => !english.has(key))
  return [
    ...missing.map((key) => `${key} is missing in zh-CN`),
    ...extra.map((key) => `${key} is in zh-CN only`),
    ...[...english].flatMap(([key, text]) => {
      const translation = chinese.get(key)
      return translation === undefined ? [] : textFaults(key, text, translation)
    }),
  ]
}
