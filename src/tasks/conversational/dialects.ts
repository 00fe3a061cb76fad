import { jsonBody } from '@/core/body'
import { isBlank, wireMessages, type MessageToSend } from '@/core/chat'
import type { Connection } from '@/core/connection'
import { isEmpty, type JsonObject } from '@/core/json'
import { problem, type Problem } from '@/core/problem'
import type { Draft, TaskRequest } from '@/core/task'
import type { Dialect, Input } from './input'

/** Hugging Face's own router speaks one dialect; what is behind an endpoint only the person knows. */
export function dialectOf({ dialect }: Input, connection?: Connection): Dialect {
  const known = dialect === 'inputs' || dialect === 'older'
  return known && connection?.kind !== 'provider' ? dialect : 'chat'
}

/**
 * A conversation in one of the two documented bodies that are no OpenAI chat. Both go to the URL itself.
 * - `inputs`: `{inputs: [{role, content}], parameters}` of dedicated endpoints.
 * - `older`: `{inputs: {past_user_inputs, generated_responses, text}, parameters}`, which has no stream.
 */
export function olderRequest(
  dialect: Exclude<Dialect, 'chat'>,
  { parameters, stream }: Draft<Input>,
  messages: readonly MessageToSend[],
): TaskRequest {
  const beside: JsonObject = isEmpty(parameters) ? {} : { parameters }
  if (dialect === 'older') {
    const body = jsonBody({ inputs: olderInputs(messages), ...beside })
    return { route: 'model', body, stream: false, clients: {} }
  }
  const { messages: inputs, files } = wireMessages(messages)
  const slots = files.map((file) => ({
    ...file,
    pointer: file.pointer.replace(/^\/messages\//, '/inputs/'),
  }))
  const streamed: JsonObject = stream ? { stream } : {}
  const body = jsonBody({ inputs, ...beside, ...streamed }, slots)
  return { route: 'model', body, stream, clients: {} }
}

/** What the oldest body has no place for is left out: `dialectProblems` says so before anything is sent. */
function olderInputs(messages: readonly MessageToSend[]): JsonObject {
  const said = messages.filter(
    (message) => !isBlank(message) && (message.role === 'user' || message.role === 'assistant'),
  )
  const last = said.at(-1)
  const earlier = last?.role === 'user' ? said.slice(0, -1) : said
  const textsOf = (role: string) =>
    earlier.filter((message) => message.role === role).map(({ text }) => text)
  return {
    past_user_inputs: textsOf('user'),
    generated_responses: textsOf('assistant'),
    text: last?.role === 'user' ? last.text : '',
  }
}

/** Parameters that mean nothing without what the oldest body can't carry. */
const CHAT_ONLY = ['tools', 'tool_choice', 'response_format']

/** The oldest body holds texts that go to and fro, and nothing else: what else there is would be lost. */
export function dialectProblems(
  dialect: Dialect,
  messages: readonly MessageToSend[],
  parameters: JsonObject = {},
): readonly Problem[] {
  if (dialect !== 'older') return []
  const said = messages.filter((message) => !isBlank(message))
  const lost: string[] = []
  if (said.some(({ role }) => role === 'system')) lost.push('system')
  if (said.some(({ images }) => images.length > 0)) lost.push('images')
  const tools = said.some(({ role, toolCalls = [] }) => role === 'tool' || toolCalls.length > 0)
  if (tools) lost.push('tool_calls')
  lost.push(...CHAT_ONLY.filter((name) => name in parameters))
  const talk = said.filter(({ role }) => role === 'user' || role === 'assistant')
  const alternates = talk.every(({ role }, at) => role === (at % 2 === 0 ? 'user' : 'assistant'))
  if (!alternates || talk.at(-1)?.role === 'assistant') lost.push('order')
  return lost.length > 0 ? [problem('messages', 'dialect-lost', { names: lost.join(', ') })] : []
}
