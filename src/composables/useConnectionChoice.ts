import { useConnectionStore } from '@/stores/connection'
import { useTokenStore } from '@/stores/tokens'
import { useServices } from './services'
import { useHubToken } from './useHubToken'

/** The connection and the tokens as the connection bar needs them. */
export function useConnectionChoice() {
  const connection = useConnectionStore()
  const tokens = useTokenStore()
  const { providersFor } = useServices()
  const { whose } = useHubToken()
  return { connection, tokens, hubToken: whose, providersFor }
}
