import { sentencesOf, wordsIn, type Sentence } from './sentences'

/** A sentence of the source, with the numbers of the sentences of the summaries that were made of it. */
export interface SourceSentence extends Sentence {
  readonly takenBy: readonly number[]
}

/** A sentence of a summary, numbered from 0 through all of them, and whether it was taken from the source. */
export interface SummarySentence extends Sentence {
  readonly number: number
  readonly taken: boolean
}

export interface SentenceOverlap {
  readonly source: readonly SourceSentence[]
  /** One list for each summary. */
  readonly summaries: readonly (readonly SummarySentence[])[]
}

/** Two sentences belong together when this part of the shorter one's word pairs stands in the other. */
const SHARED = 0.5

/**
 * Which sentences of the source the summaries took: in full, shortened, or joined to others. Compared by the pairs of
 * neighbouring words, so that single words that both happen to use count for nothing.
 */
export function sentenceOverlap(source: string, summaries: readonly string[]): SentenceOverlap {
  let number = 0
  const parts = summaries.map((summary) =>
    sentencesOf(summary).map((sentence) => ({ ...sentence, number: number++ })),
  )
  const index = new PairIndex(parts.flat().map(({ text }) => text))
  const sentences = sentencesOf(source).map((sentence) => ({
    ...sentence,
    takenBy: index.sharersOf(sentence.text),
  }))
  const taken = new Set(sentences.flatMap(({ takenBy }) => takenBy))
  return {
    source: sentences,
    summaries: parts.map((part) =>
      part.map((each) => ({ ...each, taken: taken.has(each.number) })),
    ),
  }
}

/** Which of some sentences hold a pair of words. */
class PairIndex {
  private readonly holders = new Map<string, number[]>()
  private readonly sizes: readonly number[]

  constructor(sentences: readonly string[]) {
    this.sizes = sentences.map((sentence, number) => {
      const pairs = pairsOf(sentence)
      for (const pair of pairs) {
        const known = this.holders.get(pair)
        if (known) known.push(number)
        else this.holders.set(pair, [number])
      }
      return pairs.size
    })
  }

  /** The sentences that share enough with the given one, in ascending order. */
  sharersOf(sentence: string): readonly number[] {
    const pairs = pairsOf(sentence)
    const shared = new Map<number, number>()
    for (const pair of pairs) {
      for (const number of this.holders.get(pair) ?? []) {
        shared.set(number, (shared.get(number) ?? 0) + 1)
      }
    }
    return [...shared]
      .filter(([number, count]) => {
        const size = this.sizes[number] ?? 0
        const enough = Math.max(2, Math.min(size, pairs.size) * SHARED)
        return count >= enough || (count === size && size === pairs.size)
      })
      .map(([number]) => number)
      .sort((one, other) => one - other)
  }
}

/** A sentence of a single word pairs with the edges, so that it can be found too. */
function pairsOf(sentence: string): Set<string> {
  const words = wordsIn(sentence)
  if (words.length === 1) return new Set([`${words[0]} `])
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
}

/** How long a text is beside another, in words; `change` is -0.4 for 40% shorter, null beside an empty text. */
export interface LengthChange {
  readonly from: number
  readonly to: number
  readonly change: number | null
}

export function lengthChange(source: string, summary: string): LengthChange {
  const from = wordsIn(source).length
  const to = wordsIn(summary).length
  return { from, to, change: from === 0 ? null : to / from - 1 }
}
