import type { Language } from './languages'

type Rule = readonly [RegExp, string]

/** What neighbouring words do to each other. */
const rules: Readonly<Partial<Record<Language, readonly Rule[]>>> = {
  en: [[/(?<!\p{L})(a) (?=[aeiou])/giu, '$1n ']],
  fr: [
    [/(?<!\p{L})(qu|[jldnmtsc])[ea] (?=[aeiouéèêàâîôûœ]|h(?!uit))/giu, "$1'"],
    [/(?<!\p{L})(d)e le /giu, '$1u '],
    [/(?<!\p{L})(d)e les /giu, '$1es '],
    [/(?<!\p{L})à le /giu, 'au '],
  ],
  es: [
    [/(?<!\p{L})(de|a) el (?=\p{L})/giu, '$1l '],
    [/(?<!\p{L})(y) (?=h?i)/giu, 'e '],
  ],
}

/** Elision, contraction and the like. */
export function polish(text: string, language: Language): string {
  return (rules[language] ?? []).reduce((done, [find, put]) => done.replace(find, put), text)
}

const toFullWidth: Readonly<Record<string, string>> = {
  '.': '。',
  ',': '，',
  '?': '？',
  '!': '！',
  ':': '：',
  ';': '；',
}
const toHalfWidth: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(toFullWidth).map(([half, full]) => [full, half])),
  '、': ',',
}

/** What stands between two words, in the signs and spaces of the target language. */
export function gap(before: string, from: Language, to: Language): string {
  if (to === 'zh') {
    return before
      .replace(/([.,?!:;])(?=\s|$)/g, (sign) => toFullWidth[sign] ?? sign)
      .replace(/[ \t]+/g, '')
      .replace(/[¿¡]/g, '')
  }
  if (from !== 'zh') return from === 'es' ? before.replace(/[¿¡]/g, '') : before
  if (before === '') return ' '
  return before
    .replace(/[。，？！：；、]/g, (sign) => `${toHalfWidth[sign] ?? sign} `)
    .replace(/ +(?=\n)/g, '')
}
