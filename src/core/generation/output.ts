import type { TokenUsage } from '@/core/results'

export interface Token {
  readonly id: number
  readonly text: string
  /** Natural logarithm of the probability; null where the service gave none. */
  readonly logprob: number | null
  /** A mark such as the end of the text, which is no part of it. */
  readonly special: boolean
}

export interface Output {
  /** What was generated; services differ in whether the prompt stands before it. */
  readonly text: string
  /** Further answers, where `num_return_sequences`, `best_of` or the service gave any. */
  readonly others: readonly string[]
  /** Each token, where the service tells of them; of a stream once it has ended. */
  readonly tokens?: readonly Token[]
  /** The service's own `details`, without the tokens. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly finishReason?: string
  readonly usage?: TokenUsage
  /** The model that the service names. */
  readonly model?: string
  /** The end was marked: the whole text, a reason to finish, or `[DONE]`. */
  readonly endedProperly: boolean
  /** Tokens of a stream that goes on, in blocks: a long list copied for each token would cost more and more. */
  readonly streamed?: readonly (readonly Token[])[]
}

export const emptyOutput: Output = { text: '', others: [], endedProperly: false }

const BLOCK = 128

/** The blocks with one token more; copies one block at most. */
export function withToken(
  blocks: readonly (readonly Token[])[] = [],
  token: Token,
): readonly (readonly Token[])[] {
  const last = blocks.at(-1)
  return last && last.length < BLOCK
    ? [...blocks.slice(0, -1), [...last, token]]
    : [...blocks, [token]]
}
