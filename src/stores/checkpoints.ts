import type { ActiveRun } from '@/core/run'
import type { Draft } from '@/core/task'

type Put = (run: ActiveRun<unknown>, draft: Draft<unknown>, title: string) => Promise<void>
type Arguments = Parameters<Put>

/** Milliseconds between two checkpoints of a stream: what a crash may cost. */
const INTERVAL_MS = 2000

/**
 * Keeps runs while they go on, seldom enough that a stream does not notice, and once more when they end. Writes of one
 * run never overtake each other.
 */
export function createCheckpoints(put: Put, page: Document | undefined = globalThis.document) {
  let pending: Arguments | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()
  let listens = false

  const inOrder = (job: () => Promise<void>): Promise<void> => (last = last.then(job, job))

  function flush(): void {
    const run = pending
    pending = undefined
    if (run) inOrder(() => put(...run)).catch(() => undefined)
  }

  function listen(): void {
    if (listens) return
    listens = true
    page?.addEventListener('visibilitychange', () => {
      if (page.visibilityState === 'hidden') flush()
    })
  }

  /** Keeps what came so far: at once the first time, then at most every two seconds. */
  function checkpoint(...run: Arguments): void {
    listen()
    pending = run
    if (timer !== undefined) return
    flush()
    timer = setTimeout(() => {
      timer = undefined
      if (pending) checkpoint(...pending)
    }, INTERVAL_MS)
  }

  /** Keeps the run as it ended. */
  function save(...run: Arguments): Promise<void> {
    if (pending?.[0].id === run[0].id) pending = undefined
    return inOrder(() => put(...run))
  }

  return { checkpoint, save }
}
