import { dataUrlAt } from './body'
import type { Json, JsonObject } from './json'
import type { MediaFile } from './media'
import type { FileSlot } from './request'
import type { TokenUsage } from './results'

export type ChatRole = 'system' | 'user' | 'assistant' | 'tool'

/** A message as a person sees it; the wire's `content` parts are made from it. */
export interface ChatMessage {
  readonly id: string
  readonly role: ChatRole
  readonly text: string
  readonly images: readonly MediaFile[]
  /** What a reasoning model thought before it answered; not sent back. */
  readonly reasoning?: string
  /** The message before this one, '' for none; the one before it in the list unless told (core/chat-tree). */
  readonly parent?: string
  /** What an assistant asks for; each call is answered by a message of the role `tool` right behind it. */
  readonly toolCalls?: readonly ToolCall[]
  /** Of a `tool` message: the call that it answers. */
  readonly toolCallId?: string
  /** The `response_format` that an answer was asked for in; undefined for free text. */
  readonly format?: JsonObject
  /** Who speaks, where the conversation says so; some services want a tool's name there. */
  readonly name?: string
  /** The person has changed what was said. */
  readonly edited?: boolean
  /** Of an answer that a run gave. */
  readonly facts?: AnswerFacts
}

/** How an answer came to be; kept with it. */
export interface AnswerFacts {
  /** The model that the service names. */
  readonly model?: string
  /** The service's word for why it ended, such as `stop`, `length` or `tool_calls`. */
  readonly finishReason?: string
  /** It did not come to its end: broken off, stopped by the person, or followed by an error. */
  readonly broken?: 'cut' | 'aborted' | 'failed'
  readonly usage?: TokenUsage
  /** Milliseconds from sending until the first word, and until the end. */
  readonly firstTokenMs?: number
  readonly totalMs?: number
  /** Tokens a second after the first; by the service's count where it gives one, else one for each event. */
  readonly tokensPerSecond?: number
  /** It was still being written when it was kept. */
  readonly writing?: true
  /** The runs of the history that it came from, the latest last. */
  readonly runs: readonly string[]
}

/** A call of a tool that the model asks for. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  /** JSON text, as the model wrote it. */
  readonly arguments: string
}

export type MessageToSend = Pick<
  ChatMessage,
  'role' | 'text' | 'images' | 'toolCalls' | 'toolCallId' | 'name'
>

/** Nothing that a service could read. The result of a tool may be empty: its call wants an answer. */
export function isBlank({ role, text, images, toolCalls = [] }: MessageToSend): boolean {
  return role !== 'tool' && text.trim() === '' && images.length === 0 && toolCalls.length === 0
}

/**
 * The documented `messages`: `content` is a text, or parts where there are pictures. The slots say where in
 * `{messages}` the pictures go, as data URLs. Blank messages are left out.
 */
export function wireMessages(messages: readonly MessageToSend[]): {
  readonly messages: readonly Json[]
  readonly files: readonly FileSlot[]
} {
  const sent = messages.filter((message) => !isBlank(message))
  return {
    messages: sent.map(wireMessage),
    files: sent.flatMap(({ text, images }, at) =>
      images.map((image, index) => {
        const part = index + (text === '' ? 0 : 1)
        return dataUrlAt(`/messages/${at}/content/${part}/image_url/url`, image)
      }),
    ),
  }
}

function wireMessage(message: MessageToSend): Json {
  const { role, text, images, toolCalls = [], toolCallId, name } = message
  const calls = toolCalls.map((call) => ({
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: call.arguments },
  }))
  const saysNothing = calls.length > 0 && text === '' && images.length === 0
  return {
    role,
    ...(name === undefined ? {} : { name }),
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
    content: saysNothing ? null : contentOf(message),
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  }
}

function contentOf({ text, images }: MessageToSend): Json {
  if (images.length === 0) return text
  const parts: Json[] = text === '' ? [] : [{ type: 'text', text }]
  return [...parts, ...images.map(() => ({ type: 'image_url', image_url: { url: '' } }))]
}
