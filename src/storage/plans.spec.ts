import { afterEach, describe, expect, it, vi } from 'vitest'
import { planEviction, planFreeing } from './eviction'
import { openDatabase, openFailure } from './open'
import { DATABASE_VERSION, migrations, planMigrations } from './schema'
import { createQueue } from './run-storage'

const run = (id: string, startedAt: number, bytes: number) => ({ id, startedAt, bytes })
const kept = [run('new', 30, 40), run('old', 10, 30), run('mid', 20, 20)]

describe('planMigrations', () => {
  const steps = ['to 1', 'to 2', 'to 3']
  it.each([
    [0, ['to 1', 'to 2', 'to 3']],
    [1, ['to 2', 'to 3']],
    [3, []],
    [9, []],
  ])('from version %i', (from, plan) => expect(planMigrations(steps, from)).toEqual(plan))

  it('has one migration for each version', () => {
    expect(planMigrations(migrations, 0)).toHaveLength(DATABASE_VERSION)
  })
})

describe('planEviction', () => {
  it.each([
    ['fits', run('x', 40, 10), 100, []],
    ['drops the oldest', run('x', 40, 11), 100, ['old']],
    ['drops several, oldest first', run('x', 40, 60), 100, ['old', 'mid']],
    ['replaces its own record', run('old', 10, 40), 100, []],
    ['never drops what it puts', run('old', 10, 90), 100, ['mid', 'new']],
    ['takes all of the room', run('x', 40, 100), 100, ['old', 'mid', 'new']],
    ['drops nothing for what can never fit', run('x', 40, 101), 100, undefined],
  ])('%s', (_name, incoming, limit, plan) => {
    expect(planEviction(kept, incoming, limit)).toEqual(plan)
  })
})

it.each([
  [0, []],
  [-5, []],
  [1, ['old']],
  [31, ['old', 'mid']],
  [1e9, ['old', 'mid', 'new']],
])('planFreeing %d bytes', (bytes, plan) => expect(planFreeing(kept, bytes)).toEqual(plan))

it.each([
  [new DOMException('x', 'VersionError'), 'newer'],
  [new DOMException('x', 'SecurityError'), 'unavailable'],
  [new DOMException('x', 'InvalidStateError'), 'unavailable'],
  ['odd', 'unavailable'],
])('openFailure of %s is %s', (error, kind) => expect(openFailure(error).kind).toBe(kind))

describe('a browser that blocks site data', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('gives way to memory where the call itself throws, as in a sandboxed frame', async () => {
    const open = () => {
      throw new DOMException('access is denied in this context', 'SecurityError')
    }
    vi.stubGlobal('indexedDB', { open })
    expect((await openDatabase()).kind).toBe('unavailable')
  })
})

it('runs queued jobs one after another, and goes on after one that fails', async () => {
  const inOrder = createQueue()
  const log: string[] = []
  const job = (name: string, ms: number) => async () => {
    log.push(`${name} starts`)
    await new Promise((resolve) => setTimeout(resolve, ms))
    log.push(`${name} ends`)
    if (name === 'a') throw new Error('a')
    return name
  }
  const first = inOrder(job('a', 20))
  const second = inOrder(job('b', 0))
  await expect(first).rejects.toThrow('a')
  await expect(second).resolves.toBe('b')
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends'])
})
