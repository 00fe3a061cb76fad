import type { Conversation, ConversationSummary } from '@/core/conversation'
import type { RunSummary, StoredDraft, StoredRun } from '@/core/history'

/** Where a page of the list ended: pass it to get the runs before it. */
export type RunCursor = Pick<RunSummary, 'startedAt' | 'id'>

export interface RunFilter {
  /** Words that must all be found in the title, model, task or connection. */
  readonly query?: string
  /** A task's id. */
  readonly task?: string
  /** A task's title in the person's language, so that the search finds it too. */
  readonly taskTitle?: (id: string) => string
  /** Only the turns of this conversation. Else runs that are turns of a kept conversation are left out. */
  readonly conversation?: string
}

export interface ListOptions extends RunFilter {
  readonly before?: RunCursor
  /** Most runs to give; 50 unless told. */
  readonly limit?: number
}

export interface RunPage {
  /** Newest first. */
  readonly runs: readonly RunSummary[]
  /** There is more behind the last one. */
  readonly more: boolean
  /** Records that could not be read, and were skipped. */
  readonly damaged: number
}

/** `quota`: no room, also after the oldest were dropped. `failed`: the database refused for another reason. */
export type PutResult =
  | { readonly kind: 'ok'; readonly evicted: number }
  | { readonly kind: 'quota' }
  | { readonly kind: 'failed'; readonly detail: string }

export interface Usage {
  readonly runs: number
  /** Estimated. */
  readonly bytes: number
  /** The bound in bytes: ours, or what the browser grants when that is less. */
  readonly limitBytes: number
}

/** Keeps runs, on disk or in memory. */
export interface RunStorage {
  /** Adds a run, or replaces the outcome of the one with its id. Drops the oldest where room is short. */
  readonly put: (run: StoredRun) => Promise<PutResult>
  readonly list: (options?: ListOptions) => Promise<RunPage>
  /** Undefined when it is not there or can't be read. */
  readonly get: (id: string) => Promise<StoredRun | undefined>
  /** Gives the run back, so that an undo can put it again; undefined when it could not be read. */
  readonly remove: (id: string) => Promise<StoredRun | undefined>
  readonly clear: () => Promise<void>
  readonly usage: () => Promise<Usage>
  /** Drops the oldest runs that together take so many bytes, for something else to be kept. Gives how many were dropped. */
  readonly makeRoom: (bytes: number) => Promise<number>
}

/** What of a conversation is new since it was last written. */
export interface ConversationChange {
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** The ids of all messages that are kept now, also those that another tab has added. */
export type ConversationPut = PutResult & { readonly order?: readonly string[] }

export interface ConversationPage {
  /** The latest first. */
  readonly conversations: readonly ConversationSummary[]
  /** Records that could not be read, and were skipped. */
  readonly damaged: number
}

/** A conversation that was taken out, with its runs, so that both can be put back. */
export interface RemovedConversation {
  readonly conversation: Conversation
  readonly runs: readonly StoredRun[]
}

/** Keeps conversations, on disk or in memory. */
export interface ConversationStorage {
  /** Writes what is new. A message that another tab has added stays; a name that the person gave stays. */
  readonly put: (conversation: Conversation, change: ConversationChange) => Promise<ConversationPut>
  /** Undefined when it is not there or can't be read; `damaged` counts messages that were skipped. */
  readonly get: (
    id: string,
  ) => Promise<{ readonly conversation: Conversation; readonly damaged: number } | undefined>
  /** Those whose name, model or messages hold all words of the query. */
  readonly list: (query?: string) => Promise<ConversationPage>
  readonly rename: (id: string, name: string) => Promise<PutResult>
  /** Takes it out with its runs. Undefined when it could not be read; it is gone all the same. */
  readonly remove: (id: string) => Promise<RemovedConversation | undefined>
  readonly clear: () => Promise<void>
}

/** Keeps drafts, on disk or in memory. */
export interface DraftStorage {
  /** The tab's own draft of the task, else the latest of any tab. */
  readonly load: (tab: string, task: string) => Promise<StoredDraft | undefined>
  /** Keeps the newest few of each task. False when there was no room. */
  readonly save: (draft: StoredDraft) => Promise<boolean>
  readonly remove: (tab: string, task: string) => Promise<void>
}

export const PAGE_SIZE = 50
export const DRAFTS_PER_TASK = 3

/** True when the run has the filter's task and all words of its query. */
export function matchesFilter(run: RunSummary, filter: RunFilter): boolean {
  if (filter.conversation !== undefined && run.conversation !== filter.conversation) return false
  if (filter.task && run.task !== filter.task) return false
  const words = (filter.query ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const { title, model, task, connection } = run
  const names = [title, model, task, filter.taskTitle?.(task) ?? '', connection.label]
  const text = names.join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}

/** True when the run stands behind the cursor, newest first; ties are ordered by id. */
export function isBehind(run: RunCursor, cursor: RunCursor | undefined): boolean {
  if (!cursor) return true
  if (run.startedAt !== cursor.startedAt) return run.startedAt < cursor.startedAt
  return run.id < cursor.id
}
