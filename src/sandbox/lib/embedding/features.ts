import { hashText } from '../random'
import { hasHan, wordsOf } from '../tokens'

/** A piece of a text that counts for its likeness, and how much. */
export interface Feature {
  readonly hash: number
  readonly weight: number
}

/** Words that say little of what a text is about. */
const COMMON = new Set(
  (
    'a an and are as at be by for from has have he her his i in is it its of on or she that the their they this to ' +
    'was we were will with you your 的 了 是 在 和 也 有 这 那 个 一 我 你 他 她 它 们'
  ).split(' '),
)
const GRAM_LENGTHS = [3, 4]
const WORD = 1
const COMMON_WORD = 0.25
/** All n-grams of a word together, so that `run` and `running` are alike and long words weigh no more than short ones. */
const GRAMS = 1
const HAN_PAIR = 0.7

/** The tokens of a text: words in lower case, Chinese character by character. */
export function tokensOf(text: string): readonly string[] {
  return wordsOf(text.normalize('NFKC').toLowerCase()).map(({ text: word }) => word)
}

/** A token by itself: the word, and what it is spelled with. */
export function tokenFeatures(token: string): readonly Feature[] {
  const weight = COMMON.has(token) ? COMMON_WORD : WORD
  const word = { hash: hashText(`w ${token}`), weight }
  if (hasHan(token)) return [word]
  const grams = gramsOf(`^${token}$`)
  const each = (GRAMS * weight) / Math.sqrt(grams.length || 1)
  return [word, ...grams.map((gram) => ({ hash: hashText(`g ${gram}`), weight: each }))]
}

/** Two Chinese characters beside each other often are a word. */
export function pairFeature(token: string, next: string | undefined): Feature | undefined {
  if (next === undefined || !hasHan(token) || !hasHan(next)) return undefined
  return { hash: hashText(`p ${token}${next}`), weight: HAN_PAIR }
}

function gramsOf(word: string): readonly string[] {
  return GRAM_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, word.length - length + 1) }, (_, at) =>
      word.slice(at, at + length),
    ),
  )
}
