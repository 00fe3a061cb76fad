import { isListOf, isNumber, isObject } from '@/core/json'
import { jsonOf, readList, readScoredLabel } from '@/core/parse'
import type { Ranked } from '@/core/ranking'
import { UnreadableReply, type Reply } from '@/core/reply'

const expected = 'number[], [{index, score}] or [{label, score}], one for each text'

/** The texts by score. A service that gives indices may leave texts out. */
export function parseRanking(reply: Reply, texts: readonly string[]): readonly Ranked[] {
  const value = jsonOf(reply, expected)
  const found = Array.isArray(value) && value.length > 0 ? scoresOf(value, texts.length) : undefined
  if (!found) throw new UnreadableReply(expected)
  return found
    .map(({ index, score }) => ({ index, score, text: texts[index] ?? '' }))
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .map((each, rank) => ({ ...each, rank }))
}

interface Scored {
  readonly index: number
  readonly score: number
}

function scoresOf(value: readonly unknown[], count: number): readonly Scored[] | undefined {
  const indexed = readList(value, readIndexed)
  if (indexed) {
    const places = new Set(indexed.map(({ index }) => index))
    const known = indexed.every(({ index }) => index < count)
    return known && places.size === indexed.length ? indexed : undefined
  }
  const scores = readList(value, readScore)
  if (scores?.length === count) return scores.map((score, index) => ({ index, score }))
  // A list for one pair, within a list for all of them.
  const [inner] = value
  return value.length === 1 && isListOf(inner, isObject) ? scoresOf(inner, count) : undefined
}

/** TEI: `{index, score}`, the best first. */
function readIndexed(value: unknown): Scored | undefined {
  if (!isObject(value) || !isNumber(value.score)) return undefined
  const { index, score } = value
  return Number.isInteger(index) && Number(index) >= 0 ? { index: Number(index), score } : undefined
}

/** A number, or a label of a pair, or the labels of a pair of which the first is the model's. */
function readScore(value: unknown): number | undefined {
  if (isNumber(value)) return value
  return readScoredLabel(Array.isArray(value) ? value[0] : value)?.score ?? undefined
}
