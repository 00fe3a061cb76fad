import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Conversation, ConversationSummary } from '@/core/conversation'
import type {
  ConversationChange,
  ConversationPut,
  PutResult,
  RemovedConversation,
  Storages,
} from '@/storage'
import { useStorages } from './storages'

export type { Conversation, ConversationSummary } from '@/core/conversation'
export type ConversationTrouble = Exclude<PutResult, { kind: 'ok' }>

/** The conversations that were had. Opens the storage at its first use, never before. */
export function createConversations(open: () => Promise<Storages>) {
  const conversations = shallowRef<readonly ConversationSummary[]>([])
  /** Records that could not be read, and were skipped. */
  const damaged = shallowRef(0)
  /** What `undo` would put back. */
  const removed = shallowRef<RemovedConversation>()
  /** Why the last change could not be kept. */
  const trouble = shallowRef<ConversationTrouble>()

  let query = ''
  let latest = 0
  let following = false
  let hears: unknown

  async function storages() {
    const opened = await open()
    if (hears !== opened) {
      hears = opened
      opened.changes.listen(() => void (following && refresh()))
    }
    return opened
  }

  /** Lists those whose name, model or messages hold all words of the query, the latest first. */
  async function search(next: string): Promise<void> {
    query = next
    following = true
    await refresh()
  }

  async function refresh(): Promise<void> {
    const call = ++latest
    try {
      const page = await (await storages()).conversations.list(query)
      if (call !== latest) return
      conversations.value = page.conversations
      damaged.value = page.damaged
    } catch (error) {
      fail(error)
    }
  }

  /** The list is not on the screen any more. */
  function leave(): void {
    latest++
    following = false
    conversations.value = []
    removed.value = undefined
  }

  function fail(error: unknown): ConversationTrouble {
    const detail = error instanceof Error ? error.message : String(error)
    return (trouble.value = { kind: 'failed', detail })
  }

  /** Never rejects: what went wrong is in `trouble`, and in the result. */
  async function save(
    conversation: Conversation,
    change: ConversationChange,
  ): Promise<ConversationPut> {
    try {
      const result = await (await storages()).conversations.put(conversation, change)
      trouble.value = result.kind === 'ok' ? undefined : result
      if (following) await refresh()
      return result
    } catch (error) {
      return fail(error)
    }
  }

  /** Undefined when it is not there or can't be read. */
  async function get(id: string) {
    try {
      return await (await storages()).conversations.get(id)
    } catch (error) {
      fail(error)
      return undefined
    }
  }

  async function rename(id: string, name: string): Promise<void> {
    try {
      const result = await (await storages()).conversations.rename(id, name)
      trouble.value = result.kind === 'ok' ? undefined : result
    } catch (error) {
      fail(error)
    }
    if (following) await refresh()
  }

  /** Deletes a conversation with its runs, and holds it for `undo` until the next one is deleted. */
  async function remove(id: string): Promise<void> {
    try {
      removed.value = await (await storages()).conversations.remove(id)
    } catch (error) {
      fail(error)
    }
    await refresh()
  }

  async function undo(): Promise<void> {
    const back = removed.value
    removed.value = undefined
    if (!back) return
    const { conversation, runs } = back
    await save(conversation, { changed: [], removed: [] })
    const { runs: storage } = await storages()
    for (const run of runs) await storage.put(run)
    await refresh()
  }

  /** Deletes all of them for good. */
  async function clear(): Promise<void> {
    await (await storages()).conversations.clear()
    removed.value = undefined
    trouble.value = undefined
    await refresh()
  }

  return {
    conversations,
    damaged,
    removed,
    trouble,
    search,
    refresh,
    leave,
    save,
    get,
    rename,
    remove,
    undo,
    clear,
  }
}

export const useConversationStore = defineStore('conversations', () =>
  createConversations(useStorages().open),
)
