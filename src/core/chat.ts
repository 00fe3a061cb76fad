import type { MediaFile } from './media'

export type ChatRole = 'system' | 'user' | 'assistant' | 'tool'

/** A message as a person sees it; the wire's `content` parts are made from it. */
export interface ChatMessage {
  readonly id: string
  readonly role: ChatRole
  readonly text: string
  readonly images: readonly MediaFile[]
  /** What a reasoning model thought before it answered; not sent back. */
  readonly reasoning?: string
}
