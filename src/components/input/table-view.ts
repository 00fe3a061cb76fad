import type { Grid } from '@/core/table'

/** Widths in pixels that suit the first rows; the same while the table scrolls. */
export function columnWidths({ columns, rows }: Grid, count: number): readonly number[] {
  const sample = rows.slice(0, 40)
  return Array.from({ length: count }, (_, column) => {
    const longest = sample.reduce(
      (most, row) => Math.max(most, textWidth(row[column] ?? '')),
      textWidth(columns[column] ?? ''),
    )
    return Math.max(72, Math.min(260, 24 + longest))
  })
}

/** The columns whose name is empty, or that another column has too. */
export function faultyColumns(columns: readonly string[]): ReadonlySet<number> {
  const count = new Map<string, number>()
  for (const name of columns) count.set(name, (count.get(name) ?? 0) + 1)
  const faulty = columns.flatMap((name, column) =>
    name.trim() === '' || (count.get(name) ?? 0) > 1 ? [column] : [],
  )
  return new Set(faulty)
}

/** About: full-width characters take twice the room. */
function textWidth(text: string): number {
  const start = text.slice(0, 40)
  return start.length * 7.5 + (start.match(/[\u1100-\uffdc]/g)?.length ?? 0) * 7
}
