import { isListOf, isObject, isString } from '@/core/json'
import {
  isScore,
  jsonOf,
  readList,
  readOneOrMore,
  readScoredLabel,
  scoreOf,
  unnested,
} from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ScoredLabel } from '@/core/results'

/** One text with its labels, in the order of the reply. */
export interface LabelledText {
  /** The text as the service repeats it; null where it does not. */
  readonly sequence: string | null
  readonly labels: readonly ScoredLabel[]
}

const expected = '{sequence, labels, scores}, a list of those, or [{label, score}]'

export function parseTexts(reply: Reply): readonly LabelledText[] {
  const value = jsonOf(reply, expected)
  const labels = readList(unnested(value), readScoredLabel)
  if (labels) return [{ sequence: null, labels }]
  const texts = readOneOrMore(value, readText)
  if (!texts) throw new UnreadableReply(expected)
  return texts
}

/** `{sequence, labels, scores}`, both lists of the same length. */
function readText(value: unknown): LabelledText | undefined {
  if (!isObject(value) || !isListOf(value.labels, isString)) return undefined
  const { sequence, labels, scores } = value
  if (!Array.isArray(scores) || scores.length !== labels.length || !scores.every(isScore)) {
    return undefined
  }
  return {
    sequence: isString(sequence) ? sequence : null,
    labels: labels.map((label, at) => ({ label, score: scoreOf(scores[at]) })),
  }
}
