import type { Grid } from '@/core/table'
import type { TableAnswer } from './parse'

/** A question that was asked on this page, with what was answered. */
export interface Asked {
  /** The run's. */
  readonly id: string
  readonly query: string
  /** The table as it stood then. */
  readonly table: Grid
  readonly answers: readonly TableAnswer[]
}

const MOST = 50

/** The list with a question at its head. The same question of the same table stands there once, with its newest answer. */
export function withAsked(list: readonly Asked[], next: Asked): readonly Asked[] {
  const others = list.filter(
    ({ id, query, table }) => id !== next.id && (query !== next.query || table !== next.table),
  )
  return [next, ...others].slice(0, MOST)
}
