import type { Language } from './languages'
import { genderOf, indexOf, isNoun, type Form, type Known, type Tag } from './lexicon'
import { gap, polish } from './polish'
import { stems } from './stems'
import { chineseTokens, wordTokens, type Token } from './tokens'

/** A word or phrase of the source, and what is known of it; undefined: it stays as it is. */
interface Piece {
  readonly source: string
  readonly before: string
  readonly known?: Known
}

const SENTENCE_END = /[.?!。？！\n]/

/** Word for word by a small dictionary, with gender and number where it knows them. Unknown words stay as they are. */
export function translate(text: string, from: Language, to: Language): string {
  if (from === to) return text
  const pieces = piecesOf(text, from, to)
  let result = ''
  let starts = true
  let silent = false
  pieces.forEach((piece, at) => {
    const said = piece.known ? formFor(piece.known, pieces, at, to) : piece.source
    const between = betweenPieces(pieces[at - 1], piece, from, to)
    starts ||= SENTENCE_END.test(between)
    // A word that the target leaves out takes its space with it.
    const joined = silent || result === '' ? between.replace(/^ /, '') : between
    silent = said === '' && piece.source !== ''
    const parted = to === 'zh' && needsSpace(result, joined, said) ? ' ' : ''
    result += joined + parted + (starts ? capitalised(said, piece.source) : said)
    if (said !== '') starts = false
  })
  return polish(from === 'zh' ? result.trimEnd() : result, to)
}

/** How many words of a text a language knows; for telling languages apart. */
export function knownWords(text: string, language: Language): number {
  const { known } = indexOf(language)
  return wordTokens(text, language).filter((token) => known.has(token.text.toLowerCase())).length
}

function piecesOf(text: string, from: Language, to: Language): Piece[] {
  const { known, longest } = indexOf(from)
  const says = (key: string) => {
    const found = known.get(key)
    return found?.entry[to] ? found : undefined
  }
  if (from === 'zh') {
    const tokens = chineseTokens(text, (word) => says(word) !== undefined, longest)
    return tokens.map((token) => piece(token.text, token.before, says(token.text)))
  }
  const tokens = wordTokens(text, from)
  const pieces: Piece[] = []
  for (let at = 0; at < tokens.length;) {
    const { words, found } = longestPhrase(tokens.slice(at, at + longest), says)
    const first = tokens[at]
    if (!first) break
    pieces.push(piece(first.text, first.before, found ?? inflected(first.text, from, says)))
    at += words
  }
  return pieces
}

function betweenPieces(one: Piece | undefined, other: Piece, from: Language, to: Language) {
  const touching = one !== undefined && other.before === ''
  // Two characters that nobody knows are likely one word.
  if (touching && !one.known && !other.known) return ''
  // What was elided is a word of its own elsewhere.
  if (touching && one.known && one.source.endsWith("'")) return ' '
  return gap(other.before, from, to)
}

function piece(source: string, before: string, known: Known | undefined): Piece {
  return known ? { source, before, known } : { source, before }
}

function longestPhrase(tokens: readonly Token[], says: (key: string) => Known | undefined) {
  for (let words = tokens.length; words > 0; words--) {
    const part = tokens.slice(0, words)
    if (part.slice(1).some(({ before }) => before.trim() !== '')) continue
    const key = part.map(({ text }) => text.toLowerCase().replace('’', "'")).join(' ')
    const found = says(key)
    if (found) return { words, found }
  }
  return { words: 1, found: undefined }
}

function inflected(
  word: string,
  from: Language,
  says: (key: string) => Known | undefined,
): Known | undefined {
  for (const { stem, plural } of stems(word.toLowerCase(), from)) {
    const found = says(stem)
    if (found) return { entry: found.entry, plural: found.plural || plural }
  }
  return undefined
}

function formFor(known: Known, pieces: readonly Piece[], at: number, to: Language): string {
  const forms = known.entry[to] ?? []
  if (isNoun(known.entry)) return known.plural ? pluralOf(forms, to) : (forms[0]?.text ?? '')
  const tags = forms.some(({ tag }) => tag) ? tagsAt(pieces, at, to) : []
  const fitting = tags.flatMap((tag) => forms.filter((form) => form.tag === tag))
  return (fitting[0] ?? forms[0])?.text ?? ''
}

/** What the words around ask of this one, the strongest first. */
function tagsAt(pieces: readonly Piece[], at: number, to: Language): readonly (Tag | undefined)[] {
  const { subject, noun, attributive } = around(pieces, at)
  return [
    ...(subject === 'we' ? (['w', 'p'] as const) : subject === 'they' ? (['p'] as const) : []),
    ...(noun?.plural && genderOf(noun.entry, to) === 'f' ? (['fp'] as const) : []),
    ...(noun?.plural ? (['p'] as const) : []),
    ...(attributive ? (['a'] as const) : []),
    noun && !noun.plural ? genderOf(noun.entry, to) : undefined,
  ]
}

/**
 * The pronoun before; the noun that an article or adjective belongs to, the next one, else the one before, within a few
 * words; and whether that noun follows at once.
 */
function around(pieces: readonly Piece[], at: number) {
  const pronoun = pieces
    .slice(Math.max(0, at - 2), at)
    .map(({ known }) => known?.entry.en?.[0]?.text)
    .find((word) => word === 'we' || word === 'they')
  const after = untilSign(pieces.slice(at + 1, at + 4))
  const before = pieces.slice(Math.max(0, at - 4), at).reverse()
  const noun = (after.find(hasNoun) ?? before.find(hasNoun))?.known
  return {
    subject: pronoun,
    noun,
    attributive: after[0] !== undefined && hasNoun(after[0]),
  }
}

function hasNoun({ known }: Piece): boolean {
  return known !== undefined && isNoun(known.entry)
}

function untilSign(pieces: readonly Piece[]): readonly Piece[] {
  const sign = pieces.findIndex(({ before }) => before.trim() !== '')
  return sign < 0 ? pieces : pieces.slice(0, sign)
}

function pluralOf(forms: readonly Form[], to: Language): string {
  const own = forms.find(({ tag }) => tag === 'p')?.text
  const one = forms[0]?.text ?? ''
  if (own !== undefined || to === 'de' || to === 'zh' || to === 'ru') return own ?? one
  if (to === 'en' && /[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`
  if (to === 'en' && /(s|x|ch|sh)$/.test(one)) return `${one}es`
  return /[sxz]$/.test(one) ? one : `${one}s`
}

function needsSpace(result: string, between: string, said: string): boolean {
  return between === '' && /[\p{L}\p{N}]$/u.test(result) && /^[\p{L}\p{N}]/u.test(said)
    ? !(/\p{Script=Han}$/u.test(result) && /^\p{Script=Han}/u.test(said))
    : false
}

/** As the source has it; a script without capitals begins a sentence with one. */
function capitalised(word: string, source: string): string {
  const small = source.slice(0, 1) === source.slice(0, 1).toLowerCase()
  if (small && !/^\p{Script=Han}/u.test(source)) return word
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
