import { isObject, isString } from '@/core/json'
import { readCompletionLogprobs, tokenBlocks, withToken, type Token } from '@/core/tokens'
import { readUsage } from '@/core/usage'
import type { Output, Sequence } from './output'

type Fields = Record<string, unknown>

/** More choices than any service gives: an index beyond it is no index. */
const MOST_CHOICES = 128

/** A completion, or a chunk of one: `{choices: [{index, text, logprobs, finish_reason}], usage, model}`. */
export function withCompletion(output: Output, value: Fields): Output {
  const choices: unknown[] = Array.isArray(value.choices) ? value.choices : []
  const usage = readUsage(value.usage)
  const named: Output = {
    ...output,
    ...(isString(value.model) && value.model !== '' ? { model: value.model } : {}),
    ...(usage ? { usage } : {}),
  }
  const grown = echoApart(choices.reduce<Output>(withChoice, named))
  const all = [grown, ...grown.others]
  const ended = choices.length > 0 && all.every(({ finishReason }) => finishReason !== undefined)
  return { ...grown, endedProperly: output.endedProperly || ended }
}

function withChoice(output: Output, choice: unknown, at: number): Output {
  if (!isObject(choice)) return output
  const index = isIndex(choice.index) ? choice.index : at
  if (index === 0) return grownBy(output, choice)
  const others = [...output.others]
  while (others.length < index) others.push({ text: '' })
  others[index - 1] = grownBy(others[index - 1] ?? { text: '' }, choice)
  return { ...output, others }
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < MOST_CHOICES
}

function grownBy<S extends Sequence>(sequence: S, choice: Fields): S {
  const { finish_reason: reason } = choice
  const tokens = readCompletionLogprobs(choice.logprobs) ?? []
  return {
    ...sequence,
    text: sequence.text + (textOfChoice(choice) ?? ''),
    ...(tokens.length > 0 ? { tokens: tokens.reduce(withToken, sequence.tokens ?? []) } : {}),
    ...(isString(reason) && reason !== '' ? { finishReason: reason } : {}),
  }
}

/** Chat servers that serve this route too answer with messages. */
export function textOfChoice(choice: Fields): string | undefined {
  const message = choice.delta ?? choice.message
  const text = choice.text ?? (isObject(message) ? message.content : undefined)
  return isString(text) ? text : undefined
}

/**
 * With `echo` the prompt's tokens stand before the others. They are told apart by the numbers of tokens that the service
 * counted, give or take the mark at the beginning of a text.
 */
function echoApart(output: Output): Output {
  const { tokens, usage, others, prefill } = output
  if (!tokens || prefill || others.length > 0) return output
  const { promptTokens, completionTokens } = usage ?? {}
  if (promptTokens === undefined || completionTokens === undefined) return output
  const all: readonly Token[] = tokens.flat()
  const before = all.length - completionTokens
  if (before <= 0 || Math.abs(before - promptTokens) > 1) return output
  return { ...output, prefill: all.slice(0, before), tokens: tokenBlocks(all.slice(before)) }
}
