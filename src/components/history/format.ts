import type { ConversationSummary } from '@/core/conversation'
import type { RunSummary } from '@/core/history'
import type { Locale } from '@/core/task'

/** A row of the list: a run, or a conversation where it was last gone on with. */
export type HistoryEntry =
  | {
      readonly kind: 'run'
      readonly id: string
      readonly startedAt: number
      readonly run: RunSummary
    }
  | {
      readonly kind: 'conversation'
      readonly id: string
      readonly startedAt: number
      readonly conversation: ConversationSummary
    }

/** Runs and conversations in one list, newest first. While older runs wait to be shown, older conversations do as well. */
export function historyEntries(
  runs: readonly RunSummary[],
  conversations: readonly ConversationSummary[],
  more: boolean,
): readonly HistoryEntry[] {
  const oldest = more ? (runs.at(-1)?.startedAt ?? -Infinity) : -Infinity
  const entries: HistoryEntry[] = [
    ...runs.map((run) => ({ kind: 'run' as const, id: run.id, startedAt: run.startedAt, run })),
    ...conversations
      .filter(({ updatedAt }) => updatedAt >= oldest)
      .map((conversation) => ({
        kind: 'conversation' as const,
        id: conversation.id,
        startedAt: conversation.updatedAt,
        conversation,
      })),
  ]
  return entries.sort((a, b) => b.startedAt - a.startedAt)
}

export interface DayGroup<Entry> {
  /** Local date, for example `2026-11-21`. */
  readonly key: string
  readonly label: string
  readonly runs: readonly Entry[]
}

const DAY_MS = 86_400_000

/** Runs by local day, in the order they come. Today and yesterday are named so. */
export function groupByDay<Entry extends { readonly startedAt: number }>(
  runs: readonly Entry[],
  locale: Locale,
  now: number,
): readonly DayGroup<Entry>[] {
  const groups = new Map<string, Entry[]>()
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
