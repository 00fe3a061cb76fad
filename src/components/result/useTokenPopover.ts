import { nextTick, shallowRef, toValue, type MaybeRefOrGetter } from 'vue'
import { firstLine } from './useTokenFocus'

/** As wide as the popover gets. */
export const POPOVER_WIDTH = 264

type Box = MaybeRefOrGetter<HTMLElement | null | undefined>

/**
 * One popover for all cells of `root`, which carry `data-cell`. It shows what is pointed at or focused, and lets the
 * pointer through; a click or Enter pins it, so that it can be used. Escape lets go of it.
 */
export function useTokenPopover(root: Box) {
  /** `data-cell` of the cell that is shown. */
  const active = shallowRef<string>()
  const pinned = shallowRef(false)
  const place = shallowRef({ left: '0px', top: '0px' })

  function show(cell: HTMLElement | undefined) {
    const within = toValue(root)?.getBoundingClientRect()
    if (!cell || !within) return
    const line = firstLine(cell)
    const left = Math.max(0, Math.min(line.left - within.left, within.width - POPOVER_WIDTH))
    place.value = { left: `${left}px`, top: `${line.bottom - within.top + 3}px` }
    active.value = cell.dataset.cell
  }

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
      if (!cell) toValue(root)?.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.focus()
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

  return { active, pinned, place, show, close, point, leave, click, blur, press }
}

const held = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey

export function cellOf({ target }: Event): HTMLElement | undefined {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-cell]') ?? undefined)
    : undefined
}
