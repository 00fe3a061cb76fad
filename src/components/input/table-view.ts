/** The columns whose name is empty, or that another column has too. */
export function faultyColumns(columns: readonly string[]): ReadonlySet<number> {
  const count = new Map<string, number>()
  for (const name of columns) count.set(name, (count.get(name) ?? 0) + 1)
  const faulty = columns.flatMap((name, column) =>
    name.trim() === '' || (count.get(name) ?? 0) > 1 ? [column] : [],
  )
  return new Set(faulty)
}
