import type { StoredRun } from '@/core/history'
import { limits } from '@/core/limits'
import type { Changes } from './changes'
import { planEviction, planFreeing, type Sized } from './eviction'
import { isConversationRecord, isOutcome, isPayload, isRunSummary } from './guards'
import { listRuns } from './list'
import type { TaskscopeDatabase } from './schema'
import type { PutResult, RunStorage, Usage } from './types'

/** How often room is made when the browser has none left: once for the run's own size, once for four times that. */
const FREEING_ATTEMPTS = 2

const stores = ['runs', 'payloads', 'outcomes'] as const

/** Runs in IndexedDB. Writes happen one after another, in the order of the calls. */
export function createRunStorage(
  db: TaskscopeDatabase,
  changes: Changes,
  limitBytes: number = limits.historyBytes,
): RunStorage {
  const sizes = createSizes(db)
  changes.listen(sizes.forget)
  const inOrder = createQueue()
  /** Dropping runs made no room: the disk is full of other things, and dropping more would only cost more runs. */
  let freeingIsVain = false

  /** Deletes runs that are known to the sizes. */
  async function drop(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const tx = db.transaction(stores, 'readwrite')
    for (const id of ids) for (const name of stores) void tx.objectStore(name).delete(id)
    await tx.done
    sizes.drop(ids)
  }

  async function put(run: StoredRun): Promise<PutResult> {
    const room = limitBytes - (await conversationBytes(db))
    const evict = planEviction(await sizes.all(), run.summary, room)
    if (!evict) return { kind: 'quota' }
    await drop(evict)
    let evicted = evict.length
    for (let attempt = 0; ; attempt++) {
      try {
        await write(db, run)
        sizes.set(run.summary)
        freeingIsVain = false
        return { kind: 'ok', evicted }
      } catch (error) {
        if (!isQuotaError(error)) throw error
        const others = (await sizes.all()).filter((other) => other.id !== run.summary.id)
        const freeing = planFreeing(others, run.summary.bytes * 4 ** attempt)
        freeingIsVain ||= attempt === FREEING_ATTEMPTS || freeing.length === 0
        if (freeingIsVain) return { kind: 'quota' }
        await drop(freeing)
        evicted += freeing.length
      }
    }
  }

  return {
    put: (run) =>
      inOrder(async () => {
        try {
          return await put(run)
        } catch (error) {
          return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
        } finally {
          changes.announce()
        }
      }),
    list: (options = {}) => listRuns(db, options),
    get: (id) => read(db, id),
    remove: (id) =>
      inOrder(async () => {
        const run = await read(db, id)
        await drop([id])
        changes.announce()
        return run
      }),
    clear: () =>
      inOrder(async () => {
        const tx = db.transaction(stores, 'readwrite')
        for (const name of stores) void tx.objectStore(name).clear()
        await tx.done
        sizes.forget()
        changes.announce()
      }),
    usage: async () => usageOf(db, await sizes.all(), limitBytes),
    makeRoom: (bytes) =>
      inOrder(async () => {
        const freeing = planFreeing(await sizes.all(), bytes)
        await drop(freeing)
        return freeing.length
      }),
  }
}

/** One transaction: all of the run or nothing. The payload of a run never changes, so it is written once. */
async function write(db: TaskscopeDatabase, run: StoredRun): Promise<void> {
  const { summary, draft, request, outcome } = run
  const tx = db.transaction(stores, 'readwrite')
  // Awaited, not thrown from the middle: a failed request also aborts the transaction, which `done` reports.
  const done = tx.done
  done.catch(() => undefined)
  try {
    const payloads = tx.objectStore('payloads')
    if ((await payloads.getKey(summary.id)) === undefined) {
      void payloads.put({ draft, request }, summary.id).catch(() => undefined)
    }
    void tx
      .objectStore('outcomes')
      .put(outcome, summary.id)
      .catch(() => undefined)
    void tx
      .objectStore('runs')
      .put(summary)
      .catch(() => undefined)
  } catch (error) {
    tx.abort()
    throw error
  }
  await done
}

async function read(db: TaskscopeDatabase, id: string): Promise<StoredRun | undefined> {
  const tx = db.transaction(stores)
  const [summary, payload, outcome] = await Promise.all([
    tx.objectStore('runs').get(id),
    tx.objectStore('payloads').get(id),
    tx.objectStore('outcomes').get(id),
  ])
  if (!isRunSummary(summary) || !isPayload(payload) || !isOutcome(outcome)) return undefined
  return { summary, draft: payload.draft, request: payload.request, outcome }
}

/** Sizes of all runs, read once and kept up to date, so that a checkpoint need not read the whole list. */
function createSizes(db: TaskscopeDatabase) {
  let known: Promise<Map<string, Sized>> | undefined
  const load = async () => {
    const records: readonly unknown[] = await db.getAll('runs')
    const keys = await db.getAllKeys('runs')
    return new Map(
      keys.map((id, index) => {
        const record = records[index]
        const { startedAt, bytes } = isRunSummary(record) ? record : { startedAt: 0, bytes: 0 }
        return [id, { id, startedAt, bytes }]
      }),
    )
  }
  return {
    all: async () => [...(await (known ??= load())).values()],
    set: (run: Sized) => void known?.then((map) => map.set(run.id, run)),
    drop: (ids: readonly string[]) =>
      void known?.then((map) => ids.forEach((id) => map.delete(id))),
    forget: () => (known = undefined),
  }
}

async function usageOf(
  db: TaskscopeDatabase,
  runs: readonly Sized[],
  limitBytes: number,
): Promise<Usage> {
  const quota = await navigator.storage
    ?.estimate()
    .then((estimate) => estimate.quota)
    .catch(() => undefined)
  return {
    runs: runs.length,
    bytes: runs.reduce((sum, run) => sum + run.bytes, 0) + (await conversationBytes(db)),
    limitBytes: Math.min(limitBytes, quota ?? limitBytes),
  }
}

/** Conversations take of the same room, but are never dropped for it. */
async function conversationBytes(db: TaskscopeDatabase): Promise<number> {
  const records: readonly unknown[] = await db.getAll('conversations')
  return records.filter(isConversationRecord).reduce((sum, { bytes }) => sum + bytes, 0)
}

export function isQuotaError(error: unknown): boolean {
  return error instanceof Error || error instanceof DOMException
    ? error.name === 'QuotaExceededError'
    : false
}

/** Runs one job at a time. A job that fails does not hold up the next. */
export function createQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const result = last.then(job, job)
    last = result.catch(() => undefined)
    return result
  }
}
