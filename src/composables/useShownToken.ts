import { useEventListener } from '@vueuse/core'
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { ROUTER_URL, type CredentialRef } from '@/core/connection'
import type { PreparedRequest } from '@/core/request'
import { HUGGING_FACE, useTokenStore } from '@/stores/tokens'

/**
 * The person's word that a view may show the connection's token. It holds for this view only, is kept nowhere, and ends
 * when the view is left, the browser's tab is hidden, or the connection changes. The token itself is in no state: `token`
 * looks it up each time.
 */
export function useShownToken(
  request: MaybeRefOrGetter<PreparedRequest | undefined>,
  visible: MaybeRefOrGetter<boolean>,
) {
  const tokens = useTokenStore()
  const shown = shallowRef(false)
  const target = computed(() => {
    const current = toValue(request)
    const none: CredentialRef = { kind: 'none' }
    return current
      ? { ref: current.credential, url: current.dialect === 'wire' ? current.url : ROUTER_URL }
      : { ref: none, url: '' }
  })

  function resolve(): string | undefined {
    const { ref, url } = target.value
    // What is reactive of the tokens: `resolve` itself reads maps.
    tokens.has(HUGGING_FACE)
    return tokens.resolve(ref, url)
  }

  const available = computed(() => resolve() !== undefined)
  const hide = () => (shown.value = false)
  watch([() => JSON.stringify(target.value.ref), () => toValue(visible), available], hide)
  useEventListener(document, 'visibilitychange', hide)

  return {
    available,
    shown,
    /** Undefined while it is not to be shown. */
    token: () => (shown.value ? resolve() : undefined),
  }
}
