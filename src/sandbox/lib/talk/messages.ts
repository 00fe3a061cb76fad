import { isObject } from '@/core/json'
import { SandboxError } from '@/core/sandbox'
import { fromBase64 } from '../base64'
import { pictureSize } from '../picture-size'

export interface TalkImage {
  /** Undefined for a picture given by its address, which is not fetched. */
  readonly bytes?: number
  readonly width?: number
  readonly height?: number
}

/** A chat message, its parts joined. */
export interface TalkMessage {
  readonly role: string
  readonly text: string
  readonly images: readonly TalkImage[]
  /** What an assistant asked of tools. */
  readonly calls?: readonly { readonly id: string; readonly name: string }[]
  /** Of a tool's message: the call that it answers. */
  readonly callId?: string
}

/** Reads `messages` of a chat body. Throws SandboxError 422 for anything that is none. */
export function readMessages(value: unknown): readonly TalkMessage[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new SandboxError('`messages` must be a list with at least one message')
  }
  return value.map(readMessage)
}

function readMessage(value: unknown, index: number): TalkMessage {
  const at = `messages[${index}]`
  if (!isObject(value)) throw new SandboxError(`\`${at}\` must be an object`)
  const { role, content } = value
  if (typeof role !== 'string') throw new SandboxError(`\`${at}.role\` must be a string`)
  const rest = readCalls(value)
  if (typeof content === 'string') return { role, text: content, images: [], ...rest }
  if (content === null || content === undefined) return { role, text: '', images: [], ...rest }
  if (!Array.isArray(content)) {
    throw new SandboxError(`\`${at}.content\` must be a string or a list of parts`)
  }
  const parts = content.filter(isObject)
  const texts = parts.map(({ text }) => text).filter((text) => typeof text === 'string')
  const images = parts.filter(({ type }) => type === 'image_url').map(readImage)
  return { role, text: texts.join('\n'), images, ...rest }
}

function readCalls({ tool_calls, tool_call_id }: Record<string, unknown>): Partial<TalkMessage> {
  const calls = Array.isArray(tool_calls) ? tool_calls.filter(isObject) : []
  const named = calls.flatMap(({ id, function: called }) =>
    isObject(called) && typeof called.name === 'string'
      ? [{ id: typeof id === 'string' ? id : '', name: called.name }]
      : [],
  )
  return {
    ...(named.length > 0 ? { calls: named } : {}),
    ...(typeof tool_call_id === 'string' ? { callId: tool_call_id } : {}),
  }
}

function readImage({ image_url }: Record<string, unknown>): TalkImage {
  const url = isObject(image_url) ? image_url.url : image_url
  if (typeof url !== 'string') throw new SandboxError('`image_url.url` must be a string')
  if (!url.startsWith('data:')) return {}
  const decoded = fromBase64(url)
  if (!decoded) throw new SandboxError('`image_url.url` must be base64 after `data:...;base64,`')
  return { bytes: decoded.data.length, ...pictureSize(decoded.data) }
}
