import type { ChatMessage, ChatRole } from './chat'
import { path, type ChatTree, type ShownTree } from './chat-tree'
import { isListOf, isObject, isString, type JsonObject } from './json'
import { isMediaFile } from './media'
import { oneLine } from './one-line'

/** What the history's list shows of a conversation. */
export interface ConversationSummary {
  readonly id: string
  /** Its first words, unless the person named it. */
  readonly name: string
  readonly named: boolean
  readonly model: string
  /** Unix time in milliseconds. */
  readonly startedAt: number
  readonly updatedAt: number
  /** Messages of all branches. */
  readonly messages: number
  readonly branches: number
  /** Another one with every writing. */
  readonly revision?: string
  /** Estimated bytes that it takes, pictures included. */
  readonly bytes: number
}

/** How a conversation is gone on with. */
export interface ConversationSettings {
  readonly model: string
  readonly system: string
  readonly parameters: JsonObject
  readonly stream: boolean
  readonly plain: boolean
}

/** A conversation as one thing: all branches, and how it is gone on with. Each message tells its parent. */
export interface Conversation extends ShownTree {
  readonly summary: ConversationSummary
  readonly settings: ConversationSettings
}

/** What a page that holds a conversation has of it. */
export interface ConversationInput extends ChatTree {
  readonly conversation?: string
  readonly system: string
  readonly plain?: boolean
}

const NAME_LENGTH = 80

/** A name for a conversation that nobody named: the first words of the person, or of anybody. */
export function firstWords({ messages }: ChatTree): string {
  const said = messages.filter(({ text }) => text.trim() !== '')
  const first = said.find(({ role }) => role === 'user') ?? said[0]
  return oneLine((first?.text ?? '').slice(0, 4 * NAME_LENGTH)).slice(0, NAME_LENGTH)
}

const roles: readonly ChatRole[] = ['system', 'user', 'assistant', 'tool']

/** A message out of a file or a database may be damaged or written by hand. */
export function isChatMessage(value: unknown): value is ChatMessage {
  if (!isObject(value)) return false
  const { id, role, text, images, parent, reasoning, toolCalls, facts } = value
  return (
    [id, text].every(isString) &&
    id !== '' &&
    roles.some((each) => each === role) &&
    isListOf(images, isMediaFile) &&
    [parent, reasoning, value.toolCallId, value.name].every(isOptional(isString)) &&
    isOptional(isCalls)(toolCalls) &&
    isOptional(isFacts)(facts)
  )
}

const isOptional = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || check(value)

const isCalls = (value: unknown) =>
  Array.isArray(value) &&
  value.every((call) => isObject(call) && [call.id, call.name, call.arguments].every(isString))

const numbers = ['firstTokenMs', 'totalMs', 'tokensPerSecond'] as const

const isFacts = (value: unknown) =>
  isObject(value) &&
  isListOf(value.runs, isString) &&
  [value.model, value.finishReason, value.broken].every(isOptional(isString)) &&
  numbers.every((name) => value[name] === undefined || typeof value[name] === 'number') &&
  isOptional(isObject)(value.usage)

/** True when all words of a query are found in the conversation's name, its model or any of its messages. */
export function matchesWords(words: readonly string[], texts: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = texts.join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}

/** The words of a query, in lower case. */
export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

/** The ids of the runs that a conversation's answers came from. */
export function runsOf({ messages }: ChatTree): readonly string[] {
  return [...new Set(messages.flatMap(({ facts }) => facts?.runs ?? []))]
}

/**
 * What a page holds of a conversation, and what was kept of it, as one: nothing of either is lost. The page's branch is
 * shown, to where what is kept goes on from it.
 * @param isNewer of a message that both have: whether the page's counts. An answer that was being written counts as it
 * was kept.
 */
export function joined(
  page: ShownTree,
  kept: ShownTree,
  {
    isNewer,
    goesOn,
  }: { readonly isNewer: (own: ChatMessage) => boolean; readonly goesOn: boolean },
): ShownTree {
  const own = new Map(page.messages.map((message) => [message.id, message]))
  const ids = new Set(kept.messages.map(({ id }) => id))
  const both = kept.messages.map((message) => {
    const here = message.facts?.writing ? undefined : own.get(message.id)
    return here && isNewer(here) ? here : message
  })
  const more = page.messages.filter(({ id }) => !ids.has(id))
  const messages = [...both, ...more]
  const further = goesOn && path({ ...kept, messages }).some(({ id }) => id === page.leaf)
  return { messages, leaf: further ? kept.leaf : page.leaf }
}
