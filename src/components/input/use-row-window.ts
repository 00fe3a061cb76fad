import { computed, shallowRef, type Ref } from 'vue'

/** Rows of one height, of which only those in view are there. */
export const ROW_HEIGHT = 33
const OVERSCAN = 6

/**
 * Which rows of a scrolled box to show.
 * @param box the element that scrolls; the header takes one row's height at its top
 * @param count how many rows there are
 */
export function useRowWindow(box: Ref<HTMLElement | null>, count: Ref<number>) {
  const top = shallowRef(0)
  const height = shallowRef(400)

  const first = computed(() =>
    Math.max(0, Math.min(Math.floor(top.value / ROW_HEIGHT) - OVERSCAN, count.value - 1)),
  )
  const last = computed(() =>
    Math.min(count.value, Math.ceil((top.value + height.value) / ROW_HEIGHT) + OVERSCAN),
  )

  function scrolled() {
    if (!box.value) return
    top.value = box.value.scrollTop
    height.value = box.value.clientHeight
  }

  /** Scrolls just as far as it takes to see a row under the header. */
  function reveal(row: number) {
    const element = box.value
    if (!element) return
    const start = row * ROW_HEIGHT
    if (start < element.scrollTop) element.scrollTop = start
    const end = start + 2 * ROW_HEIGHT
    if (end > element.scrollTop + element.clientHeight)
      element.scrollTop = end - element.clientHeight
    scrolled()
  }

  return {
    /** Indexes of the rows to show. */
    shown: computed(() =>
      Array.from({ length: Math.max(0, last.value - first.value) }, (_, at) => first.value + at),
    ),
    above: computed(() => first.value * ROW_HEIGHT),
    below: computed(() => Math.max(0, count.value - last.value) * ROW_HEIGHT),
    scrolled,
    reveal,
  }
}
