import { findChineseEntities } from '@/sandbox/lib/entities/chinese'
import { findEntities } from '@/sandbox/lib/entities/find'
import { hasHan, wordsOf, type Word } from '@/sandbox/lib/tokens'
import {
  isSmall,
  readQuestion,
  stem,
  termsOf,
  type Question,
  type Wanted,
} from './sandbox-question'

/** A piece of the context; offsets in UTF-16 code units. `weight` is positive, without an upper bound. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly weight: number
}

const kinds: Readonly<Record<Wanted, readonly string[]>> = {
  person: ['PER'],
  place: ['LOC'],
  time: ['DATE'],
  number: [],
  thing: ['ORG', 'MISC', 'PER', 'LOC'],
}

/** How much a piece counts that is of the kind asked for, and one that is only near the shared words. */
const FITS = 3
const NEAR = 1
/** Words of the question next to a piece tell more than those far from it in the sentence. */
const REACH = 6

/** Pieces of the context that may answer, likeliest first; none where no sentence shares a word with the question. */
export function findPieces(question: string, context: string, longest: number): readonly Piece[] {
  const asked = readQuestion(question)
  const found = sentencesOf(context).flatMap((sentence) => inSentence(asked, question, sentence))
  const best = new Map<string, Piece>()
  for (const piece of found) {
    if (wordsOf(context.slice(piece.start, piece.end)).length > longest) continue
    const key = `${piece.start}-${piece.end}`
    if ((best.get(key)?.weight ?? 0) < piece.weight) best.set(key, piece)
  }
  return [...best.values()].sort((one, other) => other.weight - one.weight)
}

function sentencesOf(context: string): { text: string; start: number }[] {
  return [
    ...context.matchAll(/[^.!?。！？；\n]+(?:[.](?=\S)[^.!?。！？；\n]+)*[.!?。！？；]*/g),
  ].map((match) => ({ text: match[0], start: match.index }))
}

function inSentence(
  asked: Question,
  question: string,
  { text, start }: { text: string; start: number },
): Piece[] {
  const shared = [...termsOf(text)].filter((term) => asked.terms.has(term))
  // A question of small words alone, such as "What is my name?", asks every sentence.
  const share = asked.terms.size === 0 ? 0.6 : shared.length / asked.terms.size
  if (share === 0) return []
  const words = wordsOf(text)
  const hits = words.flatMap((word, at) => (isHit(words, at, text, asked) ? [at] : []))
  return candidatesOf(asked.wanted, text)
    .filter((piece) => !repeats(text.slice(piece.start, piece.end), asked, question))
    .map((piece) => ({
      start: start + piece.start,
      end: start + piece.end,
      weight: piece.weight * (0.2 + share) ** 2 * (1 + nearness(piece, words, hits)),
    }))
}

function isHit(words: readonly Word[], at: number, text: string, { terms }: Question): boolean {
  const word = words[at]
  if (!word) return false
  return hasHan(word.text)
    ? terms.has(text.slice(word.start, word.start + 2))
    : terms.has(stem(word.text))
}

/** 0 for a piece far from the question's words, 1 beside one. Words behind "is" count as beside. */
function nearness(piece: Piece, words: readonly Word[], hits: readonly number[]): number {
  const first = words.findIndex((word) => word.start >= piece.start)
  const last = words.findLastIndex((word) => word.end <= piece.end)
  const distances = hits.map((hit) => Math.max(0, hit < first ? first - hit : hit - last))
  const nearest = Math.min(REACH, ...distances)
  return 1 - nearest / REACH
}

/** Says nothing that the question does not say itself. */
function repeats(piece: string, { terms }: Question, question: string): boolean {
  if (hasHan(piece)) return question.includes(piece)
  const own = wordsOf(piece).filter(({ text }) => !isSmall(text))
  return own.length === 0 || own.every(({ text }) => terms.has(stem(text)))
}

function candidatesOf(wanted: Wanted, text: string): Piece[] {
  const entities = hasHan(text) ? findChineseEntities(text) : findEntities(text)
  const named = entities.map(({ kind, words, score }) => ({
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    weight: kinds[wanted].includes(kind) ? FITS * score : 0.3,
  }))
  const numbers = wanted === 'number' || wanted === 'time' ? numbersOf(text, wanted) : []
  return [...named, ...numbers, ...phrasesOf(wanted, text)]
}

function numbersOf(text: string, wanted: Wanted): Piece[] {
  const pattern =
    wanted === 'time'
      ? /\b(?:1\d|20)\d\d\b|\d+年(?:\d+月)?/gu
      : /[$€£¥]?\d+(?:[.,]\d+)*(?:\s?%|(?:\s(?:million|billion|thousand))?(?:\s(?:square )?[a-z]{1,12})?|[\p{Script=Han}]{0,2})|[零一二三四五六七八九十百千万亿两]{2,}\p{Script=Han}{0,2}/gu
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    weight: FITS,
  }))
}

/** What stands behind "is", "in", "as", "by", 是, 在, up to the next comma: the rest of the sentence in its own words. */
function phrasesOf(wanted: Wanted, text: string): Piece[] {
  const cues: Readonly<Record<Wanted, RegExp>> = {
    person: /\b(?:is|was|by|called|named)\s+|(?:叫|名叫|由|是)/gu,
    place: /\b(?:in|at|to|from|near|on)\s+|(?:位于|在|来自|住在)/gu,
    time: /\b(?:in|on|at|since|during|until)\s+|(?:于|在)/gu,
    number: /\b(?:is|was|are|were|covers|has|have)\s+|(?:是|为|达|共|超过)/gu,
    thing: /\b(?:is|was|are|were|as|called|means|because|of|covers)\s+|(?:是|叫|称为|因为)/gu,
  }
  return [...text.matchAll(cues[wanted])].flatMap((cue) => {
    const from = cue.index + cue[0].length
    const rest =
      /^(?:(?:the|a|an)\s+)?((?:(?!\s(?:and|but|or|that|which|who|because|when|where|with)\s)[^,;:.!?，。！？；、()（）])+)/iu.exec(
        text.slice(from),
      )
    const phrase = rest?.[1]?.trimEnd()
    if (!phrase || !rest) return []
    const start = from + rest[0].indexOf(phrase)
    const short = Math.min(1, 8 / wordsOf(phrase).length)
    const names = /^(?:as|called|named|叫|名叫|称为)/.test(cue[0])
    return [{ start, end: start + phrase.length, weight: (names ? FITS : NEAR) * short }]
  })
}
