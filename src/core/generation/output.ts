import type { TokenUsage } from '@/core/results'
import type { Token, TokenBlocks } from '@/core/tokens'

export type { Token }

/** One text that was generated, and what the service tells of it. */
export interface Sequence {
  /** What was generated; services differ in whether the prompt stands before it. */
  readonly text: string
  /** Each token, where the service tells of them. */
  readonly tokens?: TokenBlocks
  /** The prompt's tokens, where they were asked for (`decoder_input_details`, or `echo`). */
  readonly prefill?: readonly Token[]
  /** The service's own `details`, without tokens. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly finishReason?: string
}

export interface Output extends Sequence {
  /** Further answers, where `num_return_sequences`, `best_of` or the service gave any. */
  readonly others: readonly Sequence[]
  readonly usage?: TokenUsage
  /** The model that the service names. */
  readonly model?: string
  /** The end was marked: the whole text, a reason to finish, or `[DONE]`. */
  readonly endedProperly: boolean
}

export const emptyOutput: Output = { text: '', others: [], endedProperly: false }
