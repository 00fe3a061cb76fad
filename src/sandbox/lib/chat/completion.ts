import type { TalkMessage } from '../talk/messages'
import type { TalkToken } from '../talk/plan'
import { tokenise } from '../tokens'
import type { ChatOptions } from './options'
import type { Say } from './say'

/** Tokens that stand around each message: its role and its marks. */
const TOKENS_PER_MESSAGE = 4

function head(object: string, model: string) {
  const created = Math.floor(Date.now() / 1000)
  const id = `chatcmpl-sandbox-${Math.floor(Math.random() * 2 ** 32).toString(16)}`
  return { object, id, created, model, system_fingerprint: 'taskscope-sandbox-rules' }
}

function usageOf(messages: readonly TalkMessage[], says: readonly Say[]) {
  const prompt_tokens = messages.reduce(
    (sum, { text }) => sum + tokenise(text).length + TOKENS_PER_MESSAGE,
    0,
  )
  const completion_tokens = says.reduce((sum, { tokens }) => sum + tokens.length, 0)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}

function logprobsOf(tokens: readonly TalkToken[], { logprobs, topLogprobs }: ChatOptions) {
  if (!logprobs) return null
  const entry = (text: string, logprob: number) => ({
    token: text,
    logprob,
    bytes: [...new TextEncoder().encode(text)],
  })
  const content = tokens.map(({ text, logprob, alternatives }) => ({
    ...entry(text, logprob),
    top_logprobs: alternatives
      .slice(0, topLogprobs)
      .map((alternative) => entry(alternative.text, alternative.logprob)),
  }))
  return { content }
}

/** An OpenAI chat completion. */
export function completionOf(
  model: string,
  messages: readonly TalkMessage[],
  says: readonly Say[],
  options: ChatOptions,
) {
  return {
    ...head('chat.completion', model),
    choices: says.map(({ tokens, finishReason }, index) => ({
      index,
      message: { role: 'assistant', content: tokens.map(({ text }) => text).join('') },
      logprobs: logprobsOf(tokens, options),
      finish_reason: finishReason,
    })),
    usage: usageOf(messages, says),
  }
}

/** The same as OpenAI chunks, one token each, with `[DONE]` at the end. */
export function* chunksOf(
  model: string,
  messages: readonly TalkMessage[],
  says: readonly Say[],
  options: ChatOptions,
): Generator<string> {
  const shared = head('chat.completion.chunk', model)
  const usage = options.includeUsage ? { usage: null } : {}
  const chunk = (index: number, delta: object, logprobs: unknown, finish_reason: string | null) =>
    JSON.stringify({ ...shared, choices: [{ index, delta, logprobs, finish_reason }], ...usage })
  for (const [index, { tokens, finishReason }] of says.entries()) {
    yield chunk(index, { role: 'assistant', content: '' }, null, null)
    for (const token of tokens) {
      yield chunk(index, { content: token.text }, logprobsOf([token], options), null)
    }
    yield chunk(index, {}, null, finishReason)
  }
  if (options.includeUsage) {
    yield JSON.stringify({ ...shared, choices: [], usage: usageOf(messages, says) })
  }
  yield '[DONE]'
}
