import { corpus } from '@/sandbox/lib/writer/corpus'
import { wordsOf } from '@/sandbox/lib/tokens'
import { sentences } from './sandbox-sentences'

/** Words before or behind a place that are compared at most. */
const REACH = 5
/** How much longer agreement counts against shorter, and a shared word elsewhere in the sentence against none. */
const AGREEMENT = 4
const SHARED = 1.5
/** What any known word has, so that none is impossible. */
const FLOOR = 0.02

/** Stands for another mask: a letter that no text has, which agrees with any word. */
export const ANY_WORD = 'ꙮ'

interface Sentence {
  readonly words: readonly string[]
  readonly plain: readonly string[]
}

const small = new Set(
  'the a an is are was were of to in on at and or it i you he she we they 的 是 在 了'.split(' '),
)

let known: readonly Sentence[] | undefined

/** What stands around a mask, as plain words, nearest last before it and nearest first behind it. */
interface Surroundings {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly opens: boolean
}

/** Words with their odds, likeliest first, by where their surroundings agree with sentences that are known. */
export function guessWord(before: string, after: string): [word: string, odds: number][] {
  const around = surroundings(before, after)
  const weights = new Map<string, number>()
  // What the text itself says is known as well.
  const own = [...sentencesOf(before), ...sentencesOf(after)]
  for (const sentence of [...builtIn(), ...own]) weigh(sentence, around, weights)
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return [...weights]
    .map(([word, weight]): [string, number] => [fitted(word, around), weight / total])
    .sort((one, other) => other[1] - one[1])
}

/** The odds of the words that were asked for, which need not be known. */
export function guessAmong(
  targets: readonly string[],
  before: string,
  after: string,
): [string, number][] {
  const odds = new Map(guessWord(before, after).map(([word, odd]) => [word.toLowerCase(), odd]))
  return targets
    .map((target): [string, number] => [target, odds.get(target.toLowerCase()) ?? FLOOR / 1000])
    .sort((one, other) => other[1] - one[1])
}

function builtIn(): readonly Sentence[] {
  known ??= sentencesOf(`${sentences}\n${corpus}`)
  return known
}

function sentencesOf(text: string): Sentence[] {
  return (text.match(/[^.!?。！？\n]+/g) ?? []).map((sentence) => {
    const words = wordsOf(sentence).map((word) => word.text)
    return { words, plain: words.map((word) => word.toLowerCase()) }
  })
}

function surroundings(before: string, after: string): Surroundings {
  const left =
    before
      .slice(-400)
      .split(/[.!?。！？\n]/)
      .at(-1) ?? ''
  const right = after.slice(0, 400).split(/[.!?。！？\n]/)[0] ?? ''
  const plain = (text: string) => wordsOf(text).map((word) => word.text.toLowerCase())
  return { before: plain(left), after: plain(right), opens: plain(left).length === 0 }
}

function weigh(
  { words, plain }: Sentence,
  around: Surroundings,
  weights: Map<string, number>,
): void {
  const given = new Set([...around.before, ...around.after])
  const shared = new Set(plain.filter((word) => given.has(word) && !small.has(word))).size
  words.forEach((word, at) => {
    if (word === ANY_WORD) return
    const agreed = agreement(plain, at, around)
    const before = weights.get(word) ?? FLOOR
    // A word that the text has already is seldom the one that is missing.
    const fresh = given.has(plain[at] ?? '') && !small.has(plain[at] ?? '') ? 0.05 : 1
    weights.set(word, before + (AGREEMENT ** agreed - 1) * SHARED ** shared * fresh)
  })
}

/** How many words in a row agree before and behind a place; the sentence's own end agrees with the mask's. */
function agreement(plain: readonly string[], at: number, { before, after }: Surroundings): number {
  let left = 0
  while (left < REACH && isSame(plain[at - 1 - left], before.at(-1 - left))) left++
  let right = 0
  while (right < REACH && isSame(plain[at + 1 + right], after[right])) right++
  const opens = at - left === 0 && before.length === left ? 0.5 : 0
  const closes = at + right === plain.length - 1 && after.length === right ? 0.5 : 0
  return left + right + opens + closes
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && (one === other || other === ANY_WORD)
}

/** Sentences begin with a capital; a word that has one only for that reason loses it elsewhere. */
function fitted(word: string, { opens }: Surroundings): string {
  if (opens) return word.charAt(0).toUpperCase() + word.slice(1)
  return small.has(word.toLowerCase()) ? (word === 'I' ? word : word.toLowerCase()) : word
}
