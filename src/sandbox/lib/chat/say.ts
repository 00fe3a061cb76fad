import { seededRandom } from '../random'
import { speak, type TalkToken } from '../talk/plan'
import { planReply } from '../talk/talk'
import type { TalkMessage } from '../talk/messages'
import { cutAtStop } from '../tokens'
import type { ChatOptions } from './options'

/** One choice of a reply. */
export interface Say {
  readonly tokens: readonly TalkToken[]
  readonly finishReason: 'stop' | 'length'
}

/** `n` replies to a conversation, cut by `stop` and `max_tokens`. */
export function sayAll(messages: readonly TalkMessage[], options: ChatOptions): readonly Say[] {
  const plan = planReply(messages)
  return Array.from({ length: options.n }, (_, index) => {
    const random = seededRandom(options.seed + index)
    const tokens = stopAt(speak(plan, options.temperature, random), options.stops)
    return tokens.length > options.maxTokens
      ? { tokens: tokens.slice(0, options.maxTokens), finishReason: 'length' }
      : { tokens, finishReason: 'stop' }
  })
}

function stopAt(tokens: readonly TalkToken[], stops: readonly string[]): readonly TalkToken[] {
  const { text, stopped } = cutAtStop(tokens.map((token) => token.text).join(''), stops)
  if (!stopped) return tokens
  const kept: TalkToken[] = []
  let left = text.length
  for (const token of tokens) {
    if (left <= 0) break
    kept.push({ ...token, text: token.text.slice(0, left) })
    left -= token.text.length
  }
  return kept
}
