import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { ChatMessage } from '@/core/chat'
import type { ConversationSettings, ConversationSummary } from '@/core/conversation'
import type { RunOutcome, RunSummary, StoredDraft, StoredRun } from '@/core/history'

export const DATABASE_NAME = 'taskscope'

/** What a run sent. Written once: it never changes while the run goes on. */
export type StoredPayload = Pick<StoredRun, 'draft' | 'request'>

/** A conversation without its messages. */
export interface ConversationRecord extends ConversationSummary {
  readonly settings: ConversationSettings
  /** The end of the branch that is shown. */
  readonly leaf: string
  /** The messages' ids in the order in which they were said. */
  readonly order: readonly string[]
}

export interface TaskscopeSchema extends DBSchema {
  /** Summaries, keyed by run id. */
  runs: {
    key: string
    value: RunSummary
    indexes: {
      startedAt: number
      task: [task: string, startedAt: number]
      /** Only runs that are turns of a conversation. */
      conversation: string
    }
  }
  /** Key: run id. Holds the files, so only `get`, `remove` and the export read it. */
  payloads: { key: string; value: StoredPayload }
  /** Key: run id. Apart from the payload, so that a checkpoint of a stream does not write the files again. */
  outcomes: { key: string; value: RunOutcome }
  /** Key: `${tab}:${task}`. */
  drafts: {
    key: string
    value: StoredDraft
    indexes: { task: [task: string, savedAt: number] }
  }
  /** Keyed by the conversation's id. */
  conversations: { key: string; value: ConversationRecord; indexes: { updatedAt: number } }
  /** One record a message, so that a turn writes no more than itself, and two tabs do not overwrite each other. */
  messages: { key: [conversation: string, message: string]; value: ChatMessage }
}

export type TaskscopeDatabase = IDBPDatabase<TaskscopeSchema>

type UpgradeTransaction = IDBPTransaction<
  TaskscopeSchema,
  StoreNames<TaskscopeSchema>[],
  'versionchange'
>

/** Takes the database from one version to the next. */
export type Migration = (db: TaskscopeDatabase, transaction: UpgradeTransaction) => void

/** The migration at index n takes version n to version n + 1. Never change one that was released; add another. */
export const migrations: readonly Migration[] = [
  (db) => {
    const runs = db.createObjectStore('runs', { keyPath: 'id' })
    runs.createIndex('startedAt', 'startedAt')
    runs.createIndex('task', ['task', 'startedAt'])
    db.createObjectStore('payloads')
    db.createObjectStore('outcomes')
    db.createObjectStore('drafts').createIndex('task', ['task', 'savedAt'])
  },
  (db, transaction) => {
    transaction.objectStore('runs').createIndex('conversation', 'conversation')
    db.createObjectStore('conversations', { keyPath: 'id' }).createIndex('updatedAt', 'updatedAt')
    db.createObjectStore('messages')
  },
]

export const DATABASE_VERSION = migrations.length

/** The steps that a database of version `from` (0: none yet) still needs, in order. */
export function planMigrations<Step>(steps: readonly Step[], from: number): readonly Step[] {
  return steps.slice(Math.max(0, from))
}
