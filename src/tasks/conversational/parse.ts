import { isNumber, isObject, isString } from '@/core/json'
import { jsonOf, readEvent } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { Fold } from '@/core/task'
import { readChatLogprobs, readTgiToken } from '@/core/tokens'
import { readUsage } from '@/core/usage'
import { emptyOutput, withPiece, type Output, type Piece, type ToolCallPiece } from './output'

const expected =
  '{choices: [{message: {content}}]}, [{generated_text}] or {generated_text, conversation}'

/** More choices than any service gives: an index beyond it is no index. */
const MOST_CHOICES = 128

/** Chunks of a chat completion. A whole completion in a single event counts as a chunk too. */
export const fold: Fold<Output> = {
  start: () => emptyOutput,
  step: (output, chunk) => {
    const event = readEvent(chunk)
    if (event.kind === 'done') return { ...output, endedProperly: true }
    if (event.kind !== 'value') return output
    const { value } = event
    const next = 'token' in value ? withTgiEvent(output, value) : withCompletion(output, value)
    return isSilent(output) && !isSilent(next) ? { ...next, firstTokenMs: chunk.at } : next
  },
  ended: (output) => output.endedProperly,
}

function isSilent({ message, firstTokenMs }: Output): boolean {
  const { text, reasoning, toolCalls } = message
  return firstTokenMs === undefined && text + reasoning === '' && toolCalls.length === 0
}

/** A chat completion, or the reply to one of the older bodies; also a stream that came unasked. */
export function parseChat(reply: Reply): Output {
  if (reply.kind === 'events') return reply.chunks.reduce(fold.step, fold.start())
  const value = jsonOf(reply, expected)
  const output = isObject(value) ? withCompletion(emptyOutput, value) : emptyOutput
  if (output.choices.length > 0) return { ...output, endedProperly: true }
  const text = generatedText(Array.isArray(value) ? value[0] : value)
  if (text === undefined) throw new UnreadableReply(expected)
  return { ...withPiece(emptyOutput, 0, { ...noPiece, text }, null), endedProperly: true }
}

/** An event of text-generation-inference, which dedicated endpoints stream: `{token, generated_text, details}`. */
function withTgiEvent(output: Output, event: Record<string, unknown>): Output {
  const token = readTgiToken(event.token, event.top_tokens)
  const { generated_text: whole, details } = event
  const text = token && !token.special ? token.text : ''
  const reason = isObject(details) ? textOf(details.finish_reason) : ''
  const piece = { ...noPiece, text, tokens: token ? [token] : [] }
  // Its own words for a proper end, which a chat calls `stop`.
  const ended = reason === 'length' ? reason : 'stop'
  const grown = withPiece(output, 0, piece, isString(whole) ? ended : null)
  return isString(whole) ? { ...grown, endedProperly: true } : grown
}

const noPiece: Piece = { text: '', reasoning: '', toolCalls: [] }

function withCompletion(output: Output, value: Record<string, unknown>): Output {
  const usage = readUsage(value.usage)
  const choices: unknown[] = Array.isArray(value.choices) ? value.choices : []
  const named: Output = {
    ...output,
    ...(isString(value.model) && value.model !== '' ? { model: value.model } : {}),
    ...(usage ? { usage } : {}),
  }
  return choices.reduce<Output>((grown, choice, at) => {
    const message = isObject(choice) ? (choice.delta ?? choice.message) : undefined
    if (!isObject(choice) || !isObject(message)) return grown
    const index = isIndex(choice.index) ? choice.index : at
    const reason = isString(choice.finish_reason) ? choice.finish_reason : null
    const piece = { ...readMessage(message), tokens: readChatLogprobs(choice.logprobs) }
    return withPiece(grown, index, isObject(choice.delta) ? piece : numbered(piece), reason)
  }, named)
}

/** In a whole message each of the calls is one of its own, whatever number it has. */
function numbered(piece: Piece): Piece {
  return { ...piece, toolCalls: piece.toolCalls.map((call, index) => ({ ...call, index })) }
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < MOST_CHOICES
}

function readMessage(message: Record<string, unknown>): Piece {
  const { content, refusal, reasoning, reasoning_content, tool_calls } = message
  const parts: unknown[] = Array.isArray(content) ? content : [content]
  return {
    text: parts.map(textOfPart).join('') || textOf(refusal),
    // Some services send the same words under both names.
    reasoning: textOf(reasoning) || textOf(reasoning_content) || parts.map(thoughtOfPart).join(''),
    toolCalls: (Array.isArray(tool_calls) ? tool_calls : [tool_calls]).flatMap(readToolCall),
  }
}

function textOf(value: unknown): string {
  return isString(value) ? value : ''
}

function textOfPart(part: unknown): string {
  return isObject(part) ? textOf(part.text) : textOf(part)
}

function thoughtOfPart(part: unknown): string {
  if (!isObject(part) || part.type !== 'thinking') return ''
  const { thinking } = part
  return Array.isArray(thinking) ? thinking.map(textOfPart).join('') : textOf(thinking)
}

function readToolCall(value: unknown): ToolCallPiece[] {
  if (!isObject(value)) return []
  const called = isObject(value.function) ? value.function : {}
  // TGI sends the arguments as an object when it does not stream.
  const given = called.arguments
  return [
    {
      id: isNumber(value.id) ? String(value.id) : textOf(value.id),
      name: textOf(called.name),
      arguments: given === undefined || isString(given) ? textOf(given) : JSON.stringify(given),
      index: isIndex(value.index) ? value.index : undefined,
    },
  ]
}

/** `generated_text` is a text, or the whole list of messages with the new one at its end. */
function generatedText(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const { generated_text } = value
  if (isString(generated_text)) return generated_text
  const last: unknown = Array.isArray(generated_text) ? generated_text.at(-1) : undefined
  // The oldest reply says it twice; one place is enough.
  const { conversation } = value
  const said = isObject(conversation) ? conversation.generated_responses : undefined
  const answer: unknown = Array.isArray(said) ? said.at(-1) : undefined
  if (generated_text === undefined && isString(answer)) return answer
  return isObject(last) && isString(last.content) ? last.content : undefined
}
