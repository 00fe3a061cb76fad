import type { ChatMessage, ToolCall } from './chat'

/** What a person typed for calls that wait for an answer, by the call's id. */
export type ToolResults = Readonly<Record<string, string>>

type Message = Pick<ChatMessage, 'role' | 'toolCalls' | 'toolCallId'>

/**
 * The calls that the end of a conversation waits for, in their order: those no `tool` message answers yet. A result that
 * names no call answers the next one.
 */
export function pendingCalls(messages: readonly Message[]): readonly ToolCall[] {
  const asked = messages.findLastIndex(({ role }) => role !== 'tool')
  const results = messages.slice(asked + 1)
  const answered = new Set(results.map(({ toolCallId }) => toolCallId))
  const nameless = results.filter(({ toolCallId }) => toolCallId === undefined).length
  const waiting = (messages[asked]?.toolCalls ?? []).filter(({ id }) => !answered.has(id))
  return waiting.slice(nameless)
}

/** The messages that answer pending calls. A call without a result gets none. */
export function resultMessages(
  pending: readonly ToolCall[],
  results: ToolResults,
  newId: () => string,
): readonly ChatMessage[] {
  return pending.flatMap((call) => {
    const text = resultOf(results, call.id)
    return text === undefined
      ? []
      : [{ id: newId(), role: 'tool', text, images: [], toolCallId: call.id }]
  })
}

/** Undefined where nothing was typed or computed; `''` is a result too. */
export function resultOf(results: ToolResults, id: string): string | undefined {
  return Object.hasOwn(results, id) ? results[id] : undefined
}

/**
 * The calls with an id each, no two alike, so that each can be answered: some services give none, or the same one to
 * all. New ids are made of nine letters and digits, the only ones that every service takes.
 */
export function withCallIds(
  calls: readonly ToolCall[],
  random: () => number = Math.random,
): readonly ToolCall[] {
  const taken = new Set<string>()
  return calls.map((call) => {
    const id = call.id !== '' && !taken.has(call.id) ? call.id : freshId(random)
    taken.add(id)
    return id === call.id ? call : { ...call, id }
  })
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function freshId(random: () => number): string {
  return Array.from({ length: 9 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('')
}
