import { isNumber, isObject, isString } from '@/core/json'
import { jsonOf, readEvent, readList, readOneOrMore, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { Fold } from '@/core/task'
import { readUsage } from '@/core/usage'
import { emptyOutput, withToken, type Output, type Token } from './output'

const expected = '[{generated_text, details?}], {generated_text} or {choices: [{text}]}'

type Fields = Record<string, unknown>

/** Events of TGI, and chunks of a completion. */
export const fold: Fold<Output> = {
  start: () => emptyOutput,
  step: (output, chunk) => {
    const event = readEvent(chunk)
    if (event.kind === 'done') return finished(output)
    if (event.kind === 'other') return output
    const { value } = event
    return Array.isArray(value.choices) ? withCompletion(output, value) : withEvent(output, value)
  },
  ended: (output) => output.endedProperly,
}

/** Every documented reply; also a stream that came unasked. */
export function parseGeneration(reply: Reply): Output {
  if (reply.kind === 'events') return reply.chunks.reduce(fold.step, fold.start())
  const value = jsonOf(reply, expected)
  if (isObject(value) && Array.isArray(value.choices)) return parseCompletion(value, value.choices)
  const generated = readOneOrMore(unnested(value), readGenerated)
  const [first, ...others] = generated ?? []
  if (!first) throw new UnreadableReply(expected)
  return { ...first, others: [...first.others, ...others.map(({ text }) => text)] }
}

function readGenerated(value: unknown): Output | undefined {
  if (!isObject(value) || !isString(value.generated_text)) return undefined
  const ended = { ...emptyOutput, text: value.generated_text, endedProperly: true }
  return { ...ended, ...detailsOf(value.details) }
}

function detailsOf(value: unknown): Partial<Output> {
  if (!isObject(value)) return {}
  const { tokens: listed, ...details } = value
  const tokens = readList(listed, readToken)
  const best = readList(value.best_of_sequences, readGenerated)
  return {
    details,
    ...(tokens ? { tokens } : {}),
    ...(best ? { others: best.map(({ text }) => text) } : {}),
    ...(isString(value.finish_reason) ? { finishReason: value.finish_reason } : {}),
  }
}

function readToken(value: unknown): Token | undefined {
  if (!isObject(value) || !isString(value.text)) return undefined
  return {
    id: isNumber(value.id) ? value.id : 0,
    text: value.text,
    logprob: isNumber(value.logprob) ? value.logprob : null,
    special: value.special === true,
  }
}

function parseCompletion(value: Fields, choices: readonly unknown[]): Output {
  const texts = choices.map(textOfChoice)
  const [text, ...others] = texts.filter((each) => each !== undefined)
  if (text === undefined) throw new UnreadableReply(expected)
  return finished({ ...withCompletion(emptyOutput, value), text, others })
}

/** The first choice of a completion; a stream of several is not documented. */
function withCompletion(output: Output, value: Fields): Output {
  const choice: unknown = Array.isArray(value.choices) ? value.choices[0] : undefined
  const reason = isObject(choice) ? choice.finish_reason : undefined
  const usage = readUsage(value.usage)
  const grown: Output = {
    ...output,
    text: output.text + (textOfChoice(choice) ?? ''),
    ...(isString(value.model) && value.model !== '' ? { model: value.model } : {}),
    ...(usage ? { usage } : {}),
  }
  return isString(reason) && reason !== '' ? finished({ ...grown, finishReason: reason }) : grown
}

/** Chat servers that serve this route too answer with messages. */
function textOfChoice(choice: unknown): string | undefined {
  if (!isObject(choice)) return undefined
  const message = choice.delta ?? choice.message
  const text = choice.text ?? (isObject(message) ? message.content : undefined)
  return isString(text) ? text : undefined
}

/** `{token, generated_text, details}`: the last event carries the whole text. */
function withEvent(output: Output, event: Fields): Output {
  const token = readToken(event.token)
  const grown: Output = token
    ? {
        ...output,
        text: token.special ? output.text : output.text + token.text,
        streamed: withToken(output.streamed, token),
      }
    : output
  if (!isString(event.generated_text)) return grown
  return finished({ ...grown, ...detailsOf(event.details), text: event.generated_text })
}

function finished({ streamed, ...output }: Output): Output {
  return { ...output, ...(streamed ? { tokens: streamed.flat() } : {}), endedProperly: true }
}
