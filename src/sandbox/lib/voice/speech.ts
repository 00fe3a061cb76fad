import { phonesOfCharacter, phonesOfDigit, phonesOfWord } from './letters'
import { pause, phoneOf, stops, type Phone } from './sounds'

/** A sound with its pitch at both ends, Hz. */
export interface Spoken {
  readonly phone: Phone
  readonly from: number
  readonly to: number
}

const PITCH = 118
const CLOSURE = 0.05
/** Of the way through a sentence the voice sinks by this part of its pitch. */
const SINKING = 0.22
/** Pitch at both ends of a syllable of Chinese, as parts of the voice's: the four tones, and the light one. */
const TONES = [
  [1.25, 1.25],
  [1, 1.3],
  [0.85, 0.95],
  [1.3, 0.85],
  [1, 0.95],
] as const

interface Syllables {
  readonly names: readonly string[]
  readonly tone?: readonly [number, number]
}

/**
 * What is said, sound by sound: words by the rules of their letters, digits one by one, pauses and melody by the
 * punctuation. A question ends high, an exclamation is wider.
 */
export function speechOf(text: string): readonly Spoken[] {
  return sentencesIn(text).flatMap(sayClause)
}

interface Clause {
  readonly text: string
  readonly mark: string
}

function sentencesIn(text: string): Clause[] {
  const found = text.matchAll(/([^.!?,;:。！？，；：、\n]+)([.!?,;:。！？，；：、\n]*)/g)
  return [...found].map(([, words = '', marks = '']) => ({ text: words, mark: marks }))
}

function sayClause({ text, mark }: Clause): Spoken[] {
  const words = wordsIn(text)
  const phones = words.flatMap(({ names, tone }) => [
    ...phonesIn(names).map((phone) => ({ phone, tone })),
    { phone: pause(tone ? 0.01 : 0.035), tone: undefined },
  ])
  const all = phones.reduce((sum, { phone }) => sum + phone.seconds, 0)
  let passed = 0
  const spoken = phones.map(({ phone, tone }) => {
    const [from, to] = [passed / all, (passed + phone.seconds) / all]
    passed += phone.seconds
    const [first, last] = tone && phone.vowel ? tone : [1, 1]
    return { phone, from: first * melody(from, mark), to: last * melody(to, mark) }
  })
  const rest = spoken.length > 0 ? restAfter(mark) : 0
  return rest > 0 ? [...spoken, { phone: pause(rest), from: PITCH, to: PITCH }] : spoken
}

/** Pitch at a place (0 to 1) of a clause. */
function melody(place: number, mark: string): number {
  if (/[?？]/.test(mark)) return PITCH * (1 - 0.1 * place + (0.6 * Math.max(0, place - 0.7)) / 0.3)
  const width = /[!！]/.test(mark) ? 1.9 : 1
  const ends = /[,;:，；：、]/.test(mark) ? 0.4 : 1
  return PITCH * (1 + 0.1 * width * (1 - place) - SINKING * ends * width * place * 0.8)
}

function restAfter(mark: string): number {
  if (/[.!?。！？\n]/.test(mark)) return 0.35
  return mark === '' ? 0.05 : 0.18
}

function wordsIn(text: string): Syllables[] {
  const found = text.matchAll(/[\p{Script=Latin}'’]+|\d|\p{L}/gu)
  return [...found].map(([word]) => {
    if (/\d/.test(word)) return { names: phonesOfDigit(word) }
    if (/\p{Script=Latin}/u.test(word)) return { names: phonesOfWord(word) }
    const tone = TONES[((word.codePointAt(0) ?? 0) * 31) % TONES.length] ?? TONES[0]
    return { names: phonesOfCharacter(word), tone }
  })
}

/** Stops with the closure before them. */
function phonesIn(names: readonly string[]): Phone[] {
  return names.flatMap((name) => {
    const phone = phoneOf(name)
    if (!phone) return []
    return stops.has(name) ? [{ ...pause(CLOSURE), formants: phone.formants }, phone] : [phone]
  })
}
