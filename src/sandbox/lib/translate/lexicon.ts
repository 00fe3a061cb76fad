import { languages, type Language } from './languages'
import { grammar } from './lexicon-grammar'
import { phrases } from './lexicon-phrases'
import { things } from './lexicon-things'
import { verbs } from './lexicon-verbs'
import { wordTokens } from './tokens'

/** `m`, `f`, `n`: gender; `p`: plural, `fp` of both; `w`: with “we”; `a`: before a noun. */
export type Tag = 'm' | 'f' | 'n' | 'p' | 'fp' | 'w' | 'a'

export interface Form {
  readonly text: string
  readonly tag?: Tag
}

/** One meaning: its forms in each language that has it. The empty text: the language says nothing here. */
export type Entry = Readonly<Partial<Record<Language, readonly Form[]>>>

export interface Known {
  readonly entry: Entry
  readonly plural: boolean
}

const genders: readonly (Tag | undefined)[] = ['m', 'f', 'n']

interface Index {
  /** By the words in lower case, with one space between; Chinese by its characters. */
  readonly known: ReadonlyMap<string, Known>
  /** The most words of a phrase; of Chinese, characters. */
  readonly longest: number
}

const entries: readonly Entry[] = [phrases, grammar, verbs, things]
  .flatMap((list) => list.trim().split('\n'))
  .map(readEntry)

const indexes = new Map<Language, Index>()

/** What is known in a language; made when it is first asked for. */
export function indexOf(language: Language): Index {
  let index = indexes.get(language)
  if (!index) indexes.set(language, (index = makeIndex(language)))
  return index
}

/** A noun tells the words around it its gender, in the languages that have one. */
export function genderOf(entry: Entry, language: Language): Tag | undefined {
  return entry[language]?.[0]?.tag
}

/** The first form of a noun has a gender, at least in German. */
export function isNoun(entry: Entry): boolean {
  return genders.includes(genderOf(entry, 'de'))
}

function readEntry(line: string): Entry {
  const cells = line.split('|')
  const columns = languages.flatMap((language, at) => {
    const cell = cells[at]
    return cell === undefined ? [] : [[language, cell.split('/').map(readForm)] as const]
  })
  return Object.fromEntries(columns)
}

function readForm(cell: string): Form {
  const [, text = '', tag] = /^(.*?)(?:\.(fp|[mfnpwa]))?$/.exec(cell) ?? []
  return tag === undefined ? { text } : { text, tag: tag as Tag }
}

function makeIndex(language: Language): Index {
  const known = new Map<string, Known>()
  let longest = 1
  for (const entry of entries) {
    for (const { text, tag } of entry[language] ?? []) {
      const words = wordsOfForm(text, language)
      const key = words.join(language === 'zh' ? '' : ' ').toLowerCase()
      if (key === '' || known.has(key)) continue
      known.set(key, { entry, plural: tag === 'p' })
      longest = Math.max(longest, words.length)
    }
  }
  return { known, longest }
}

function wordsOfForm(form: string, language: Language): string[] {
  if (language === 'zh') return [...form]
  return form.endsWith("'") ? [form] : wordTokens(form, language).map(({ text }) => text)
}
