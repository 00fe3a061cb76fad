import type { ChatMessage, ChatRole, ToolCall } from '@/core/chat'
import { withoutMedia, type FilledInput, type GivenBody } from '@/core/given-body'
import { newId } from '@/core/id'
import { isObject, isString, type JsonObject } from '@/core/json'
import { isMediaFile, type MediaFile } from '@/core/media'
import type { Input } from './input'

const roles: readonly ChatRole[] = ['system', 'user', 'assistant', 'tool']

/** The documented chat body: a system message first, and what the user asks now last. */
export function fromBody({ rest, parameters }: GivenBody): FilledInput<Input> | undefined {
  const { messages, model: _model, ...others } = rest
  if (!Array.isArray(messages)) return undefined
  const absent: string[] = []
  const read = messages.map((message: unknown) => readMessage(message, absent))
  if (read.length === 0 || !read.every((each) => each !== undefined)) return undefined
  const plain = withoutMedia(others)
  if (!isObject(plain)) return undefined
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
    },
    parameters: {
      ...(plain as JsonObject),
      ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    },
    absent,
  }
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
    ...(calls.length > 0 ? { toolCalls: calls } : {}),
  }
}

function readToolCall(value: unknown): readonly ToolCall[] {
  if (!isObject(value) || !isObject(value.function)) return []
  const { name, arguments: given } = value.function
  if (!isString(name)) return []
  const written = isString(given) ? given : JSON.stringify(given ?? {})
  return [{ id: isString(value.id) ? value.id : '', name, arguments: written }]
}
