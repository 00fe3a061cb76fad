import { getCurrentScope, onScopeDispose, shallowRef, toValue, watch } from 'vue'
import type { MaybeRefOrGetter, ShallowRef } from 'vue'

/**
 * Follows a fast source at most once per animation frame while `busy`, at once otherwise. However many tokens come in
 * a frame, what hangs on the value works once.
 */
export function useFrameValue<T>(
  source: MaybeRefOrGetter<T>,
  busy: MaybeRefOrGetter<boolean>,
): Readonly<ShallowRef<T>> {
  const value = shallowRef(toValue(source)) as ShallowRef<T>
  let frame = 0

  function take() {
    cancelAnimationFrame(frame)
    frame = 0
    value.value = toValue(source)
  }

  watch(
    () => [toValue(source), toValue(busy)] as const,
    ([, isBusy]) => {
      if (!isBusy) take()
      else if (frame === 0) frame = requestAnimationFrame(take)
    },
    { flush: 'sync' },
  )
  if (getCurrentScope()) onScopeDispose(() => cancelAnimationFrame(frame))
  return value
}
