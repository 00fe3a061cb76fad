import { useEventListener, useResizeObserver } from '@vueuse/core'
import { nextTick, shallowRef, toValue, type MaybeRefOrGetter } from 'vue'
import { firstLine } from './useTokenFocus'

/** Where a cell is in the window. */
export type Anchor = Pick<DOMRect, 'left' | 'top' | 'bottom'>

type Box = MaybeRefOrGetter<HTMLElement | null | undefined>

/**
 * One popover for all cells of `root`, which carry `data-cell`. It shows what is pointed at or focused, and lets the
 * pointer through; a click or Enter pins it, so that it can be used. Escape lets go of it.
 */
export function useTokenPopover(root: Box) {
  /** `data-cell` of the cell that is shown. */
  const active = shallowRef<string>()
  const pinned = shallowRef(false)
  const anchor = shallowRef<Anchor>({ left: 0, top: 0, bottom: 0 })

  const find = (name: string | undefined) =>
    name === undefined
      ? null
      : (toValue(root)?.querySelector<HTMLElement>(`[data-cell="${name}"]`) ?? null)

  function show(cell: HTMLElement | null) {
    if (!cell) return
    anchor.value = firstLine(cell)
    active.value = cell.dataset.cell
  }

  // It stays with its cell, whatever scrolls or grows.
  const follow = () => show(find(active.value))
  useEventListener(window, ['scroll', 'resize'], follow, { capture: true, passive: true })
  useResizeObserver(() => toValue(root), follow)

  function close() {
    pinned.value = false
    active.value = undefined
  }

  function point(event: Event) {
    if (!pinned.value) show(cellOf(event))
  }

  /** The pointer is gone: what is focused is shown again, if anything. */
  function leave() {
    if (pinned.value) return
    const focused = document.activeElement
    const inside = focused instanceof HTMLElement && toValue(root)?.contains(focused)
    if (inside && focused.dataset.cell !== undefined) show(focused)
    else close()
  }

  /** A click elsewhere lets go. */
  function click(event: Event) {
    const cell = cellOf(event)
    if (!cell) return close()
    show(cell)
    pinned.value = true
  }

  /** The focus went elsewhere. */
  function blur({ relatedTarget }: FocusEvent) {
    const within = relatedTarget instanceof Node && toValue(root)?.contains(relatedTarget)
    if (!within && relatedTarget !== null) close()
    else if (!within && !pinned.value) close()
  }

  /** Enter goes into the popover, Escape out of it. Returns whether the key was one of these. */
  function press(event: KeyboardEvent): boolean {
    const cell = cellOf(event)
    if (event.key === 'Escape' && active.value !== undefined) {
      const name = active.value
      close()
      if (!cell) find(name)?.focus()
    } else if (cell && (event.key === 'Enter' || event.key === ' ') && !held(event)) {
      show(cell)
      pinned.value = true
      void nextTick(() =>
        toValue(root)?.querySelector<HTMLElement>('[role="dialog"] button')?.focus(),
      )
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  return { active, pinned, anchor, show, close, point, leave, click, blur, press }
}

const held = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey

export function cellOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
}
