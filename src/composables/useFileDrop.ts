import {
  onScopeDispose,
  readonly,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type Ref,
} from 'vue'

/**
 * Takes files that are dropped on an element. A file dropped beside it does nothing, where the browser would leave the
 * page for it and lose what was typed.
 * @param target the element that takes files
 * @param onFiles called with at least one file
 * @returns `over`: true while files are held above the element
 */
export function useFileDrop(
  target: MaybeRefOrGetter<HTMLElement | null | undefined>,
  onFiles: (files: readonly File[]) => void,
): { readonly over: Readonly<Ref<boolean>> } {
  const over = shallowRef(false)
  // Entering a child fires before leaving its parent, so the depth says when the pointer is really out.
  let depth = 0

  const enter = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    depth += 1
    over.value = true
  }
  const leave = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    depth = Math.max(0, depth - 1)
    over.value = depth > 0
  }
  const drop = (event: DragEvent) => {
    depth = 0
    over.value = false
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    onFiles(files)
  }

  watch(
    () => toValue(target),
    (element, _, onCleanup) => {
      if (!element) return
      const scope = new AbortController()
      element.addEventListener('dragenter', enter, scope)
      element.addEventListener('dragleave', leave, scope)
      element.addEventListener('drop', drop, scope)
      onCleanup(() => scope.abort())
    },
    { immediate: true, flush: 'post' },
  )

  const page = new AbortController()
  window.addEventListener('dragover', stayOnPage, page)
  window.addEventListener('drop', stayOnPage, page)
  onScopeDispose(() => page.abort())

  return { over: readonly(over) }
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

function stayOnPage(event: DragEvent) {
  if (carriesFiles(event)) event.preventDefault()
}
