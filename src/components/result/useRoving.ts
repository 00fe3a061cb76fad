import { computed, nextTick, ref, toValue, type MaybeRefOrGetter, type Ref } from 'vue'

/**
 * Arrow keys, Home and End walk through a list whose entries carry `data-entry`, so that the list is one stop of the
 * Tab key. `active` is the entry that is pointed at.
 */
export function useRoving(
  root: MaybeRefOrGetter<HTMLElement | null | undefined>,
  entries: MaybeRefOrGetter<readonly number[]>,
  active: Ref<number | undefined>,
) {
  const focused = ref<number>()
  const all = computed(() => new Set(toValue(entries)))
  const stop = computed(() =>
    focused.value !== undefined && all.value.has(focused.value)
      ? focused.value
      : toValue(entries)[0],
  )

  /** The entry that was focused last is where Tab comes back to; what is merely pointed at is not. */
  function tabindex(entry: number): 0 | -1 {
    return entry === stop.value ? 0 : -1
  }

  async function focusEntry(entry: number) {
    focused.value = entry
    active.value = entry
    await nextTick()
    toValue(root)?.querySelector<HTMLElement>(`[data-entry="${entry}"]`)?.focus()
    // Where the focus came out of the picture, what lost it there has let go of the entry since.
    await nextTick()
    if (focused.value === entry) active.value = entry
  }

  function keydown(event: KeyboardEvent) {
    const list = toValue(entries)
    const next = target(event.key, list.indexOf(active.value ?? -1), list.length)
    const entry = next === undefined ? undefined : list[next]
    if (entry === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void focusEntry(entry)
  }

  return { stop, tabindex, keydown, focusEntry }
}

function target(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return place + 1
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(0, place - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
