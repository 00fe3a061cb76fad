import type { ChatMessage } from '@/core/chat'
import type { MediaFile } from '@/core/media'

export interface Input {
  /** The conversation so far, without the system message. */
  readonly messages: readonly ChatMessage[]
  /** What the model is told before all else; `''` for nothing. */
  readonly system: string
  /** The composer's text: sent as the last message of the user. */
  readonly draft: string
  /** Pictures that go with the composer's text. */
  readonly draftImages?: readonly MediaFile[]
}
