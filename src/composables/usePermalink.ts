import { computed, shallowRef } from 'vue'
import type { Connection } from '@/core/connection'
import type { GivenPicture, HandedOver } from '@/core/incoming'
import type { MediaFile } from '@/core/media'
import type { LinkedConnection, LinkedFile } from '@/core/permalink'
import type { SampleLoader, TaskDefinition } from '@/core/task'
import { useConnectionStore } from '@/stores/connection'
import { fits, type DraftHandle } from './useDraft'

/** What the person should know of a link that was opened. */
export type LinkNotice =
  | { readonly kind: 'damaged' }
  /** The link suggests an endpoint: nothing goes there without the person's word. */
  | { readonly kind: 'endpoint'; readonly url: string }
  | { readonly kind: 'files'; readonly files: readonly LinkedFile['file'][] }
  /** A pasted request names files, which the person has to add. */
  | { readonly kind: 'pasted'; readonly names: readonly string[] }

/** Links that open a page as it is now: task, model, kind of connection, inputs, parameters; no file, no token. */
export function usePermalink<Input, Output>(
  task: TaskDefinition<Input, Output>,
  handle: DraftHandle<Input>,
  loadSample: SampleLoader,
) {
  const connection = useConnectionStore()
  const notices = shallowRef<readonly LinkNotice[]>([])
  /** Few pages are shared, or opened by a link. */
  const permalink = () => import('@/core/permalink')

  async function scaled(file: MediaFile, longest: number) {
    const { scaleImage } = await import('./picture-work')
    return scaleImage(file, longest)
  }

  /** The address of the page as it is, or undefined when that is too much for a link. */
  async function create(): Promise<string | undefined> {
    const { encodeLink } = await permalink()
    const draft = handle.draft.value
    const input = task.shared?.(draft.input) ?? draft.input
    const text = await encodeLink({ ...draft, input }, connection.connection)
    if (text === undefined) return undefined
    const url = new URL(location.href)
    url.hash = `#/tasks/${task.id}?s=${text}`
    return url.href
  }

  /** Fills the page from a link; what was on it can be had back by undo. Nothing is sent. */
  async function open(text: string): Promise<void> {
    const { decodeLink, withFiles } = await permalink()
    const linked = await decodeLink(text)
    const { input, missing } = linked
      ? await withFiles(linked.input, loadSample, scaled)
      : { input: undefined, missing: [] }
    if (!linked || !fits(task.emptyInput, input)) {
      notices.value = [{ kind: 'damaged' }]
      return
    }
    const { connection: suggested, model, parameters, stream, options } = linked
    const found: LinkNotice[] = missing.length > 0 ? [{ kind: 'files', files: missing }] : []
    if (suggested.kind === 'endpoint') found.push({ kind: 'endpoint', url: suggested.url })
    const draft = { model, parameters, stream, input: input as Input }
    handle.replace({ ...draft, ...(options ? { options } : {}) }, usable(suggested))
    notices.value = found
  }

  /** What a link may set by itself. */
  function usable(suggested: LinkedConnection): Connection | undefined {
    if (suggested.kind === 'endpoint') return undefined
    return suggested.kind === 'provider' ? { ...suggested, billTo: connection.billTo } : suggested
  }

  /**
   * Fills the page with a request that the person pasted, or its image with a picture of another page; what was on it can
   * be had back by undo. Nothing is sent.
   */
  function receive(given: HandedOver | GivenPicture): void {
    if ('picture' in given) {
      const { input, ...others } = handle.draft.value
      handle.replace({ ...others, input: { ...input, image: given.picture } })
      return
    }
    handle.replace(given.draft as typeof handle.draft.value, given.connection)
    notices.value = given.files.length > 0 ? [{ kind: 'pasted', names: given.files }] : []
  }

  /** Takes a model, and a provider where one is named; what was there can be had back by undo. Nothing is sent. */
  async function take(model: string, provider: unknown): Promise<void> {
    const { isProviderName, modelIdOf } = await import('@/core/hub')
    const id = modelIdOf(model)
    if (id === undefined) {
      notices.value = [{ kind: 'damaged' }]
      return
    }
    const named = typeof provider === 'string' && isProviderName(provider) ? provider : undefined
    const { billTo } = connection
    handle.replace(
      { ...handle.draft.value, model: id },
      named === undefined ? undefined : { kind: 'provider', provider: named, billTo },
    )
  }

  function dismiss(notice: LinkNotice) {
    notices.value = notices.value.filter((each) => each !== notice)
  }

  /** The person's word for a suggested endpoint. It gets no token by that. */
  function accept(notice: LinkNotice & { kind: 'endpoint' }) {
    handle.adopt({ kind: 'endpoint', url: notice.url, auth: 'none' })
    dismiss(notice)
  }

  return { notices: computed(() => notices.value), create, open, receive, take, dismiss, accept }
}
