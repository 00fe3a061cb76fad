import { fromBase64 } from './base64'
import type { ChatMessage, ToolCall } from './chat'
import { told } from './chat-tree'
import { FORMAT, VERSION } from './conversation-file'
import { firstWords, isChatMessage, type Conversation } from './conversation'
import { isNumber, isObject, isString, type JsonObject } from './json'
import { newId } from './id'
import { mediaFile, type MediaFile } from './media'
import { sniffBlob } from './sniff'

/** Why a file is no conversation. `at` counts the messages from 1. */
export type ImportFault =
  | { readonly code: 'json'; readonly detail: string }
  | { readonly code: 'shape' }
  | { readonly code: 'newer' }
  | { readonly code: 'empty' }
  | { readonly code: 'message'; readonly at: number }
  | { readonly code: 'role'; readonly at: number; readonly role: string }
  | { readonly code: 'image'; readonly at: number }

export type Imported =
  | { readonly kind: 'ok'; readonly conversation: Conversation }
  | { readonly kind: 'fault'; readonly fault: ImportFault }

class Refusal extends Error {
  constructor(readonly fault: ImportFault) {
    super(fault.code)
  }
}

/**
 * Reads a conversation out of a JSON text: one that this app has written, with its branches, or the messages of the
 * OpenAI protocol, as a list or as `{messages: [...]}`, such as a request body. Never throws.
 */
export async function importConversation(text: string): Promise<Imported> {
  try {
    const value = parse(text)
    const conversation =
      isObject(value) && value.format === FORMAT ? await readOwn(value) : await readOpenAi(value)
    if (conversation.messages.length === 0) throw new Refusal({ code: 'empty' })
    return { kind: 'ok', conversation }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'fault', fault: error.fault }
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal({ code: 'json', detail: error instanceof Error ? error.message : '' })
  }
}

async function readOwn(file: Record<string, unknown>): Promise<Conversation> {
  if (!isNumber(file.version) || file.version > VERSION) throw new Refusal({ code: 'newer' })
  if (!Array.isArray(file.messages)) throw new Refusal({ code: 'shape' })
  const messages: ChatMessage[] = []
  for (const [index, value] of file.messages.entries()) {
    const message = isObject(value)
      ? { ...value, images: await readOwnImages(value.images, index + 1) }
      : undefined
    if (!isChatMessage(message)) throw new Refusal({ code: 'message', at: index + 1 })
    messages.push(message)
  }
  return conversationOf(file, messages)
}

async function readOwnImages(value: unknown, at: number): Promise<readonly MediaFile[]> {
  const list: unknown[] = Array.isArray(value) ? value : []
  return Promise.all(
    list.map((image) => {
      const { name, data } = isObject(image) ? image : {}
      return readImage(data, isString(name) ? name : undefined, at)
    }),
  )
}

async function readOpenAi(value: unknown): Promise<Conversation> {
  const list: unknown = isObject(value) ? value.messages : value
  if (!Array.isArray(list)) throw new Refusal({ code: 'shape' })
  const messages: ChatMessage[] = []
  for (const [index, each] of list.entries()) messages.push(await readMessage(each, index + 1))
  const [first] = messages
  const isPrompt = first?.role === 'system' && first.images.length === 0
  const told = isObject(value) ? value : {}
  const { messages: _messages, model, stream, ...parameters } = told
  return conversationOf(
    { model, stream, parameters, system: isPrompt ? first.text : '' },
    isPrompt ? messages.slice(1) : messages,
  )
}

/** Today's names, and the older ones. */
const ROLES: Readonly<Record<string, ChatMessage['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
  function: 'tool',
}

async function readMessage(value: unknown, at: number): Promise<ChatMessage> {
  if (!isObject(value) || !isString(value.role)) throw new Refusal({ code: 'message', at })
  const role = Object.hasOwn(ROLES, value.role) ? ROLES[value.role] : undefined
  if (!role) throw new Refusal({ code: 'role', at, role: value.role.slice(0, 40) })
  const { content, name, tool_call_id: callId, reasoning, reasoning_content: thoughts } = value
  const calls = readCalls(value.tool_calls, at)
  const thought = [reasoning, thoughts].find(isString)
  return {
    id: newId(),
    role,
    ...(await readContent(content, at)),
    ...(isString(name) ? { name } : {}),
    ...(isString(callId) ? { toolCallId: callId } : {}),
    ...(thought ? { reasoning: thought } : {}),
    ...(calls.length > 0 ? { toolCalls: calls } : {}),
  }
}

async function readContent(
  content: unknown,
  at: number,
): Promise<Pick<ChatMessage, 'text' | 'images'>> {
  if (content === undefined || content === null) return { text: '', images: [] }
  if (isString(content)) return { text: content, images: [] }
  if (!Array.isArray(content)) throw new Refusal({ code: 'message', at })
  const texts: string[] = []
  const images: MediaFile[] = []
  for (const part of content as unknown[]) {
    if (!isObject(part)) throw new Refusal({ code: 'message', at })
    if (isString(part.text)) texts.push(part.text)
    const image = isObject(part.image_url) ? part.image_url.url : part.image_url
    if (image !== undefined) images.push(await readImage(image, undefined, at))
  }
  return { text: texts.join('\n'), images }
}

function readCalls(value: unknown, at: number): readonly ToolCall[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new Refusal({ code: 'message', at })
  return value.map((call: unknown) => {
    const called = isObject(call) ? call.function : undefined
    if (!isObject(call) || !isObject(called) || !isString(called.name))
      throw new Refusal({ code: 'message', at })
    const given = called.arguments
    return {
      id: isString(call.id) ? call.id : '',
      name: called.name,
      arguments: isString(given) ? given : JSON.stringify(given ?? {}),
    }
  })
}

/** A picture inside the file. One that is elsewhere is not fetched: who holds it would hear of it. */
async function readImage(value: unknown, name: string | undefined, at: number): Promise<MediaFile> {
  const read = isString(value) && /^data:/i.test(value) ? fromBase64(value) : undefined
  if (!read) throw new Refusal({ code: 'image', at })
  const blob = new Blob([read.data])
  const { type } = await sniffBlob(blob)
  if (!type.startsWith('image/')) throw new Refusal({ code: 'image', at })
  const ending = type.slice('image/'.length).split('+')[0] ?? ''
  return mediaFile(new Blob([read.data], { type }), name ?? `image.${ending}`, type)
}

function conversationOf(
  file: Record<string, unknown>,
  messages: readonly ChatMessage[],
): Conversation {
  const { name, model, system, parameters, stream, plain, leaf, startedAt } = file
  const now = Date.now()
  const tree = { messages: told({ messages }) }
  const ids = new Set(messages.map(({ id }) => id))
  const end = isString(leaf) && ids.has(leaf) ? leaf : (messages.at(-1)?.id ?? '')
  const isNamed = isString(name) && name.trim() !== ''
  return {
    messages: tree.messages,
    leaf: end,
    settings: {
      model: isString(model) ? model : '',
      system: isString(system) ? system : '',
      parameters: isObject(parameters) ? (parameters as JsonObject) : {},
      stream: stream !== false,
      plain: plain === true,
    },
    summary: {
      id: newId(),
      name: isNamed ? name.slice(0, 200) : firstWords(tree),
      named: isNamed,
      model: isString(model) ? model : '',
      startedAt: isNumber(startedAt) ? startedAt : now,
      updatedAt: now,
      messages: messages.length,
      branches: 1,
      bytes: 0,
    },
  }
}
