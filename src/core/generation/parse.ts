import { isObject, isString } from '@/core/json'
import { jsonOf, readEvent, readOneOrMore, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { Fold } from '@/core/task'
import { readTgiToken, withToken } from '@/core/tokens'
import { textOfChoice, withCompletion } from './completion'
import { emptyOutput, type Output, type Sequence } from './output'
import { readDetails } from './sequence'

const expected = '[{generated_text, details?}], {generated_text} or {choices: [{text}]}'

type Fields = Record<string, unknown>

/** Events of TGI, and chunks of a completion. */
export const fold: Fold<Output> = {
  start: () => emptyOutput,
  step: (output, chunk) => {
    const event = readEvent(chunk)
    if (event.kind === 'done') return { ...output, endedProperly: true }
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
  if (isObject(value) && Array.isArray(value.choices)) {
    const read = value.choices.some((each) => isObject(each) && textOfChoice(each) !== undefined)
    if (!read) throw new UnreadableReply(expected)
    return { ...withCompletion(emptyOutput, value), endedProperly: true }
  }
  const generated = readOneOrMore(unnested(value), readGenerated)
  const [first, ...others] = generated ?? []
  if (!first) throw new UnreadableReply(expected)
  return { ...first, others: [...first.others, ...others.map(sequenceOf)] }
}

function readGenerated(value: unknown): Output | undefined {
  if (!isObject(value) || !isString(value.generated_text)) return undefined
  const ended = { ...emptyOutput, text: value.generated_text, endedProperly: true }
  return { ...ended, ...readDetails(value.details) }
}

function sequenceOf({ text, tokens, prefill, details, finishReason }: Output): Sequence {
  return {
    text,
    ...(tokens ? { tokens } : {}),
    ...(prefill ? { prefill } : {}),
    ...(details ? { details } : {}),
    ...(finishReason ? { finishReason } : {}),
  }
}

/** `{token, top_tokens, generated_text, details}`: the last event carries the whole text. */
function withEvent(output: Output, event: Fields): Output {
  const token = readTgiToken(event.token, event.top_tokens)
  const grown: Output = token
    ? {
        ...output,
        text: token.special ? output.text : output.text + token.text,
        tokens: withToken(output.tokens, token),
      }
    : output
  if (!isString(event.generated_text)) return grown
  const details = readDetails(event.details)
  return { ...grown, ...details, text: event.generated_text, endedProperly: true }
}
