import { describe, expect, it } from 'vitest'
import type { RunSummary } from '@/core/history'
import { formatBytes, formatMs, groupByDay } from './format'

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()
const run = (id: string, startedAt: number): RunSummary => ({
  id,
  startedAt,
  task: 't',
  model: 'm',
  connection: { kind: 'sandbox', label: '' },
  phase: 'done',
  title: '',
  bytes: 0,
})

describe('groupByDay', () => {
  const now = at(2026, 10, 21, 0, 5)
  const runs = [
    run('a', at(2026, 10, 21, 0, 1)),
    run('b', at(2026, 10, 20, 23, 59)),
    run('c', at(2026, 10, 20, 0, 0)),
    run('d', at(2026, 10, 19, 12, 0)),
  ]
  it('groups by the local day', () => {
    const groups = groupByDay(runs, 'en', now)
    expect(groups.map((group) => group.runs.map(({ id }) => id))).toEqual([
      ['a'],
      ['b', 'c'],
      ['d'],
    ])
    expect(groups.map((group) => group.key)).toEqual(['2026-11-21', '2026-11-20', '2026-11-19'])
    expect(groups.map((group) => group.label)).toEqual([
      'Today',
      'Yesterday',
      'Thursday, November 19, 2026',
    ])
  })
  it('names days in Chinese', () => {
    expect(groupByDay(runs, 'zh-CN', now).map((group) => group.label)).toEqual([
      '今天',
      '昨天',
      '2026年11月19日星期四',
    ])
  })
  it('takes none', () => expect(groupByDay([], 'en', now)).toEqual([]))
})

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [12_400, '12 kB'],
  [3_440_000, '3.4 MB'],
  [500_000_000, '500 MB'],
  [2.5e12, '2,500 GB'],
])('formatBytes %d', (bytes, text) => expect(formatBytes(bytes, 'en')).toBe(text))

it.each([
  [85.4, '85 ms'],
  [1400, '1.4 sec'],
  [126_000, '2.1 min'],
])('formatMs %d', (ms, text) => expect(formatMs(ms, 'en')).toBe(text))
