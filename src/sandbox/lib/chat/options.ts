import { readToolOptions, type ToolOptions } from '../tools/read'
import { readFormat, type AnswerFormat } from '../structured/format'
import { booleanAt, numberAt, objectAt, textsAt } from '../parameters'

/** The root fields of a chat body that the sandbox follows. */
export interface ChatOptions {
  readonly maxTokens: number
  readonly stops: readonly string[]
  readonly temperature: number
  readonly seed: number
  readonly n: number
  readonly logprobs: boolean
  readonly topLogprobs: number
  readonly includeUsage: boolean
  readonly tools: ToolOptions
  /** Undefined for free text. */
  readonly format: AnswerFormat | undefined
}

type Fields = Readonly<Record<string, unknown>>

/** Throws SandboxError 422 for a wrong type or range. Without `seed`, every call draws anew. */
export function readOptions(body: Fields): ChatOptions {
  const counted = { min: 1, integer: true }
  return {
    maxTokens:
      numberAt(body, 'max_tokens', counted) ??
      numberAt(body, 'max_completion_tokens', counted) ??
      numberAt(body, 'max_new_tokens', counted) ??
      Infinity,
    stops: textsAt(body, 'stop'),
    temperature: numberAt(body, 'temperature', { min: 0, max: 2 }) ?? 1,
    seed: numberAt(body, 'seed', { integer: true }) ?? Math.floor(Math.random() * 2 ** 32),
    n: numberAt(body, 'n', { min: 1, max: 16, integer: true }) ?? 1,
    logprobs: booleanAt(body, 'logprobs') ?? false,
    topLogprobs: numberAt(body, 'top_logprobs', { min: 0, max: 20, integer: true }) ?? 0,
    includeUsage: booleanAt(objectAt(body, 'stream_options'), 'include_usage') ?? false,
    tools: readToolOptions(body),
    format: readFormat(body.response_format, 'response_format'),
  }
}
