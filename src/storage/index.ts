import { createMemoryConversationStorage } from './conversation-memory'
import { createConversationStorage } from './conversation-storage'
import { createChanges, type Changes } from './changes'
import { createDraftStorage } from './draft-storage'
import { createMemoryDraftStorage, createMemoryRunStorage } from './memory'
import { openDatabase, type CloseReason, type OpenResult } from './open'
import { createRunStorage } from './run-storage'
import type { ConversationStorage, DraftStorage, RunStorage } from './types'

export { exportRuns } from './export'
export { measureBytes, storedRun } from './record'
export type * from './types'
export type { Changes } from './changes'
export type { CloseReason } from './open'

/** Why runs and drafts are kept in memory only. */
export type MemoryReason = Exclude<OpenResult['kind'], 'ok'>

export interface Storages {
  readonly runs: RunStorage
  readonly drafts: DraftStorage
  readonly conversations: ConversationStorage
  readonly changes: Changes
  /** Undefined while things are kept on disk. */
  readonly memory: MemoryReason | undefined
}

/** Opens what runs and drafts are kept in: the database, or memory where that can't be had. Never rejects. */
export async function openStorages(onClosed: (reason: CloseReason) => void): Promise<Storages> {
  const changes = createChanges()
  const opened = await openDatabase((reason) => {
    changes.close()
    onClosed(reason)
  })
  if (opened.kind !== 'ok') {
    changes.close()
    return memoryStorages(opened.kind)
  }
  const { db } = opened
  const runs = createRunStorage(db, changes)
  return {
    runs,
    conversations: createConversationStorage(db, runs, changes),
    drafts: createDraftStorage(db),
    changes,
    memory: undefined,
  }
}

/** The same, in memory. */
export function memoryStorages(reason: MemoryReason): Storages {
  const runs = createMemoryRunStorage()
  return {
    runs,
    conversations: createMemoryConversationStorage(runs),
    drafts: createMemoryDraftStorage(),
    changes: { announce: () => undefined, listen: () => undefined, close: () => undefined },
    memory: reason,
  }
}
