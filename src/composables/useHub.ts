import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { HubError, modelIdOf, type Serving } from '@/core/hub'
import type { Hub } from '@/inference/hub'
import { useServices } from './services'

export type { Hub } from '@/inference/hub'

/** One question to the Hub and its answer; the latest question wins, and gives up those before it. */
export interface HubAnswer<T> {
  readonly value: Readonly<ShallowRef<T | undefined>>
  readonly error: Readonly<ShallowRef<HubError | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  /** Resolves once the answer, or what went wrong, is in place; never rejects. What was there stays until then. */
  readonly ask: (question: (hub: Hub, signal: AbortSignal) => Promise<T>) => Promise<void>
  /** Gives up what is under way, and forgets the answer. */
  readonly clear: () => void
}

export function useHubAnswer<T>(): HubAnswer<T> {
  const { hub } = useServices()
  const value = shallowRef<T>()
  const error = shallowRef<HubError>()
  const busy = shallowRef(false)
  let current: AbortController | undefined

  async function ask(question: (hub: Hub, signal: AbortSignal) => Promise<T>): Promise<void> {
    current?.abort()
    const mine = new AbortController()
    current = mine
    busy.value = true
    try {
      const answer = await question(await hub(), mine.signal)
      if (mine !== current) return
      value.value = answer
      error.value = undefined
    } catch (thrown) {
      if (mine === current) error.value = asHubError(thrown)
    } finally {
      if (mine === current) busy.value = false
    }
  }

  function clear(): void {
    current?.abort()
    current = undefined
    value.value = undefined
    error.value = undefined
    busy.value = false
  }

  onScopeDispose(() => current?.abort())
  return { value, error, busy, ask, clear }
}

const asHubError = (thrown: unknown) =>
  thrown instanceof HubError ? thrown : new HubError('internal')

/**
 * Tells which providers serve a model, and for what; none for a name that no model can have. Rejects with HubError where
 * the Hub can't be asked or has no such model, and with the signal's reason once it aborts.
 */
export function useProvidersServing() {
  const { hub } = useServices()
  return async (model: string, signal?: AbortSignal): Promise<readonly Serving[]> => {
    const id = modelIdOf(model)
    return id === undefined ? [] : (await hub()).providersServing(id, signal)
  }
}
