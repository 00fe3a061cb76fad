import { hasHan, wordsOf } from '../tokens'
import { contrasts, intensifiers, lexicon, negations } from './lexicon'

const NEGATION_REACH = 3
const NEGATION_FACTOR = -0.75
const BEFORE_CONTRAST = 0.5
/** What a text without any feeling scores as neutral. */
const NEUTRAL_LOGIT = 1

/**
 * Valence of a text: the sum over its words of feeling, each turned around by a negation up to three words before it
 * and scaled by the intensifier before it. Zero for none.
 */
export function valenceOf(text: string): number {
  const words = hasHan(text) ? segment(text) : wordsOf(text).map((word) => plain(word.text))
  let sum = 0
  let negatedFor = 0
  let factor = 1
  for (const word of words) {
    if (contrasts.has(word)) {
      sum *= BEFORE_CONTRAST
      negatedFor = 0
    }
    const valence = lexicon.get(word)
    if (valence !== undefined) {
      sum += valence * factor * (negatedFor > 0 ? NEGATION_FACTOR : 1)
      factor = 1
    } else {
      factor = intensifiers.get(word) ?? (negations.has(word) ? factor : 1)
    }
    negatedFor = negations.has(word) ? NEGATION_REACH : negatedFor - 1
  }
  const exclamations = Math.min(3, (text.match(/[!！]/g) ?? []).length)
  return sum * (1 + 0.1 * exclamations)
}

/** One logit for each label. */
export function sentimentLogits(
  text: string,
): readonly (readonly [label: string, logit: number])[] {
  const valence = valenceOf(text)
  return [
    ['POSITIVE', valence],
    ['NEGATIVE', -valence],
    ['NEUTRAL', NEUTRAL_LOGIT - Math.abs(valence) / 2],
  ]
}

const plain = (word: string) => word.toLowerCase().replaceAll('’', "'")

const LONGEST_ENTRY = 4

/** Words of a Chinese text: at each place the longest that the word lists know, else one character. */
function segment(text: string): string[] {
  const found: string[] = []
  const known = (word: string) =>
    lexicon.has(word) || negations.has(word) || intensifiers.has(word) || contrasts.has(word)
  for (let place = 0; place < text.length;) {
    let length = LONGEST_ENTRY
    while (length > 1 && !known(text.slice(place, place + length))) length--
    found.push(text.slice(place, place + length))
    place += length
  }
  return found
}
