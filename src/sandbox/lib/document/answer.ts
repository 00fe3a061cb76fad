import type { WordBox } from '@/core/word-boxes'
import { segmentOf, segmentsOf, textOf, type PlacedWord, type Segment } from './lines'
import { fitsKind, readQuestion, says, type Wanted } from './question'

/** An answer with the places of its first and last word in the list that was sent. */
export interface DocumentAnswer {
  readonly answer: string
  readonly score: number
  readonly start: number
  readonly end: number
}

interface Options {
  /** Words. */
  readonly longestAnswer?: number
  readonly longestQuestion?: number
}

/** Part of a segment that says some of the key words. */
interface Label {
  readonly segment: Segment
  /** Places in the segment of its first and last word that say a key. */
  readonly first: number
  readonly last: number
  /** Which keys it says. */
  readonly keys: readonly number[]
}

/** Trust in a value by where it stands, seen from its label. */
const TRUST = { crossing: 0.98, same: 0.95, right: 0.92, below: 0.8, second: 0.45 } as const

/**
 * Answers to a question about a document, the best first: what stands behind, right of or below the words that the
 * question names, or where the row and the column cross that it names. None where it names nothing that stands there.
 */
export function answerDocument(
  boxes: readonly WordBox[],
  question: string,
  { longestAnswer = Infinity, longestQuestion }: Options = {},
): readonly DocumentAnswer[] {
  const wanted = readQuestion(question, longestQuestion)
  const segments = segmentsOf(boxes)
  const labels = segments.flatMap((segment) => labelOf(segment, wanted) ?? [])
  const weights = weightsOf(wanted, labels)
  const found = [
    ...crossings(labels, segments),
    ...labels.flatMap((label) => beside(label, segments)),
  ]
  const best = new Map<string, DocumentAnswer>()
  for (const { value, keys, trust } of found) {
    const words = value.words.slice(0, longestAnswer)
    if (words.length === 0) continue
    const said = keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0)
    const answer = answerOf(segmentOf(words, value.line), wanted, said, trust)
    const place = `${answer.start} ${answer.end}`
    if (answer.score > (best.get(place)?.score ?? 0)) best.set(place, answer)
  }
  return [...best.values()].sort((one, other) => other.score - one.score)
}

/** A key weighs the less the more places say it; together they weigh 1. */
function weightsOf({ keys }: Wanted, labels: readonly Label[]): readonly number[] {
  const rarity = keys.map(
    (_, at) => 1 / Math.max(1, labels.filter((label) => label.keys.includes(at)).length),
  )
  const all = rarity.reduce((sum, each) => sum + each, 0)
  return rarity.map((each) => each / all)
}

/** `said`: the share of the question that leads to the value, 0..1. */
function answerOf(value: Segment, wanted: Wanted, said: number, trust: number): DocumentAnswer {
  const places = value.words.map(({ index }) => index)
  const answer = textOf(value).replace(/[:,;.]$/, '')
  return {
    answer,
    score: trust * said * fitsKind(answer, wanted.kind),
    start: Math.min(...places),
    end: Math.max(...places),
  }
}

function labelOf(segment: Segment, { keys }: Wanted): Label | undefined {
  const said = segment.words.map(({ word }) =>
    keys.flatMap((key, at) => (says(word, key) ? [at] : [])),
  )
  const places = said.flatMap((found, at) => (found.length > 0 ? [at] : []))
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return { segment, first, last, keys: [...new Set(said.flat())] }
}

interface Found {
  readonly value: Segment
  /** The keys that lead to it. */
  readonly keys: readonly number[]
  readonly trust: number
}

/** What stands behind a label in its own segment, right of it, and below it. */
function beside(label: Label, segments: readonly Segment[]): Found[] {
  const { segment, last, keys } = label
  const rest = withoutColon(segment.words.slice(last + 1))
  const right = rightOf(segment, segments, keys)
  if (rest.length > 0) {
    // `VAT 25%` with a sum to its right is a label as a whole.
    const trust = right.length > 0 && !/[:：]$/.test(segment.words[last]?.word ?? '') ? 0.7 : 1
    return [{ value: segmentOf(rest, segment.line), keys, trust: TRUST.same * trust }, ...right]
  }
  const below = segments
    .filter((each) => each.line > segment.line && overlaps(each, segment))
    .slice(0, 1)
    .map((value) => ({ value, keys, trust: right.length > 0 ? TRUST.second : TRUST.below }))
  return [...right, ...below]
}

function rightOf(segment: Segment, segments: readonly Segment[], keys: readonly number[]): Found[] {
  return segments
    .filter((each) => each.line === segment.line && each.xmin > segment.xmax)
    .slice(0, 1)
    .map((value) => ({ value, keys, trust: TRUST.right }))
}

/** Where a row that says some keys crosses a column whose head says others. */
function crossings(labels: readonly Label[], segments: readonly Segment[]): Found[] {
  return labels.flatMap((row) =>
    labels
      .filter(({ segment, keys }) => {
        const above = segment.line < row.segment.line && segment.xmin > row.segment.xmin
        return above && keys.some((key) => !row.keys.includes(key))
      })
      .flatMap((head) => {
        const value = segments.find(
          (each) =>
            each.line === row.segment.line &&
            each.xmin > row.segment.xmax &&
            overlaps(each, head.segment),
        )
        const keys = [...new Set([...row.keys, ...head.keys])]
        return value ? [{ value, keys, trust: TRUST.crossing }] : []
      }),
  )
}

function overlaps(one: Segment, other: Segment): boolean {
  return one.xmin < other.xmax && one.xmax > other.xmin
}

function withoutColon(words: readonly PlacedWord[]): readonly PlacedWord[] {
  return words[0] && /^[:：]$/.test(words[0].word) ? words.slice(1) : words
}
