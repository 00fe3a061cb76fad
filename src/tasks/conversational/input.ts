import type { ChatMessage } from '@/core/chat'
import type { MediaFile } from '@/core/media'
import type { ToolResults } from '@/core/tools'

/**
 * How the request says it: `chat` is OpenAI's chat, `inputs` is `{inputs: [messages], parameters}` of dedicated
 * endpoints, `older` is `{inputs: {past_user_inputs, generated_responses, text}, parameters}`.
 */
export type Dialect = 'chat' | 'inputs' | 'older'

export interface Input {
  /** For endpoints and the sandbox; `chat` unless told. */
  readonly dialect?: Dialect
  /** The conversation so far with all its branches, without the system message; core/chat-tree reads it. */
  readonly messages: readonly ChatMessage[]
  /** The message at the end of the branch that is shown and sent; the last of the list unless told. */
  readonly leaf?: string
  /**
   * While this is the id at the end of the branch, the branch is sent by itself, without what stands in the composer: a
   * question to be answered again, or an answer to be gone on with.
   */
  readonly asking?: string
  /** Messages are shown as they were written, not as Markdown. */
  readonly plain?: boolean
  /** The conversation's id in the history; none until something was said. */
  readonly conversation?: string
  /** What the model is told before all else; `''` for nothing. */
  readonly system: string
  /** The composer's text: sent as the last message of the user. */
  readonly draft: string
  /** Pictures that go with the composer's text. */
  readonly draftImages?: readonly MediaFile[]
  /** Results of the calls that the conversation waits for at its end; sent as `tool` messages. */
  readonly toolResults?: ToolResults
}
