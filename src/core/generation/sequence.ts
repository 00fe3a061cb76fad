import { isObject, isString } from '@/core/json'
import { readTgiToken, tokenBlocks, type Token } from '@/core/tokens'
import type { Output, Sequence } from './output'

/** `details` of text-generation-inference, without what is not there. */
export function readDetails(value: unknown): Partial<Output> {
  if (!isObject(value)) return {}
  const best: unknown[] = Array.isArray(value.best_of_sequences) ? value.best_of_sequences : []
  const others = best.flatMap((each) => readSequence(each) ?? [])
  return { ...partsOf(value), ...(others.length > 0 ? { others } : {}) }
}

/** One of `best_of_sequences`: its details stand beside its text. */
function readSequence(value: unknown): Sequence | undefined {
  if (!isObject(value) || !isString(value.generated_text)) return undefined
  const { generated_text: text, ...details } = value
  return { text, ...partsOf(details) }
}

function partsOf(value: Record<string, unknown>): Omit<Sequence, 'text'> {
  const {
    tokens: listed,
    top_tokens: top,
    prefill: before,
    best_of_sequences: _best,
    ...details
  } = value
  const tokens = readTokens(listed, top)
  const prefill = readTokens(before)
  const { finish_reason: reason } = value
  return {
    details,
    ...(tokens && tokens.length > 0 ? { tokens: tokenBlocks(tokens) } : {}),
    ...(prefill && prefill.length > 0 ? { prefill } : {}),
    ...(isString(reason) ? { finishReason: reason } : {}),
  }
}

function readTokens(listed: unknown, top?: unknown): readonly Token[] | undefined {
  if (!Array.isArray(listed)) return undefined
  const tokens = listed.map((each, at) =>
    readTgiToken(each, Array.isArray(top) ? top[at] : undefined),
  )
  return tokens.every((each) => each !== undefined) ? tokens : undefined
}
