import { jsonBody } from './body'
import { wireMessages, type ChatMessage } from './chat'
import { path } from './chat-tree'
import type { Conversation } from './conversation'
import type { Json } from './json'
import type { MediaFile } from './media'
import { fillSlots } from './slots'
import type { FileSlot } from './request'

/** Conversations as files: with all branches, and the shown branch for other programs and for people. */

export const FORMAT = 'taskscope-conversation'
export const VERSION = 1

/**
 * All branches as JSON: `{format, version, name, model, system, parameters, stream, leaf, messages}`. A message is as
 * the app has it, its pictures as data URLs: `{name, type, data}`.
 */
export async function branchesJson(conversation: Conversation): Promise<string> {
  const { summary, settings, leaf, messages } = conversation
  const { name, startedAt, updatedAt } = summary
  const written = await Promise.all(messages.map(writeMessage))
  const file = { format: FORMAT, version: VERSION, name, startedAt, updatedAt, ...settings, leaf }
  return `${JSON.stringify({ ...file, messages: written }, null, 2)}\n`
}

async function writeMessage({ images, ...message }: ChatMessage) {
  const pictures = images.map(async (image) => ({
    name: image.name,
    type: image.type,
    data: await dataUrl(image),
  }))
  return { ...message, images: await Promise.all(pictures) }
}

/** The shown branch as the `messages` of the OpenAI protocol, the system prompt first, pictures as data URLs. */
export async function openAiJson(conversation: Conversation): Promise<string> {
  const { system } = conversation.settings
  const { messages, files } = wireMessages([
    { role: 'system', text: system, images: [] },
    ...path(conversation),
  ])
  const filled = await withData(messages, files)
  return `${JSON.stringify(filled, null, 2)}\n`
}

async function withData(messages: readonly Json[], files: readonly FileSlot[]): Promise<unknown> {
  const data = new Map<FileSlot, string>()
  for (const slot of files) data.set(slot, await dataUrl(slot.file))
  const body = jsonBody({ messages }, files)
  if (body.kind !== 'json') return messages
  const filled = fillSlots<string>(body.value, files, (slot) => data.get(slot) ?? '')
  return (filled as { readonly messages: unknown }).messages
}

/** Bytes at once: a multiple of three, so that no padding falls between the parts. */
const CHUNK = 0x6000

/** A file as a data URL. */
export async function dataUrl({ blob, type }: MediaFile): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += CHUNK)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + CHUNK))))
  return `data:${type};base64,${parts.join('')}`
}

export interface MarkdownWords {
  readonly user: string
  readonly assistant: string
  readonly systemRole: string
  readonly tool: string
  readonly reasoning: string
}

/** The shown branch for people: a heading for each message. Pictures are named. */
export function conversationMarkdown(conversation: Conversation, words: MarkdownWords): string {
  const { summary, settings } = conversation
  const names = { user: words.user, assistant: words.assistant, tool: words.tool } as const
  const turns = path(conversation).map((message) => {
    const role = message.role === 'system' ? words.systemRole : names[message.role]
    return `## ${role}\n\n${messageMarkdown(message, words.reasoning)}`
  })
  const system = settings.system.trim()
    ? [`## ${words.systemRole}\n\n${settings.system.trim()}`]
    : []
  return `${[`# ${summary.name}`, ...system, ...turns].join('\n\n')}\n`
}

/** One message as Markdown: what was thought as a quotation, the words, what was asked of tools as code. */
export function messageMarkdown(message: ChatMessage, reasoning?: string): string {
  const { text, images, toolCalls = [] } = message
  const thought =
    reasoning && message.reasoning ? [quoted(`**${reasoning}**\n\n${message.reasoning}`)] : []
  const pictures = images.map(({ name }) => `🖼 ${name}`)
  const calls = toolCalls.map((call) => fenced(`${call.name}(${call.arguments})`))
  return [...thought, ...pictures, text, ...calls].filter((part) => part !== '').join('\n\n')
}

const quoted = (text: string) => text.replace(/^/gm, '> ')

/** A fence that is longer than any inside. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

/** A name for the file, of letters that every system takes. */
export function fileName({ summary: { name } }: Conversation, ending: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${plain || 'conversation'}.${ending}`
}
