import { defineStore } from 'pinia'
import type { GivenPicture, HandedOver } from '@/core/incoming'

/** Hands a pasted request, or a picture that another page made, to the page that it belongs to: taken once, kept nowhere, without any token. */
export const useIncomingStore = defineStore('incoming', () => {
  let waiting: HandedOver | GivenPicture | undefined

  function offer(request: HandedOver | GivenPicture): void {
    waiting = request
  }

  function take(task: string): HandedOver | GivenPicture | undefined {
    const taken = waiting?.task === task ? waiting : undefined
    waiting = undefined
    return taken
  }

  return { offer, take }
})
