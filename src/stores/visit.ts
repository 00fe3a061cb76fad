import { defineStore } from 'pinia'
import type { Connection } from '@/core/connection'

/** What another page sends a person to a task's page with: where to send, and to which model. */
export interface Visit {
  readonly task: string
  readonly connection: Connection
  /** Left out where the page's own stays. */
  readonly model?: string
}

/** Taken once, kept nowhere. The page keeps what was on it, and undo brings back model and connection. */
export const useVisitStore = defineStore('visit', () => {
  let waiting: Visit | undefined

  function offer(visit: Visit): void {
    waiting = visit
  }

  function take(task: string): Visit | undefined {
    const taken = waiting?.task === task ? waiting : undefined
    waiting = undefined
    return taken
  }

  return { offer, take }
})
