import type { ChatMessage, ChatRole, ToolCall } from '@/core/chat'
import { withoutMedia, type FilledInput, type GivenBody } from '@/core/given-body'
import { newId } from '@/core/id'
import { isListOf, isObject, isString, type JsonObject } from '@/core/json'
import { isMediaFile, type MediaFile } from '@/core/media'
import { withCallIds } from '@/core/tools'
import type { Input } from './input'

const roles: readonly ChatRole[] = ['system', 'user', 'assistant', 'tool']

/** The documented chat bodies: a system message first, and what the user asks now last. */
export function fromBody(given: GivenBody): FilledInput<Input> | undefined {
  const { rest, parameters, inputs } = given
  const { messages, model: _model, ...others } = rest
  const plain = withoutMedia(others)
  if (!isObject(plain)) return undefined
  const beside = plain as JsonObject
  if (Array.isArray(messages)) {
    const more: JsonObject = Object.keys(parameters).length > 0 ? { parameters } : {}
    return filled(messages, { ...beside, ...more })
  }
  if (Array.isArray(inputs)) {
    const dialect = { dialect: 'inputs' } as const
    return filled(inputs, { ...beside, ...parameters }, dialect)
  }
  const said = olderMessages(inputs)
  return said && filled(said, { ...beside, ...parameters }, { dialect: 'older' })
}

function filled(
  messages: readonly unknown[],
  parameters: JsonObject,
  more: Pick<Input, 'dialect'> = {},
): FilledInput<Input> | undefined {
  const absent: string[] = []
  const read = messages.map((message: unknown) => readMessage(message, absent))
  if (read.length === 0 || !read.every((each) => each !== undefined)) return undefined
  const [first] = read
  const system = first?.role === 'system' && first.images.length === 0 ? first.text : ''
  const talk = system === '' ? read : read.slice(1)
  const last = talk.at(-1)
  const asks = last?.role === 'user'
  return {
    input: {
      messages: asks ? talk.slice(0, -1) : talk,
      system,
      draft: asks ? last.text : '',
      ...(asks && last.images.length > 0 ? { draftImages: last.images } : {}),
      ...more,
    },
    parameters,
    absent,
  }
}

/** `{past_user_inputs, generated_responses, text}` as messages; undefined for anything else. */
function olderMessages(inputs: unknown): readonly object[] | undefined {
  if (!isObject(inputs)) return undefined
  const { past_user_inputs: past = [], generated_responses: answers = [], text } = inputs
  if (!isString(text) || !isListOf(past, isString) || !isListOf(answers, isString)) return undefined
  const older = 'past_user_inputs' in inputs || 'generated_responses' in inputs
  if (!older || past.length !== answers.length) return undefined
  const earlier = past.flatMap((content, at) => [
    { role: 'user', content },
    { role: 'assistant', content: answers[at] },
  ])
  return [...earlier, { role: 'user', content: text }]
}

function readMessage(message: unknown, absent: string[]): ChatMessage | undefined {
  if (!isObject(message)) return undefined
  const role = roles.find((each) => each === message.role)
  if (!role) return undefined
  const { content } = message
  const rest = readRest(message)
  if (isString(content) || content === null || content === undefined)
    return { id: newId(), role, text: content ?? '', images: [], ...rest }
  if (!Array.isArray(content)) return undefined
  const texts: string[] = []
  const images: MediaFile[] = []
  for (const part of content as unknown[]) {
    if (!isObject(part)) return undefined
    if (isString(part.text)) texts.push(part.text)
    const url = isObject(part.image_url) ? part.image_url.url : part.image_url
    if (isMediaFile(url)) images.push(url)
    else if (isString(url)) absent.push(url)
  }
  return { id: newId(), role, text: texts.join('\n'), images, ...rest }
}

/** What a message says beside its content: who speaks, which tools it calls, which call it answers. */
function readRest(message: Record<string, unknown>): Partial<ChatMessage> {
  const { name, tool_call_id, tool_calls } = message
  const calls = Array.isArray(tool_calls) ? tool_calls.flatMap(readToolCall) : []
  return {
    ...(isString(name) ? { name } : {}),
    ...(isString(tool_call_id) ? { toolCallId: tool_call_id } : {}),
    ...(calls.length > 0 ? { toolCalls: withCallIds(calls) } : {}),
  }
}

function readToolCall(value: unknown): readonly ToolCall[] {
  if (!isObject(value) || !isObject(value.function)) return []
  const { name, arguments: given } = value.function
  if (!isString(name)) return []
  const written = isString(given) ? given : JSON.stringify(given ?? {})
  return [{ id: isString(value.id) ? value.id : '', name, arguments: written }]
}
