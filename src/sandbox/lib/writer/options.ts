import { SandboxError } from '@/core/sandbox'
import { readFormat, type AnswerFormat } from '../structured/format'
import { booleanAt, numberAt, textsAt } from '../parameters'

export interface WriterOptions {
  readonly maxNewTokens: number
  readonly temperature: number
  readonly topK: number
  readonly topP: number
  readonly typicalP: number
  readonly seed: number
  readonly sample: boolean
  readonly stops: readonly string[]
  readonly repetitionPenalty: number
  readonly frequencyPenalty: number
  readonly returnFullText: boolean
  readonly details: boolean
  readonly prefill: boolean
  readonly topNTokens: number
  readonly truncate: number
  /** What `grammar` binds the text to; undefined for free text. */
  readonly format: AnswerFormat | undefined
  /** Sequences that are written, of which the likeliest is chosen. */
  readonly bestOf: number
}

export const MAX_TOTAL_TOKENS = 8192
export const MAX_BEST_OF = 8
const DEFAULT_NEW_TOKENS = 60

type Fields = Readonly<Record<string, unknown>>

/** Throws SandboxError 422 for a wrong type or range. Sampling is on unless `do_sample` is false or the temperature 0. */
export function readWriterOptions(parameters: Fields, promptTokens: number): WriterOptions {
  const temperature = numberAt(parameters, 'temperature', { min: 0 })
  const bounds = readBounds(parameters, promptTokens)
  return {
    ...bounds,
    temperature: temperature ?? 1,
    topK: numberAt(parameters, 'top_k', { min: 0, integer: true }) || Infinity,
    topP: numberAt(parameters, 'top_p', { min: 0, max: 1 }) || 1,
    typicalP: numberAt(parameters, 'typical_p', { min: 0, max: 1 }) || 1,
    seed: numberAt(parameters, 'seed', { integer: true }) ?? Math.floor(Math.random() * 2 ** 32),
    sample: (booleanAt(parameters, 'do_sample') ?? true) && temperature !== 0,
    stops: [...textsAt(parameters, 'stop'), ...textsAt(parameters, 'stop_sequences')],
    repetitionPenalty: numberAt(parameters, 'repetition_penalty', { min: 0.01 }) ?? 1,
    frequencyPenalty: numberAt(parameters, 'frequency_penalty', { min: -2, max: 2 }) ?? 0,
    returnFullText: booleanAt(parameters, 'return_full_text') ?? false,
    details: booleanAt(parameters, 'details') ?? false,
    prefill: booleanAt(parameters, 'decoder_input_details') ?? false,
    topNTokens: numberAt(parameters, 'top_n_tokens', { min: 0, integer: true }) ?? 0,
    bestOf: numberAt(parameters, 'best_of', { min: 1, max: MAX_BEST_OF, integer: true }) ?? 1,
    format: readFormat(parameters.grammar, 'grammar'),
  }
}

/** How much is read and written. */
function readBounds(parameters: Fields, promptTokens: number) {
  const positive = { min: 1, integer: true }
  const maxNewTokens = numberAt(parameters, 'max_new_tokens', positive) ?? DEFAULT_NEW_TOKENS
  const truncate = numberAt(parameters, 'truncate', positive) ?? Infinity
  const given = Math.min(promptTokens, truncate)
  if (given + maxNewTokens > MAX_TOTAL_TOKENS) {
    throw new SandboxError(
      `Input validation error: \`inputs\` tokens + \`max_new_tokens\` must be <= ${MAX_TOTAL_TOKENS}. Given: ${given} \`inputs\` tokens and ${maxNewTokens} \`max_new_tokens\``,
    )
  }
  return { maxNewTokens, truncate }
}
