import { nextTick, onScopeDispose, readonly, ref, toValue, watch } from 'vue'
import type { MaybeRefOrGetter, Ref } from 'vue'

/** Within so many pixels of the end a person counts as reading at the end. */
const NEAR = 32

export interface FollowEnd {
  /** False once the person has scrolled up. */
  readonly following: Readonly<Ref<boolean>>
  /** Jumps to the end and follows again. */
  readonly toEnd: () => void
}

/**
 * Keeps a scrolling element at its end while `content` changes, unless the person scrolled up. Scrolling back down
 * follows again.
 */
export function useFollowEnd(
  element: MaybeRefOrGetter<HTMLElement | undefined | null>,
  content: () => unknown,
): FollowEnd {
  const following = ref(true)
  let lastTop = 0

  function onScroll(event: Event) {
    const box = event.currentTarget as HTMLElement
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR
    // Growing content leaves the end behind without moving the top: only a move upwards is the person's wish.
    if (atEnd) following.value = true
    else if (box.scrollTop < lastTop) following.value = false
    lastTop = box.scrollTop
  }

  function scroll() {
    const box = toValue(element)
    if (box && following.value) box.scrollTop = box.scrollHeight
  }

  const listening = watch(
    () => toValue(element),
    (box, before) => {
      before?.removeEventListener('scroll', onScroll)
      box?.addEventListener('scroll', onScroll, { passive: true })
    },
    { immediate: true, flush: 'post' },
  )
  watch(content, scroll, { flush: 'post' })
  onScopeDispose(() => {
    toValue(element)?.removeEventListener('scroll', onScroll)
    listening.stop()
  })

  return {
    following: readonly(following),
    toEnd() {
      following.value = true
      void nextTick(scroll)
    },
  }
}
