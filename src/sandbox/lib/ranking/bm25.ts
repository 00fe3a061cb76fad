import { tokensOf } from '../embedding/features'

/** Okapi BM25 with its usual constants: how fast a word that comes again counts less, and how much length counts. */
const K1 = 1.2
const B = 0.75
/** A word that only begins like one of the query counts a little. */
const LIKE = 0.4
const STEM = 4

/** How well each text answers the query by the words that they share: 0 for none, rarer words count more. */
export function bm25(query: string, texts: readonly string[]): readonly number[] {
  const asked = [...new Set(tokensOf(query))]
  const documents = texts.map((text) => countsOf(tokensOf(text)))
  const meanLength =
    documents.reduce((sum, { length }) => sum + length, 0) / (texts.length || 1) || 1
  const weights = asked.map((word) => rarity(word, documents))
  return documents.map((document) =>
    asked.reduce((sum, word, at) => {
      const times = timesIn(word, document)
      const damped = times + K1 * (1 - B + (B * document.length) / meanLength)
      return sum + ((weights[at] ?? 0) * times * (K1 + 1)) / damped
    }, 0),
  )
}

interface Counts {
  readonly words: ReadonlyMap<string, number>
  /** How often words with the same beginning occur. */
  readonly stems: ReadonlyMap<string, number>
  readonly length: number
}

function countsOf(tokens: readonly string[]): Counts {
  const words = new Map<string, number>()
  const stems = new Map<string, number>()
  for (const token of tokens) {
    words.set(token, (words.get(token) ?? 0) + 1)
    const stem = token.slice(0, STEM)
    if (stem.length === STEM) stems.set(stem, (stems.get(stem) ?? 0) + 1)
  }
  return { words, stems, length: tokens.length }
}

function timesIn(word: string, { words, stems }: Counts): number {
  const exact = words.get(word) ?? 0
  const alike = word.length >= STEM ? (stems.get(word.slice(0, STEM)) ?? 0) - exact : 0
  return exact + LIKE * Math.max(0, alike)
}

function rarity(word: string, documents: readonly Counts[]): number {
  const found = documents.filter((document) => timesIn(word, document) > 0).length
  return Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
}
