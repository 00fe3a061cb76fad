import type { Grid } from './table'

/** Names are set bold, which takes more room. */
const BOLD = 1.15

/** Widths in pixels that suit the first rows; the same while the table scrolls. */
export function columnWidths({ columns, rows }: Grid, count: number): readonly number[] {
  const sample = rows.slice(0, 40)
  return Array.from({ length: count }, (_, column) => {
    const longest = sample.reduce(
      (most, row) => Math.max(most, textWidth(row[column] ?? '')),
      textWidth(columns[column] ?? '') * BOLD,
    )
    return Math.max(72, Math.min(260, 24 + longest))
  })
}

/** About: full-width characters take twice the room. */
function textWidth(text: string): number {
  const start = text.slice(0, 40)
  return start.length * 7.5 + (start.match(/[\u1100-\uffdc]/g)?.length ?? 0) * 7
}

/** The columns of a scrolled table that are in view, and the room that the others take beside them in pixels. */
export interface ColumnRange {
  /** Indexes, in order. */
  readonly shown: readonly number[]
  readonly before: number
  readonly after: number
}

const FEW = 30
const MARGIN = 300

/**
 * Which columns to draw; all of them where they are few.
 * @param widths of all columns in pixels
 * @param left how far the table is scrolled to the right, in pixels
 * @param width of what is in view, in pixels
 */
export function columnRange(widths: readonly number[], left: number, width: number): ColumnRange {
  const shown: number[] = []
  let [at, before, after] = [0, 0, 0]
  for (const [column, each] of widths.entries()) {
    const inView = at + each > left - MARGIN && at < left + width + MARGIN
    if (inView || widths.length <= FEW) shown.push(column)
    else if (shown.length === 0) before += each
    else after += each
    at += each
  }
  return { shown, before, after }
}
