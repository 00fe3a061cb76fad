import { dataUrlAt } from './body'
import type { Json } from './json'
import type { MediaFile } from './media'
import type { FileSlot } from './request'

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
}

/** A call of a tool that the model asks for. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  /** JSON text, as the model wrote it. */
  readonly arguments: string
}

export type MessageToSend = Pick<ChatMessage, 'role' | 'text' | 'images'>

/** Nothing that a service could read. */
export function isBlank({ text, images }: MessageToSend): boolean {
  return text.trim() === '' && images.length === 0
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
    messages: sent.map((message) => ({ role: message.role, content: contentOf(message) })),
    files: sent.flatMap(({ text, images }, at) =>
      images.map((image, index) => {
        const part = index + (text === '' ? 0 : 1)
        return dataUrlAt(`/messages/${at}/content/${part}/image_url/url`, image)
      }),
    ),
  }
}

function contentOf({ text, images }: MessageToSend): Json {
  if (images.length === 0) return text
  const parts: Json[] = text === '' ? [] : [{ type: 'text', text }]
  return [...parts, ...images.map(() => ({ type: 'image_url', image_url: { url: '' } }))]
}
