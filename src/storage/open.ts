import { openDB } from 'idb'
import {
  DATABASE_NAME,
  DATABASE_VERSION,
  migrations,
  planMigrations,
  type TaskscopeDatabase,
  type TaskscopeSchema,
} from './schema'

export type OpenResult =
  | { readonly kind: 'ok'; readonly db: TaskscopeDatabase }
  /** The stored database is of a newer version of the app. It is left untouched. */
  | { readonly kind: 'newer' }
  /** Another tab holds an older version open and does not let go. */
  | { readonly kind: 'blocked' }
  /** No IndexedDB here: private mode, blocked site data, a broken profile. */
  | { readonly kind: 'unavailable'; readonly detail: string }

/** Why an open database closed by itself: a newer version wants in, or the browser took it away. */
export type CloseReason = 'newer' | 'lost'

/** Milliseconds that other tabs get to close an older version. */
const BLOCKED_WAIT_MS = 3000

/** Opens the database, and migrates an older one. Never rejects. */
export async function openDatabase(
  onClosed: (reason: CloseReason) => void = () => undefined,
): Promise<OpenResult> {
  const refusal = indexedDbRefusal()
  if (refusal) return refusal
  let current: TaskscopeDatabase | undefined
  const close = (reason: CloseReason) => {
    current?.close()
    onClosed(reason)
  }
  let giveUp = () => {}
  const blocked = new Promise<void>((resolve) => (giveUp = resolve))
  try {
    // Where site data is blocked, the call itself throws.
    const opening = openDB<TaskscopeSchema>(DATABASE_NAME, DATABASE_VERSION, {
      upgrade(db, from, _to, transaction) {
        for (const migrate of planMigrations(migrations, from)) migrate(db, transaction)
      },
      blocked: () => setTimeout(giveUp, BLOCKED_WAIT_MS),
      blocking: (_from, to) => close(to === null ? 'lost' : 'newer'),
      terminated: () => close('lost'),
    })
    const db = await Promise.race([opening, blocked])
    if (!db) {
      void opening.then((late) => late.close()).catch(() => undefined)
      return { kind: 'blocked' }
    }
    current = db
    return { kind: 'ok', db }
  } catch (error) {
    return openFailure(error)
  }
}

/** Where site data is blocked, the mere look at `indexedDB` may throw. */
function indexedDbRefusal(): OpenResult | undefined {
  try {
    return typeof indexedDB === 'undefined'
      ? { kind: 'unavailable', detail: 'no IndexedDB' }
      : undefined
  } catch (error) {
    return openFailure(error)
  }
}

/** What an error of `indexedDB.open` means. */
export function openFailure(error: unknown): OpenResult {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'VersionError') return { kind: 'newer' }
  return { kind: 'unavailable', detail: error instanceof Error ? error.message : String(error) }
}
