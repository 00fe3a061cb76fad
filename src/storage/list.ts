import type { RunSummary } from '@/core/history'
import { isRunSummary } from './guards'
import type { TaskscopeDatabase } from './schema'
import { isBehind, matchesFilter, PAGE_SIZE, type ListOptions, type RunPage } from './types'

/** A page of summaries, newest first. Reads no payloads, and no more summaries than the page needs. */
export async function listRuns(db: TaskscopeDatabase, options: ListOptions): Promise<RunPage> {
  const limit = options.limit ?? PAGE_SIZE
  const runs: RunSummary[] = []
  let damaged = 0
  const hidden = new Set(
    options.conversation === undefined ? await db.getAllKeys('conversations') : [],
  )
  const isHidden = ({ conversation }: RunSummary) =>
    conversation !== undefined && hidden.has(conversation)
  for await (const record of newestFirst(db, options)) {
    if (!isRunSummary(record)) damaged++
    else if (isHidden(record)) continue
    else if (isBehind(record, options.before) && matchesFilter(record, options)) {
      if (runs.length === limit) return { runs, more: true, damaged }
      runs.push(record)
    }
  }
  // A record without a proper time is in no index.
  if (!options.before && !options.task && !options.conversation) damaged += await countUnindexed(db)
  return { runs, more: false, damaged }
}

/** Every record at or behind `before`, as it is stored: not checked yet. */
async function* newestFirst(db: TaskscopeDatabase, options: ListOptions): AsyncGenerator<unknown> {
  const { task, before } = options
  const runs = db.transaction('runs').store
  if (task) {
    const range = IDBKeyRange.bound([task], [task, before?.startedAt ?? []])
    let cursor = await runs.index('task').openCursor(range, 'prev')
    for (; cursor; cursor = await cursor.continue()) yield cursor.value
  } else {
    const range = before ? IDBKeyRange.upperBound(before.startedAt) : null
    let cursor = await runs.index('startedAt').openCursor(range, 'prev')
    for (; cursor; cursor = await cursor.continue()) yield cursor.value
  }
}

async function countUnindexed(db: TaskscopeDatabase): Promise<number> {
  const runs = db.transaction('runs').store
  const [all, indexed] = await Promise.all([runs.count(), runs.index('startedAt').count()])
  return all - indexed
}
