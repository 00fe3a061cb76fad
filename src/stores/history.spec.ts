import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActiveRun } from '@/core/run'
import type { Draft } from '@/core/task'
import * as storage from '@/storage'
import { createCheckpoints } from './checkpoints'
import { createDrafts } from './drafts'
import { createHistory } from './history'
import { safeStore } from './local'
import { createStorages } from './storages'

const draft: Draft<unknown> = { model: 'm', input: 'x', parameters: {}, stream: true }

const run = (
  id: string,
  startedAt: number,
  phase: 'waiting' | 'aborted' = 'aborted',
): ActiveRun<unknown> => ({
  id,
  startedAt,
  phase,
  request: {
    dialect: 'wire',
    task: 'custom',
    model: 'm',
    connection: { kind: 'sandbox' },
    credential: { kind: 'none' },
    stream: false,
    clients: {},
    method: 'POST',
    url: 'http://localhost/',
    headers: [],
    body: { kind: 'none' },
  },
})

/** The real storage of this runtime: Node has no IndexedDB, so it is the one in memory. */
function create() {
  const load = vi.fn(async () => storage)
  const storages = createStorages(load)
  const history = createHistory({
    open: storages.open,
    module: storages.module,
    memory: () => storages.memory.value,
  })
  return { load, storages, history }
}

const ids = (history: ReturnType<typeof createHistory>) => history.runs.value.map(({ id }) => id)

describe('createHistory', () => {
  it('loads nothing before its first use, and says why it keeps runs in memory', async () => {
    const { load, history } = create()
    await Promise.resolve()
    expect(load).not.toHaveBeenCalled()
    await history.search({})
    expect(load).toHaveBeenCalled()
    expect(history.status.value).toEqual({ kind: 'memory', reason: 'unavailable' })
    expect(history.ready.value).toBe(true)
  })

  it('lists by pages, searches, deletes and undoes', async () => {
    const { history } = create()
    for (let time = 1; time <= 60; time++)
      await history.save(run(`r${time}`, time), draft, `Ask ${time}`)
    await history.search({})
    expect([history.runs.value.length, history.more.value]).toEqual([50, true])
    await history.loadMore()
    expect([history.runs.value.length, history.more.value]).toEqual([60, false])
    await history.remove('r60')
    expect(ids(history)[0]).toBe('r59')
    expect(history.runs.value).toHaveLength(59)
    await history.undo()
    expect(ids(history)[0]).toBe('r60')
    expect(history.removed.value).toBeUndefined()
    await history.search({ query: 'ask 12' })
    expect(ids(history)).toEqual(['r12'])
    expect(history.usage.value?.runs).toBe(60)
    await history.clear()
    expect(ids(history)).toEqual([])
    expect(history.usage.value?.runs).toBe(0)
  })

  it('keeps a run under one id from its checkpoints to its end', async () => {
    const { history } = create()
    history.checkpoint(run('a', 1, 'waiting'), draft, 'A')
    await history.save(run('a', 1), draft, 'A')
    await history.search({})
    expect(ids(history)).toEqual(['a'])
    expect(await history.get('a')).toMatchObject({ draft, outcome: { phase: 'aborted' } })
    expect(await history.get('b')).toBeUndefined()
  })

  it('says when a run found no room', async () => {
    const { history, storages } = create()
    const opened = await storages.open()
    const small = {
      ...opened,
      runs: { ...opened.runs, put: async () => ({ kind: 'quota' as const }) },
    }
    const full = createHistory({
      open: async () => small,
      module: storages.module,
      memory: () => undefined,
    })
    await full.save(run('a', 1), draft, 'A')
    expect(full.status.value).toEqual({ kind: 'quota' })
    await full.clear()
    expect(full.status.value).toEqual({ kind: 'ok' })
    expect(history.status.value.kind).toBe('memory')
  })

  it('reports what can’t be loaded, and never rejects a save', async () => {
    const history = createHistory({
      open: () => Promise.reject(new Error('no code')),
      module: async () => storage,
      memory: () => undefined,
    })
    await history.save(run('a', 1), draft, 'A')
    await history.search({})
    expect(history.status.value).toEqual({ kind: 'failed', detail: 'no code' })
    expect(history.loading.value).toBe(false)
  })
})

describe('createCheckpoints', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('writes the first at once, the rest seldom, and the end last', async () => {
    const written: string[] = []
    const { checkpoint, save } = createCheckpoints(
      async (...[, , title]) => void written.push(title),
      undefined,
    )
    for (let index = 0; index < 100; index++) {
      checkpoint(run('a', 1, 'waiting'), draft, `part ${index}`)
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(written).toEqual(['part 0', 'part 39', 'part 79'])
    await save(run('a', 1), draft, 'end')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual(['part 0', 'part 39', 'part 79', 'end'])
  })
})

describe('createDrafts', () => {
  function surroundings() {
    const items = new Map<string, string>()
    const local = safeStore(() => ({
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    }))
    return { local, session: local, page: undefined }
  }
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('opens nothing for a page that has no draft', async () => {
    const open = vi.fn(createStorages(async () => storage).open)
    const drafts = createDrafts(open, surroundings())
    expect(await drafts.load('custom')).toBeUndefined()
    expect(open).not.toHaveBeenCalled()
  })

  it('writes once, a moment after the last change', async () => {
    const opened = await createStorages(async () => storage).open()
    const save = vi.spyOn(opened.drafts, 'save')
    const drafts = createDrafts(async () => opened, surroundings())
    for (const input of ['a', 'ab', 'abc']) {
      drafts.save('custom', { ...draft, input })
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(save).not.toHaveBeenCalled()
    expect(await drafts.load('custom')).toMatchObject({ draft: { input: 'abc' } })
    await vi.advanceTimersByTimeAsync(400)
    expect(save).toHaveBeenCalledTimes(1)
    expect(await drafts.load('custom')).toMatchObject({ task: 'custom', draft: { input: 'abc' } })
    await drafts.discard('custom')
    expect(await drafts.load('custom')).toBeUndefined()
  })

  it('finds what a page that went away had no time to write', async () => {
    const around = surroundings()
    const window = new EventTarget()
    const page = Object.assign(new EventTarget(), {
      defaultView: window,
      visibilityState: 'visible',
    })
    const never = () => new Promise<never>(() => undefined)
    const before = createDrafts(never, { ...around, page: page as unknown as Document })
    before.save('custom', { ...draft, input: 'half a thought' })
    before.save('object-detection', { ...draft, input: { image: new Blob(['x']) } })
    window.dispatchEvent(new Event('pagehide'))

    const after = createDrafts(createStorages(async () => storage).open, around)
    expect(await after.load('custom')).toMatchObject({ draft: { input: 'half a thought' } })
    expect(await after.load('object-detection')).toBeUndefined()
    await after.flush()
    expect(await after.load('custom')).toMatchObject({ draft: { input: 'half a thought' } })
  })

  it('does not trust what it finds in the session', async () => {
    const around = surroundings()
    around.session.write('taskscope.left', '{"custom":{"task":"custom"},"x":7}')
    const drafts = createDrafts(createStorages(async () => storage).open, around)
    expect(await drafts.load('custom')).toBeUndefined()
  })

  it('says when a draft found no room', async () => {
    const opened = await createStorages(async () => storage).open()
    vi.spyOn(opened.drafts, 'save').mockResolvedValue(false)
    const drafts = createDrafts(async () => opened, surroundings())
    drafts.save('custom', draft)
    await drafts.flush()
    expect(drafts.unsaved.value).toBe(true)
    expect(await drafts.load('custom')).toMatchObject({ draft })
  })
})
