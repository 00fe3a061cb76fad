import type { StoredDraft, StoredRun } from '@/core/history'
import { limits } from '@/core/limits'
import { planEviction } from './eviction'
import { isBehind, matchesFilter, PAGE_SIZE, type DraftStorage, type RunStorage } from './types'

/** Keeps runs for as long as the page lives, where there is no database. */
export function createMemoryRunStorage(limitBytes: number = limits.historyBytes): RunStorage {
  const kept = new Map<string, StoredRun>()
  const summaries = () => [...kept.values()].map((run) => run.summary)
  const total = () => summaries().reduce((sum, run) => sum + run.bytes, 0)
  return {
    async put(run) {
      const evict = planEviction(summaries(), run.summary, limitBytes)
      if (!evict) return { kind: 'quota' }
      for (const id of evict) kept.delete(id)
      kept.set(run.summary.id, run)
      return { kind: 'ok', evicted: evict.length }
    },
    async list(options = {}) {
      const limit = options.limit ?? PAGE_SIZE
      const all = summaries()
        .filter((run) => isBehind(run, options.before) && matchesFilter(run, options))
        .filter((run) => options.conversation !== undefined || run.conversation === undefined)
        .sort((a, b) => (isBehind(a, b) ? 1 : -1))
      return { runs: all.slice(0, limit), more: all.length > limit, damaged: 0 }
    },
    get: async (id) => kept.get(id),
    async remove(id) {
      const run = kept.get(id)
      kept.delete(id)
      return run
    },
    clear: async () => kept.clear(),
    usage: async () => ({ runs: kept.size, bytes: total(), limitBytes }),
    makeRoom: async () => 0,
  }
}

/** Drafts of this page's life. */
export function createMemoryDraftStorage(): DraftStorage {
  const kept = new Map<string, StoredDraft>()
  return {
    load: async (_tab, task) => kept.get(task),
    save: async (draft) => {
      kept.set(draft.task, draft)
      return true
    },
    remove: async (_tab, task) => void kept.delete(task),
  }
}
