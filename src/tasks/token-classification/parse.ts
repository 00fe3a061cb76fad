import { isNumber, isObject, isString } from '@/core/json'
import { isScore, jsonOf, readList, scoreOf, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { TextSpan } from '@/core/results'
import { locate } from '@/core/spans'

const expected =
  '[{entity_group, score, word, start, end}] or [{entity, index, score, word, start, end}]'

/** Spans of the text that was sent, in the order of the reply; overlaps are kept. */
export function parseSpans(reply: Reply, text: string): readonly TextSpan[] {
  const spans = readList(unnested(jsonOf(reply, expected)), readSpan)
  if (!spans) throw new UnreadableReply(expected)
  return locate(text, spans)
}

function readSpan(value: unknown): TextSpan | undefined {
  if (!isObject(value)) return undefined
  const { word, score, start, end } = value
  const label = value.entity_group ?? value.entity
  if (!isString(label) || !isString(word) || !isScore(score)) return undefined
  return { label, score: scoreOf(score), word, start: offsetOf(start), end: offsetOf(end) }
}

function offsetOf(value: unknown): number | null {
  return isNumber(value) ? value : null
}
