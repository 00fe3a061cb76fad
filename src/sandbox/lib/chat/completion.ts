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
  const completion_tokens = says.reduce((sum, say) => sum + countTokens(say), 0)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}

const countTokens = ({ tokens, calls }: Say) =>
  calls.reduce((sum, { pieces }) => sum + pieces.length, tokens.length)

function messageOf({ tokens, calls }: Say) {
  const content = tokens.map(({ text }) => text).join('')
  if (calls.length === 0) return { role: 'assistant', content }
  const tool_calls = calls.map(({ id, name, pieces }) => ({
    id,
    type: 'function',
    function: { name, arguments: pieces.join('') },
  }))
  return { role: 'assistant', content: null, tool_calls }
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
    choices: says.map((say, index) => ({
      index,
      message: messageOf(say),
      logprobs: say.calls.length > 0 ? null : logprobsOf(say.tokens, options),
      finish_reason: say.finishReason,
    })),
    usage: usageOf(messages, says),
  }
}

/** Each call begins with its id and name; its arguments follow token by token. */
function* callPieces(calls: Say['calls']) {
  for (const [index, { id, name, pieces }] of calls.entries()) {
    yield { index, id, type: 'function', function: { name, arguments: '' } }
    for (const piece of pieces) yield { index, function: { arguments: piece } }
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
  for (const [index, { tokens, calls, finishReason }] of says.entries()) {
    yield chunk(index, { role: 'assistant', content: calls.length > 0 ? null : '' }, null, null)
    for (const token of tokens) {
      yield chunk(index, { content: token.text }, logprobsOf([token], options), null)
    }
    for (const piece of callPieces(calls)) yield chunk(index, { tool_calls: [piece] }, null, null)
    yield chunk(index, {}, null, finishReason)
  }
  if (options.includeUsage) {
    yield JSON.stringify({ ...shared, choices: [], usage: usageOf(messages, says) })
  }
  yield '[DONE]'
}
