import type { RunSummary } from '@/core/history'
import type { Locale } from '@/core/task'

export interface DayGroup {
  /** Local date, for example `2026-11-21`. */
  readonly key: string
  readonly label: string
  readonly runs: readonly RunSummary[]
}

const DAY_MS = 86_400_000

/** Runs by local day, in the order they come. Today and yesterday are named so. */
export function groupByDay(
  runs: readonly RunSummary[],
  locale: Locale,
  now: number,
): readonly DayGroup[] {
  const groups = new Map<string, RunSummary[]>()
  for (const run of runs) {
    const key = dayKey(run.startedAt)
    const group = groups.get(key)
    if (group) group.push(run)
    else groups.set(key, [run])
  }
  return [...groups].map(([key, members]) => ({
    key,
    label: dayLabel(members[0]?.startedAt ?? now, locale, now),
    runs: members,
  }))
}

function dayKey(time: number): string {
  const date = new Date(time)
  const part = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
}

function dayLabel(time: number, locale: Locale, now: number): string {
  const days = Math.round((startOfDay(time) - startOfDay(now)) / DAY_MS)
  if (days === 0 || days === -1) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
  }
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(time)
}

const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0)

/** The time of day, for example `14:05`. */
export function formatTime(time: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(time)
}

/** A span of time, for example `85 ms`, `1.4 s`, `2.1 min`. */
export function formatMs(ms: number, locale: Locale): string {
  if (ms < 1000) return inUnit(Math.round(ms), 'millisecond', locale, 0)
  if (ms < 60_000) return inUnit(ms / 1000, 'second', locale, 1)
  return inUnit(ms / 60_000, 'minute', locale, 1)
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in decimal units, for example `0 byte`, `12 kB`, `3.4 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  return inUnit(bytes / 1000 ** power, byteUnits[power] ?? 'byte', locale, power > 1 ? 1 : 0)
}

function inUnit(value: number, unit: string, locale: Locale, digits: number): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value)
}
