import type { Language } from './languages'

export interface Token {
  readonly text: string
  /** What stands between the word before and this one: spaces, signs. */
  readonly before: string
}

const WORD = /[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*|\p{N}+(?:[.,]\p{N}+)*/gu
const FRENCH_ELISION = /^(?:[cdjlmnst]|qu)['’]/i

/** Contractions of English, and what they stand for. */
const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bwon['’]t\b/gi, 'will not'],
  [/\bcan['’]t\b/gi, 'can not'],
  [/n['’]t\b/gi, ' not'],
  [/['’]m\b/gi, ' am'],
  [/['’]re\b/gi, ' are'],
  [/['’]ll\b/gi, ' will'],
  [/['’]ve\b/gi, ' have'],
  [/\b(it|he|she|that|what|there|here|where|who)['’]s\b/gi, '$1 is'],
]

/** The words of a text with what stands between them. The last token may be empty: it carries the text's end. */
export function wordTokens(text: string, language: Language): Token[] {
  const plain = language === 'en' ? withoutContractions(text) : text
  const tokens: Token[] = []
  let at = 0
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    const [first = word, ...rest] = language === 'fr' ? withoutElision(word) : [word]
    tokens.push({ text: first, before: plain.slice(at, index) })
    tokens.push(...rest.map((part) => ({ text: part, before: '' })))
    at = index + word.length
  }
  if (at < plain.length) tokens.push({ text: '', before: plain.slice(at) })
  return tokens
}

/**
 * The words of a Chinese text: from each place the longest that is known; a character by itself where none is. Other
 * scripts are parted as usual.
 */
export function chineseTokens(text: string, isKnown: (word: string) => boolean, longest: number) {
  return wordTokens(text, 'zh').flatMap((token) => {
    if (!/\p{Script=Han}/u.test(token.text)) return [token]
    const characters = [...token.text]
    const words: Token[] = []
    for (let at = 0; at < characters.length;) {
      let length = Math.min(longest, characters.length - at)
      while (length > 1 && !isKnown(characters.slice(at, at + length).join(''))) length--
      const word = characters.slice(at, at + length).join('')
      words.push({ text: word, before: at === 0 ? token.before : '' })
      at += length
    }
    return words
  })
}

function withoutContractions(text: string): string {
  return contractions.reduce((plain, [short, long]) => plain.replace(short, long), text)
}

function withoutElision(word: string): string[] {
  const [elided] = FRENCH_ELISION.exec(word) ?? []
  return elided ? [elided.replace('’', "'"), word.slice(elided.length)] : [word]
}
