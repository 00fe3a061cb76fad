import { isNumber, isObject } from './json'
import type { TokenUsage } from './results'

/** `usage` of the OpenAI protocol; undefined when it is null or left out, as in all chunks but the last. */
export function readUsage(value: unknown): TokenUsage | undefined {
  if (!isObject(value)) return undefined
  const { prompt_tokens, completion_tokens, total_tokens } = value
  return {
    ...(isNumber(prompt_tokens) ? { promptTokens: prompt_tokens } : {}),
    ...(isNumber(completion_tokens) ? { completionTokens: completion_tokens } : {}),
    ...(isNumber(total_tokens) ? { totalTokens: total_tokens } : {}),
  }
}
