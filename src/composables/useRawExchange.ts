import { refThrottled } from '@vueuse/core'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { PreparedRequest, WireRequest } from '@/core/request'
import type { RunState } from '@/core/run'
import { requestText, responseText } from '@/inference/raw-text'

/** A request and its reply as text, the reply at a calm pace while it streams. */
export function useRawExchange(
  request: MaybeRefOrGetter<PreparedRequest>,
  resolved: MaybeRefOrGetter<WireRequest | undefined>,
  run: MaybeRefOrGetter<RunState<unknown>>,
) {
  const exchange = computed(() => {
    const state = toValue(run)
    return 'exchange' in state ? state.exchange : undefined
  })
  const settled = refThrottled(exchange, 500)
  const sent = computed(() => requestText(toValue(request), toValue(resolved)))
  const received = computed(() => (settled.value ? responseText(settled.value) : ''))
  return { sent, received }
}
