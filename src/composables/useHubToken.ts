import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { useConnectionStore } from '@/stores/connection'
import { HUGGING_FACE, useTokenStore } from '@/stores/tokens'
import { useServices } from './services'

export interface HubToken {
  /** Whose Hugging Face token a request would carry. */
  readonly whose: ComputedRef<'own' | 'server' | 'none'>
  /** Resolves when the server has said whether it has one. */
  readonly known: () => Promise<void>
}

/** The Hugging Face token that requests get: the person's goes first. The server is asked once a request could go there. */
export function useHubToken(): HubToken {
  const tokens = useTokenStore()
  const connection = useConnectionStore()
  const { tokenProxy } = useServices()
  const served = shallowRef(false)
  let asked = Promise.resolve()

  watch(
    () => connection.kind === 'provider' && !tokens.has(HUGGING_FACE),
    (wanted) => {
      if (wanted) asked = tokenProxy().then((answer) => void (served.value = answer))
    },
    { immediate: true, flush: 'sync' },
  )
  const whose = computed(() => {
    if (tokens.has(HUGGING_FACE)) return 'own'
    return served.value ? 'server' : 'none'
  })
  return { whose, known: () => asked }
}
