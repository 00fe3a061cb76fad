import type { ChatMessage } from '@/core/chat'
import type { RunState } from '@/core/run'
import { textOfTokens, type TokenBlocks } from '@/core/tokens'
import type { Output } from './output'

export interface AnswerTokens {
  readonly blocks: TokenBlocks
  /** What was said before them, where an answer was gone on with. */
  readonly before: string
  /** What they say. */
  readonly text: string
}

/** The tokens of an answer: known of the run that is shown, which wrote it or went on with it. */
export function tokensOf(
  { id, text, facts }: ChatMessage,
  run: RunState<Output>,
): AnswerTokens | undefined {
  if (!('output' in run) || run.output === undefined) return undefined
  const { choices } = run.output
  const own = choices.findIndex((_, at) => id === (at === 0 ? run.id : `${run.id}-${at}`))
  const choice = choices[own < 0 && facts?.runs.at(-1) === run.id ? 0 : own]
  if (!choice?.tokens) return undefined
  const said = textOfTokens(choice.tokens.flat())
  const before = text.endsWith(said) ? text.slice(0, text.length - said.length) : ''
  return { blocks: choice.tokens, before, text: said }
}
