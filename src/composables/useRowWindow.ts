import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import { columnRange, type ColumnRange } from '@/core/column-widths'

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
  const left = shallowRef(0)
  const width = shallowRef(1600)

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
    left.value = box.value.scrollLeft
    width.value = box.value.clientWidth
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

  /** Scrolls just as far as it takes to see what lies from `start` to `end`, in pixels from the left of the table. */
  function revealAcross(start: number, end: number) {
    const element = box.value
    if (!element) return
    if (start < element.scrollLeft) element.scrollLeft = start
    if (end > element.scrollLeft + element.clientWidth)
      element.scrollLeft = end - element.clientWidth
    scrolled()
  }

  return {
    /** Indexes of the rows to show. */
    shown: computed(() =>
      Array.from({ length: Math.max(0, last.value - first.value) }, (_, at) => first.value + at),
    ),
    above: computed(() => first.value * ROW_HEIGHT),
    below: computed(() => Math.max(0, count.value - last.value) * ROW_HEIGHT),
    /** Pixels: how far it is scrolled to the right, and how wide the view is. */
    left,
    width,
    scrolled,
    reveal,
    revealAcross,
  }
}

/** Which columns of a scrolled box to show; the same object while they stay the same, so that scrolling costs rows nothing. */
export function useColumnWindow(
  widths: Ref<readonly number[]>,
  { left, width }: { readonly left: Ref<number>; readonly width: Ref<number> },
): ComputedRef<ColumnRange> {
  return computed<ColumnRange>((old) => {
    const next = columnRange(widths.value, left.value, width.value)
    const same =
      old?.shown[0] === next.shown[0] &&
      old?.before === next.before &&
      old.after === next.after &&
      old.shown.length === next.shown.length
    return same ? old : next
  })
}
