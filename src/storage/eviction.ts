/** What eviction needs to know of a run. */
export interface Sized {
  readonly id: string
  readonly startedAt: number
  readonly bytes: number
}

/**
 * Ids of the runs to drop, oldest first, so that `incoming` fits under `limitBytes`. The incoming run replaces one with
 * the same id. Undefined when it would not fit into an empty history: then nothing is dropped.
 */
export function planEviction(
  kept: readonly Sized[],
  incoming: Sized,
  limitBytes: number,
): readonly string[] | undefined {
  if (incoming.bytes > limitBytes) return undefined
  const others = kept.filter((run) => run.id !== incoming.id)
  const total = others.reduce((sum, run) => sum + run.bytes, incoming.bytes)
  return planFreeing(others, total - limitBytes)
}

/** Ids of the oldest runs that together take at least `bytes`; none for zero or less. */
export function planFreeing(kept: readonly Sized[], bytes: number): readonly string[] {
  const ids: string[] = []
  let missing = bytes
  for (const run of [...kept].sort((a, b) => a.startedAt - b.startedAt)) {
    if (missing <= 0) break
    ids.push(run.id)
    missing -= run.bytes
  }
  return ids
}
