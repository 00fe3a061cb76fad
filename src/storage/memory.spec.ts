import { describe, expect, it } from 'vitest'
import type { RunSummary, StoredRun } from '@/core/history'
import { exportRuns, withoutBlobs } from './export'
import { createMemoryDraftStorage, createMemoryRunStorage } from './memory'
import { matchesFilter } from './types'

const summary = (id: string, startedAt: number, fields: Partial<RunSummary> = {}): RunSummary => ({
  id,
  task: 'text-generation',
  model: 'org/Model',
  connection: { kind: 'provider', label: 'auto' },
  startedAt,
  phase: 'done',
  title: `Title ${id}`,
  bytes: 10,
  ...fields,
})

const run = (id: string, startedAt: number, fields: Partial<RunSummary> = {}): StoredRun => ({
  summary: summary(id, startedAt, fields),
  draft: {
    model: 'm',
    input: { image: new Blob(['abc'], { type: 'x/y' }) },
    parameters: {},
    stream: false,
  },
  request: {
    dialect: 'wire',
    task: 't',
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
  outcome: { phase: 'aborted' },
})

const ids = (runs: readonly RunSummary[]) => runs.map((member) => member.id)

describe('createMemoryRunStorage', () => {
  it('lists newest first, by pages, also where times are equal', async () => {
    const storage = createMemoryRunStorage()
    for (const [id, time] of [
      ['a', 1],
      ['c', 2],
      ['b', 2],
      ['d', 3],
    ] as const)
      await storage.put(run(id, time))
    const first = await storage.list({ limit: 2 })
    expect(ids(first.runs)).toEqual(['d', 'c'])
    expect(first.more).toBe(true)
    const second = await storage.list({ limit: 2, before: first.runs[1]! })
    expect(ids(second.runs)).toEqual(['b', 'a'])
    expect(second.more).toBe(false)
  })

  it('replaces a run with the same id, and gives a removed one back', async () => {
    const storage = createMemoryRunStorage()
    await storage.put(run('a', 1, { phase: 'aborted' }))
    await storage.put(run('a', 1, { phase: 'done' }))
    expect(await storage.usage()).toMatchObject({ runs: 1, bytes: 10 })
    const removed = await storage.remove('a')
    expect(removed?.summary.phase).toBe('done')
    expect((await storage.list()).runs).toEqual([])
    expect(await storage.remove('a')).toBeUndefined()
  })

  it('drops the oldest over its bound, and refuses what can never fit', async () => {
    const storage = createMemoryRunStorage(25)
    for (const id of ['a', 'b', 'c']) await storage.put(run(id, id.charCodeAt(0)))
    expect(ids((await storage.list()).runs)).toEqual(['c', 'b'])
    expect(await storage.put(run('d', 999, { bytes: 26 }))).toEqual({ kind: 'quota' })
    expect(ids((await storage.list()).runs)).toEqual(['c', 'b'])
  })
})

it.each([
  [{}, true],
  [{ query: 'title A' }, true],
  [{ query: 'ORG/model' }, true],
  [{ query: 'generation auto' }, true],
  [{ query: 'title nothing' }, false],
  [{ query: '文本', taskTitle: () => '文本生成' }, true],
  [{ task: 'custom' }, false],
  [{ task: 'text-generation', query: '  ' }, true],
])('matchesFilter %j is %s', (filter, expected) => {
  expect(matchesFilter(summary('a', 1), filter)).toBe(expected)
})

it('exports every run of every page, files as base64', async () => {
  const storage = createMemoryRunStorage()
  for (let time = 0; time < 120; time++) await storage.put(run(`r${time}`, time))
  const exported = JSON.parse(await (await exportRuns(storage)).text())
  expect(exported).toMatchObject({ format: 'taskscope-history', version: 1 })
  expect(exported.runs).toHaveLength(120)
  expect(exported.runs[0].summary.id).toBe('r119')
  expect(exported.runs[0].draft.input.image.$blob).toEqual({ type: 'x/y', size: 3, base64: 'YWJj' })
})

it('writes long files as one base64 text', async () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_value, index) => index % 251)
  const written = await withoutBlobs({ blob: new Blob([bytes]) })
  expect(written).toMatchObject({
    blob: { $blob: { base64: Buffer.from(bytes).toString('base64') } },
  })
})

it('keeps drafts by task', async () => {
  const drafts = createMemoryDraftStorage()
  const draft = { model: 'm', input: 1, parameters: {}, stream: false }
  await drafts.save({ task: 'custom', tab: 'x', savedAt: 1, draft })
  expect(await drafts.load('y', 'custom')).toMatchObject({ draft })
  await drafts.remove('x', 'custom')
  expect(await drafts.load('x', 'custom')).toBeUndefined()
})
