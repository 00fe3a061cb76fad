import { nextTick, toValue, watch, type MaybeRefOrGetter } from 'vue'

/**
 * One stop of the Tab key for thousands of cells, which carry `data-cell`: arrow keys, Home and End walk from one to the
 * next, up and down from line to line. Set by hand: rendering all of them at each step would be felt.
 */
export function useTokenFocus(
  root: MaybeRefOrGetter<HTMLElement | null | undefined>,
  content: () => unknown,
) {
  const cells = () => [...(toValue(root)?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]

  function makeStop(cell: HTMLElement | null) {
    for (const stop of toValue(root)?.querySelectorAll('[data-cell][tabindex="0"]') ?? [])
      stop.setAttribute('tabindex', '-1')
    cell?.setAttribute('tabindex', '0')
  }

  // Cells that went away may have taken the stop with them.
  watch(
    content,
    async () => {
      await nextTick()
      const box = toValue(root)
      if (box && !box.querySelector('[data-cell][tabindex="0"]'))
        makeStop(box.querySelector<HTMLElement>('[data-cell]'))
    },
    { immediate: true, flush: 'post' },
  )

  /** Returns whether the key was one of these. */
  function walk(event: KeyboardEvent): boolean {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return false
    const next = target(event.key, from, cells())
    if (!next) return false
    event.preventDefault()
    event.stopPropagation()
    next.focus()
    return true
  }

  return { walk, makeStop }
}

function target(key: string, from: HTMLElement, cells: HTMLElement[]): HTMLElement | undefined {
  const at = cells.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return cells[at + 1]
    case 'ArrowLeft':
      return cells[at - 1]
    case 'ArrowDown':
      return nearest(from, cells.slice(at + 1))
    case 'ArrowUp':
      return nearest(from, cells.slice(0, at).reverse())
    case 'Home':
      return cells[0]
    case 'End':
      return cells.at(-1)
    default:
      return undefined
  }
}

/** The cell of the next line that stands closest above or below. */
function nearest(from: HTMLElement, others: readonly HTMLElement[]): HTMLElement | undefined {
  const { top, left } = firstLine(from)
  let line: number | undefined
  let best: { cell: HTMLElement; distance: number } | undefined
  for (const cell of others) {
    const box = firstLine(cell)
    if (Math.abs(box.top - top) < 4) continue
    line ??= box.top
    if (Math.abs(box.top - line) >= 4) break
    const distance = Math.abs(box.left - left)
    if (!best || distance < best.distance) best = { cell, distance }
  }
  return best?.cell
}

/** Where a cell begins: it may go on in the next line. */
export function firstLine(cell: HTMLElement): DOMRect {
  return cell.getClientRects()[0] ?? cell.getBoundingClientRect()
}
