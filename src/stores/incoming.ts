import { defineStore } from 'pinia'
import type { HandedOver } from '@/core/incoming'

/** Hands a pasted request to the page that it belongs to: taken once, kept nowhere, without any token. */
export const useIncomingStore = defineStore('incoming', () => {
  let waiting: HandedOver | undefined

  function offer(request: HandedOver): void {
    waiting = request
  }

  function take(task: string): HandedOver | undefined {
    const taken = waiting?.task === task ? waiting : undefined
    waiting = undefined
    return taken
  }

  return { offer, take }
})
