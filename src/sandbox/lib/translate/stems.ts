import type { Language } from './languages'

interface Stem {
  readonly stem: string
  readonly plural: boolean
}

type Ending = readonly [end: string, put: string, plural: boolean]

const endings: Readonly<Partial<Record<Language, readonly Ending[]>>> = {
  en: [
    ['ies', 'y', true],
    ['es', '', true],
    ['s', '', true],
    ['ing', '', false],
    ['ing', 'e', false],
    ['ed', '', false],
    ['ed', 'e', false],
  ],
  fr: [
    ['es', '', true],
    ['s', '', true],
    ['e', '', false],
  ],
  de: [
    ['en', '', false],
    ['em', '', false],
    ['er', '', false],
    ['es', '', false],
    ['e', '', false],
    ['n', '', false],
    ['s', '', false],
  ],
  es: [
    ['es', '', true],
    ['as', 'o', true],
    ['s', '', true],
    ['a', 'o', false],
    ['n', '', false],
  ],
}

const SHORTEST_STEM = 3

/** What a word that is not in the dictionary may be a form of, likeliest first. */
export function stems(word: string, language: Language): Stem[] {
  return (endings[language] ?? [])
    .filter(([end]) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM)
    .map(([end, put, plural]) => ({ stem: word.slice(0, -end.length) + put, plural }))
}
