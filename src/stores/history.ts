import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { RunSummary, StoredRun } from '@/core/history'
import type { ActiveRun } from '@/core/run'
import type { Draft } from '@/core/task'
import type { MemoryReason, PutResult, RunFilter, Usage } from '@/storage'
import { createCheckpoints } from './checkpoints'
import { useStorages, type createStorages } from './storages'

export type { RunSummary, StoredRun } from '@/core/history'
export type { RunFilter, Usage } from '@/storage'

export type HistoryStatus =
  | { readonly kind: 'ok' }
  /** Kept for this page's life only. */
  | { readonly kind: 'memory'; readonly reason: MemoryReason }
  /** The last run found no room. */
  | { readonly kind: 'quota' }
  /** The last run could not be kept. */
  | { readonly kind: 'failed'; readonly detail: string }

type StoragesHandle = Pick<ReturnType<typeof createStorages>, 'open' | 'module'> & {
  readonly memory: () => MemoryReason | undefined
}

/** The runs that were made. Opens the storage at its first use, never before. */
export function createHistory(storages: StoragesHandle) {
  const runs = shallowRef<readonly RunSummary[]>([])
  const more = shallowRef(false)
  const loading = shallowRef(false)
  /** The list was read at least once. */
  const ready = shallowRef(false)
  /** Records that could not be read, and were skipped. */
  const damaged = shallowRef(0)
  const usage = shallowRef<Usage>()
  /** What `undo` would put back. */
  const removed = shallowRef<StoredRun>()
  const trouble = shallowRef<Exclude<PutResult, { kind: 'ok' }>>()
  const status = computed<HistoryStatus>(() => {
    const reason = storages.memory()
    return trouble.value ?? (reason ? { kind: 'memory', reason } : { kind: 'ok' })
  })

  let filter: RunFilter = {}
  let latest = 0
  let hears: unknown
  /** The list is on the screen, or about to be: it follows what happens to the runs. */
  let following = false
  const checkpoints = createCheckpoints(put)

  async function open() {
    const opened = await storages.open()
    if (hears !== opened) {
      hears = opened
      opened.changes.listen(() => void (following && refresh()))
    }
    return opened.runs
  }

  /** Lists the runs that pass the filter, newest first. The latest call wins. */
  async function search(next: RunFilter): Promise<void> {
    filter = next
    following = true
    await read(undefined)
  }

  /** Reads the list again, as far as it was open. */
  async function refresh(): Promise<void> {
    await read(undefined, Math.max(runs.value.length, 1))
  }

  async function loadMore(): Promise<void> {
    const before = runs.value.at(-1)
    if (before && more.value) await read(before)
  }

  async function read(before: RunSummary | undefined, atLeast = 0): Promise<void> {
    const call = ++latest
    loading.value = true
    try {
      const storage = await open()
      const options = { ...filter, ...(before ? { before } : {}) }
      const page = await storage.list(atLeast > 50 ? { ...options, limit: atLeast } : options)
      const used = await storage.usage()
      if (call !== latest) return
      runs.value = before ? [...runs.value, ...page.runs] : page.runs
      damaged.value = before ? damaged.value + page.damaged : page.damaged
      more.value = page.more
      usage.value = used
      ready.value = true
    } catch (error) {
      if (call === latest) fail(error)
    } finally {
      if (call === latest) loading.value = false
    }
  }

  /** Never rejects: what went wrong is in `status`. */
  async function put(run: ActiveRun<unknown>, draft: Draft<unknown>, title: string) {
    try {
      const { storedRun } = await storages.module()
      await keep(storedRun(run, draft, title))
    } catch (error) {
      fail(error)
    }
  }

  async function keep(run: StoredRun): Promise<void> {
    const result = await (await open()).put(run)
    trouble.value = result.kind === 'ok' ? undefined : result
    if (following) await refresh()
  }

  function fail(error: unknown): void {
    trouble.value = {
      kind: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    }
  }

  /** The list is not on the screen any more: stop following changes, and let go of what it held. */
  function leave(): void {
    latest++
    following = false
    ready.value = false
    loading.value = false
    runs.value = []
    removed.value = undefined
  }

  /** Undefined when it is not there or can't be read. */
  async function get(id: string): Promise<StoredRun | undefined> {
    try {
      return await (await open()).get(id)
    } catch (error) {
      fail(error)
      return undefined
    }
  }

  /** Deletes a run, and holds it for `undo` until the next one is deleted. */
  async function remove(id: string): Promise<void> {
    await attempt(async () => {
      removed.value = await (await open()).remove(id)
      trouble.value = undefined
      await refresh()
    })
  }

  /** What can't be put back now is held on to. */
  async function undo(): Promise<void> {
    const run = removed.value
    if (!run) return
    await attempt(async () => {
      await keep(run)
      if (!trouble.value) removed.value = undefined
    })
  }

  /** Never rejects: what went wrong is in `status`. */
  async function attempt(job: () => Promise<void>): Promise<void> {
    try {
      await job()
    } catch (error) {
      fail(error)
    }
  }

  /** Deletes all runs for good. */
  async function clear(): Promise<void> {
    await attempt(async () => {
      await (await open()).clear()
      removed.value = undefined
      trouble.value = undefined
      await (following ? read(undefined) : refreshUsage())
    })
  }

  async function refreshUsage(): Promise<void> {
    usage.value = await (await open()).usage()
  }

  /** All runs and conversations as a JSON file, files as base64. */
  async function exportAll(): Promise<Blob> {
    const { exportRuns } = await storages.module()
    const { runs: kept, conversations } = await storages.open()
    return exportRuns(kept, conversations)
  }

  return {
    runs,
    more,
    loading,
    ready,
    damaged,
    usage,
    removed,
    status,
    search,
    refresh,
    loadMore,
    save: checkpoints.save,
    checkpoint: checkpoints.checkpoint,
    get,
    remove,
    undo,
    clear,
    refreshUsage,
    exportAll,
    leave,
  }
}

export const useHistoryStore = defineStore('history', () => {
  const storages = useStorages()
  return createHistory({
    open: storages.open,
    module: storages.module,
    memory: () => storages.memory,
  })
})
