import { isStoredDraft } from './draft-guards'
import type { TaskscopeDatabase } from './schema'
import { DRAFTS_PER_TASK, type DraftStorage } from './types'

const keyOf = (tab: string, task: string) => `${tab}:${task}`

/** Drafts in IndexedDB. */
export function createDraftStorage(db: TaskscopeDatabase): DraftStorage {
  return {
    async load(tab, task) {
      const own: unknown = await db.get('drafts', keyOf(tab, task))
      if (isStoredDraft(own)) return own
      const all: readonly unknown[] = await db.getAllFromIndex('drafts', 'task', ofTask(task))
      return all.filter(isStoredDraft).at(-1)
    },
    async save(draft) {
      try {
        await db.put('drafts', draft, keyOf(draft.tab, draft.task))
        await prune(db, draft.task)
        return true
      } catch {
        return false
      }
    },
    remove: (tab, task) => db.delete('drafts', keyOf(tab, task)),
  }
}

/** Keys of one task in the index, oldest first. */
const ofTask = (task: string) => IDBKeyRange.bound([task], [task, []])

async function prune(db: TaskscopeDatabase, task: string): Promise<void> {
  const tx = db.transaction('drafts', 'readwrite')
  const keys = await tx.store.index('task').getAllKeys(ofTask(task))
  for (const key of keys.slice(0, -DRAFTS_PER_TASK)) void tx.store.delete(key)
  await tx.done
}
