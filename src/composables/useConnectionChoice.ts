import { computed } from 'vue'
import { useConnectionStore } from '@/stores/connection'
import { HUGGING_FACE, useTokenStore } from '@/stores/tokens'
import { useServices } from './services'

/** The connection and the tokens as the connection bar needs them. */
export function useConnectionChoice() {
  const connection = useConnectionStore()
  const tokens = useTokenStore()
  const { providersFor } = useServices()
  const hasToken = computed(() => tokens.has(HUGGING_FACE))
  return { connection, tokens, hasToken, providersFor }
}
