import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Connection } from '@/core/connection'
import { newId } from '@/core/id'
import type { StoredDraft } from '@/core/history'
import type { Draft } from '@/core/task'
import type { Storages } from '@/storage'
import { isStoredDraft } from '@/storage/draft-guards'
import { localStore, parseFields, sessionStore, type SafeStore } from './local'
import { useStorages } from './storages'

const TAB_KEY = 'taskscope.tab'
const HINT_KEY = 'taskscope.drafts'
const LEFT_KEY = 'taskscope.left'
const DEBOUNCE_MS = 400
/** What a session store may hold is small, and shared with the whole origin. */
const LEFT_LENGTH = 1_000_000

interface Surroundings {
  readonly local: SafeStore
  readonly session: SafeStore
  readonly page: Document | undefined
}

const browser = (): Surroundings => ({
  local: localStore,
  session: sessionStore,
  page: globalThis.document,
})

/** What a person has on the pages, kept while they work so that a reload or a crash loses nothing. */
export function createDrafts(
  open: () => Promise<Storages>,
  { local, session, page }: Surroundings = browser(),
) {
  const pending = new Map<string, StoredDraft>()
  /** The last draft found no room. */
  const unsaved = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let tabId: string | undefined
  let listens = false

  /** This tab's id; the session keeps it over a reload. */
  function tab(): string {
    tabId ??= session.read(TAB_KEY)
    if (!tabId) {
      tabId = newId()
      session.write(TAB_KEY, tabId)
    }
    return tabId
  }

  /** This tab's draft of the task, else the latest of any tab. Without a draft the database is not even opened. */
  async function load(task: string): Promise<StoredDraft | undefined> {
    takeLeft()
    const waiting = pending.get(task)
    if (waiting) return waiting
    if (!(task in parseFields(local.read(HINT_KEY)))) return undefined
    return (await open()).drafts.load(tab(), task)
  }

  /** Keeps the draft a moment after the last change. Takes plain values, no reactive ones. */
  function save(task: string, draft: Draft<unknown>, connection?: Connection): void {
    const record = { task, tab: tab(), savedAt: Date.now(), draft }
    pending.set(task, connection ? { ...record, connection } : record)
    listen()
    clearTimeout(timer)
    timer = setTimeout(write, DEBOUNCE_MS)
  }

  /** Writes what waits. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    const records = [...pending.values()]
    if (records.length === 0) return
    const { drafts } = await open()
    const results = await Promise.all(
      records.map(async (record) => {
        hint(record.task)
        const kept = await drafts.save(record)
        if (kept && pending.get(record.task) === record) pending.delete(record.task)
        return kept
      }),
    )
    unsaved.value = results.includes(false)
  }

  const write = () => void flush().catch(() => (unsaved.value = true))

  /** Forgets this tab's draft of the task. */
  async function discard(task: string): Promise<void> {
    pending.delete(task)
    if (task in parseFields(local.read(HINT_KEY))) await (await open()).drafts.remove(tab(), task)
  }

  function hint(task: string): void {
    const hints = parseFields(local.read(HINT_KEY))
    if (!(task in hints)) local.write(HINT_KEY, JSON.stringify({ ...hints, [task]: true }))
  }

  /**
   * A page that goes away has no time for a database. What still waits is left in the session, for the same tab to find
   * after a reload; all but files, which no text can hold.
   */
  function leave(): void {
    const records = [...pending].filter(([, record]) => !holdsFile(record.draft.input))
    const text = JSON.stringify(Object.fromEntries(records))
    if (records.length > 0 && text.length <= LEFT_LENGTH) session.write(LEFT_KEY, text)
    write()
  }

  /** Takes what the page left behind when it went away. */
  function takeLeft(): void {
    const records = parseLeft(session.read(LEFT_KEY))
    session.remove(LEFT_KEY)
    for (const record of records) pending.set(record.task, record)
    if (records.length > 0) write()
  }

  function listen(): void {
    if (listens) return
    listens = true
    page?.addEventListener('visibilitychange', () => {
      if (page.visibilityState === 'hidden') write()
    })
    page?.defaultView?.addEventListener('pagehide', leave)
  }

  return { unsaved, load, save, flush, discard }
}

function holdsFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return value instanceof Blob || Object.values(value).some(holdsFile)
}

/** Only this code writes there, but other pages of the origin could. */
function parseLeft(text: string | undefined): readonly StoredDraft[] {
  return Object.values(parseFields(text)).filter(isStoredDraft)
}

export const useDraftStore = defineStore('drafts', () => createDrafts(useStorages().open))
