import type { ChatMessage } from '@/core/chat'
import { parentOf } from '@/core/chat-tree'
import {
  isChatMessage,
  matchesWords,
  wordsOf,
  type Conversation,
  type ConversationSummary,
} from '@/core/conversation'
import type { StoredRun } from '@/core/history'
import type { Changes } from './changes'
import { isConversationRecord } from './guards'
import { createQueue, isQuotaError } from './run-storage'
import type { ConversationRecord, TaskscopeDatabase } from './schema'
import type {
  ConversationChange,
  ConversationPut,
  ConversationStorage,
  PutResult,
  RunStorage,
} from './types'

/** What a conversation that finds no room asks to be freed of runs: its own size, and more. */
const FREEING = 2

const stores = ['conversations', 'messages'] as const

/** All keys of a conversation's messages. */
const messagesOf = (id: string) => IDBKeyRange.bound([id], [id, []])

/** Conversations in IndexedDB. Writes happen one after another, in the order of the calls. */
export function createConversationStorage(
  db: TaskscopeDatabase,
  runs: RunStorage,
  changes: Changes,
): ConversationStorage {
  const inOrder = createQueue()

  async function put(
    conversation: Conversation,
    change: ConversationChange,
  ): Promise<ConversationPut> {
    for (let attempt = 0; ; attempt++) {
      try {
        return { kind: 'ok', evicted: 0, order: await write(db, conversation, change) }
      } catch (error) {
        if (!isQuotaError(error)) throw error
        const freed = attempt === 0 ? await runs.makeRoom(conversation.summary.bytes * FREEING) : 0
        if (freed === 0) return { kind: 'quota' }
      }
    }
  }

  const attempt = <T extends PutResult>(job: () => Promise<T>) =>
    inOrder(async (): Promise<T | PutResult> => {
      try {
        return await job()
      } catch (error) {
        return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
      } finally {
        changes.announce()
      }
    })

  return {
    put: (conversation, change) => attempt(() => put(conversation, change)),
    get: (id) => read(db, id),
    list: (query = '') => list(db, wordsOf(query)),
    rename: (id, name) =>
      attempt(async (): Promise<PutResult> => {
        const tx = db.transaction('conversations', 'readwrite')
        const record: unknown = await tx.store.get(id)
        if (isConversationRecord(record)) await tx.store.put({ ...record, name, named: true })
        await tx.done
        return { kind: 'ok', evicted: 0 }
      }),
    remove: (id) =>
      inOrder(async () => {
        const found = await read(db, id)
        const turns = await db.getAllKeysFromIndex('runs', 'conversation', id)
        const taken = await Promise.all(turns.map((run) => runs.remove(run)))
        const tx = db.transaction(stores, 'readwrite')
        void tx.objectStore('conversations').delete(id)
        void tx.objectStore('messages').delete(messagesOf(id))
        await tx.done
        changes.announce()
        const kept = taken.filter((run): run is StoredRun => run !== undefined)
        return found && { conversation: found.conversation, runs: kept }
      }),
    clear: () =>
      inOrder(async () => {
        const tx = db.transaction(stores, 'readwrite')
        for (const name of stores) void tx.objectStore(name).clear()
        await tx.done
        changes.announce()
      }),
  }
}

/** One transaction: all that is new, or nothing. Gives the ids of all messages that are kept then. */
async function write(
  db: TaskscopeDatabase,
  conversation: Conversation,
  change: ConversationChange,
): Promise<readonly string[]> {
  const { summary } = conversation
  const tx = db.transaction(stores, 'readwrite')
  // Awaited, not thrown from the middle: a failed request also aborts the transaction, which `done` reports.
  const done = tx.done
  done.catch(() => undefined)
  const messages = tx.objectStore('messages')
  const record: unknown = await tx.objectStore('conversations').get(summary.id)
  const keys = await messages.getAllKeys(messagesOf(summary.id))
  const kept = isConversationRecord(record) ? record : undefined
  const stored = new Set(keys.map(([, id]) => id))
  const plan = planWrite(conversation, change, kept ? stored : new Set())
  for (const id of change.removed) {
    stored.delete(id)
    void messages.delete([summary.id, id]).catch(() => undefined)
  }
  for (const message of plan) {
    stored.add(message.id)
    void messages.put(message, [summary.id, message.id]).catch(() => undefined)
  }
  const order = inOneOrder(conversation, kept?.order ?? [], stored)
  void tx
    .objectStore('conversations')
    .put(recordOf(conversation, kept, order))
    .catch(() => undefined)
  await done
  return order
}

/** What is to be written: what is new, and of what another tab has taken out all that it stands on. */
export function planWrite(
  conversation: Conversation,
  { changed }: ConversationChange,
  stored: ReadonlySet<string>,
): readonly ChatMessage[] {
  if (stored.size === 0) return conversation.messages
  const wanted = new Set(changed)
  for (const id of wanted) {
    const parent = parentOf(conversation, id)
    if (parent !== '' && !stored.has(parent)) wanted.add(parent)
  }
  return conversation.messages.filter(({ id }) => wanted.has(id))
}

/** The order of this tab, with what another has added behind it. */
function inOneOrder(
  { messages }: Conversation,
  before: readonly string[],
  stored: ReadonlySet<string>,
): readonly string[] {
  const own = messages.map(({ id }) => id)
  return [...new Set([...own, ...before, ...stored])].filter((id) => stored.has(id))
}

function recordOf(
  { summary, settings, leaf }: Conversation,
  kept: ConversationRecord | undefined,
  order: readonly string[],
): ConversationRecord {
  const name = kept?.named ? { name: kept.name, named: true } : {}
  const startedAt = Math.min(summary.startedAt, kept?.startedAt ?? Infinity)
  return { ...summary, ...name, startedAt, settings, leaf, order, messages: order.length }
}

async function read(db: TaskscopeDatabase, id: string) {
  const tx = db.transaction(stores)
  const [record, values] = await Promise.all([
    tx.objectStore('conversations').get(id) as Promise<unknown>,
    tx.objectStore('messages').getAll(messagesOf(id)) as Promise<readonly unknown[]>,
  ])
  if (!isConversationRecord(record)) return undefined
  const found = new Map(values.filter(isChatMessage).map((message) => [message.id, message]))
  const { settings, leaf, order, ...summary } = record
  const ids = new Set([...order, ...found.keys()])
  const messages = [...ids].flatMap((each) => found.get(each) ?? [])
  return {
    conversation: { summary, settings, leaf, messages },
    damaged: values.length - found.size,
  }
}

async function list(db: TaskscopeDatabase, words: readonly string[]) {
  const records: readonly unknown[] = await db.getAll('conversations')
  const valid = records.filter(isConversationRecord)
  const found: ConversationSummary[] = []
  for (const { settings: _settings, leaf: _leaf, order: _order, ...summary } of valid) {
    if (await matches(db, summary, words)) found.push(summary)
  }
  const conversations = found.sort((a, b) => b.updatedAt - a.updatedAt)
  return { conversations, damaged: records.length - valid.length }
}

async function matches(
  db: TaskscopeDatabase,
  { id, name, model }: ConversationSummary,
  words: readonly string[],
): Promise<boolean> {
  if (matchesWords(words, [name, model])) return true
  const messages: readonly unknown[] = await db.getAll('messages', messagesOf(id))
  const texts = messages.filter(isChatMessage).map(({ text }) => text)
  return matchesWords(words, [name, model, ...texts])
}
