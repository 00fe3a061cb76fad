import { booleanAt, numberAt, objectAt } from '../parameters'
import { cutAtStop } from '../tokens'
import type { WriterOptions } from './options'
import { prefillOf, readTokens, writeAll, type WriterToken, type Written } from './write'

/** What is written, in the shapes of OpenAI's older route. */

export interface CompletionOptions {
  /** Choices that are asked for. */
  readonly n: number
  /** How many alternatives come with each token; undefined for no tokens at all. */
  readonly logprobs: number | undefined
  readonly echo: boolean
  readonly includeUsage: boolean
}

type Fields = Readonly<Record<string, unknown>>

/** Throws SandboxError 422 for a wrong type or range. */
export function readCompletionOptions(body: Fields): CompletionOptions {
  return {
    n: numberAt(body, 'n', { min: 1, max: 8, integer: true }) ?? 1,
    logprobs: numberAt(body, 'logprobs', { min: 0, max: 20, integer: true }),
    echo: booleanAt(body, 'echo') ?? false,
    includeUsage: booleanAt(objectAt(body, 'stream_options'), 'include_usage') ?? false,
  }
}

/** The root fields of a completion's body under the names of the writer's options. */
export function writerParameters(body: Fields): Fields {
  const { prompt: _prompt, max_tokens, n, best_of, logprobs, ...others } = body
  return {
    ...others,
    ...(max_tokens === undefined ? {} : { max_new_tokens: max_tokens }),
    best_of: Math.max(Number(n ?? 1), Number(best_of ?? 1)),
    ...(typeof logprobs === 'number' ? { top_n_tokens: logprobs } : {}),
  }
}

interface Choice {
  readonly tokens: readonly (WriterToken & { readonly top?: readonly WriterToken[] })[]
  readonly finish: 'length' | 'stop'
}

/** The prompt's tokens where they are echoed, then those up to a stop sequence. */
function choiceOf(
  { tokens, text, finishReason }: Written,
  echoed: readonly WriterToken[],
  stops: readonly string[],
): Choice {
  const kept: Choice['tokens'][number][] = [...echoed]
  let left = cutAtStop(text, stops).text.length
  for (const token of tokens) {
    if (left <= 0) break
    kept.push({ ...token, text: token.text.slice(0, left) })
    left -= token.text.length
  }
  return { tokens: kept, finish: finishReason === 'length' ? 'length' : 'stop' }
}

function choicesOf(prompt: string, writer: WriterOptions, options: CompletionOptions): Choice[] {
  const echoed = options.echo ? prefillOf(prompt, writer) : []
  return writeAll(prompt, writer)
    .slice(0, options.n)
    .map((written) => choiceOf(written, echoed, writer.stops))
}

const textOf = (tokens: Choice['tokens']) => tokens.map(({ text }) => text).join('')

function logprobsOf(tokens: Choice['tokens'], { logprobs }: CompletionOptions, offset: number) {
  if (logprobs === undefined) return null
  let at = offset
  return {
    tokens: tokens.map(({ text }) => text),
    token_logprobs: tokens.map(({ logprob }) => logprob),
    top_logprobs: tokens.map(({ top, logprob }) =>
      logprob === null
        ? null
        : Object.fromEntries((top ?? []).map((each) => [each.text, each.logprob])),
    ),
    text_offset: tokens.map(({ text }) => (at += text.length) - text.length),
  }
}

function usageOf(prompt: string, writer: WriterOptions, choices: Choice[], echo: boolean) {
  const prompt_tokens = readTokens(prompt, writer).length
  const all = choices.reduce((sum, { tokens }) => sum + tokens.length, 0)
  const completion_tokens = all - (echo ? prompt_tokens * choices.length : 0)
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}

function head(model: string) {
  const created = Math.floor(Date.now() / 1000)
  const id = `cmpl-sandbox-${Math.floor(Math.random() * 2 ** 32).toString(16)}`
  return { object: 'text_completion', id, created, model }
}

export function completionOf(
  model: string,
  prompt: string,
  writer: WriterOptions,
  options: CompletionOptions,
) {
  const choices = choicesOf(prompt, writer, options)
  return {
    ...head(model),
    choices: choices.map(({ tokens, finish }, index) => ({
      index,
      text: textOf(tokens),
      logprobs: logprobsOf(tokens, options, 0),
      finish_reason: finish,
    })),
    usage: usageOf(prompt, writer, choices, options.echo),
  }
}

/** The same as chunks, one token each, with `[DONE]` at the end. */
export function* completionChunks(
  model: string,
  prompt: string,
  writer: WriterOptions,
  options: CompletionOptions,
): Generator<string> {
  const shared = head(model)
  const choices = choicesOf(prompt, writer, options)
  const chunk = (choice: object) => JSON.stringify({ ...shared, choices: [choice] })
  for (const [index, { tokens, finish }] of choices.entries()) {
    let offset = 0
    for (const token of tokens) {
      const logprobs = logprobsOf([token], options, offset)
      yield chunk({ index, text: token.text, logprobs, finish_reason: null })
      offset += token.text.length
    }
    yield chunk({ index, text: '', logprobs: null, finish_reason: finish })
  }
  if (options.includeUsage) {
    const usage = usageOf(prompt, writer, choices, options.echo)
    yield JSON.stringify({ ...shared, choices: [], usage })
  }
  yield '[DONE]'
}
