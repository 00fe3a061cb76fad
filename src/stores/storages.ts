import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type * as StorageModule from '@/storage'
import type { CloseReason, MemoryReason, Storages } from '@/storage'

/**
 * The one connection to the database, opened at its first use; its code comes no earlier either. A database that a newer
 * version takes over gives way to memory; one that was lost is opened again at the next use.
 */
export function createStorages(
  load: () => Promise<typeof StorageModule> = () => import('@/storage'),
) {
  const memory = shallowRef<MemoryReason>()
  let opening: Promise<Storages> | undefined

  async function connect(): Promise<Storages> {
    const { openStorages } = await load()
    const storages = await openStorages(onClosed)
    memory.value = storages.memory
    return storages
  }

  function onClosed(reason: CloseReason): void {
    if (reason === 'lost') {
      opening = undefined
      return
    }
    memory.value = reason
    opening = load().then(({ memoryStorages }) => memoryStorages(reason))
  }

  /** The storages, opened when they are not yet. Rejects only when their code can't be loaded. */
  function open(): Promise<Storages> {
    opening ??= connect().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }

  return { memory, open, module: load }
}

export const useStorages = defineStore('storages', () => createStorages())
