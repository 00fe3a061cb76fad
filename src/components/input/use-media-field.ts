import { inject, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { MediaFile } from '@/core/media'
import { byteLimit } from './byte-limit'
import { LoadFailure, MEDIA_LOADERS, type MediaLoaders } from './loaders'
import { checkMedia, type Refusal, type Wanted } from './media-check'

/**
 * What a picture, sound or file input does, whatever way a file comes: check it, take it or say why not, and keep what
 * was there for an undo. The file that is there stays when the new one is refused. The latest attempt wins.
 */
export function useMediaField(model: Ref<MediaFile | null>, wanted: Wanted) {
  const loaders = inject(MEDIA_LOADERS, undefined)
  const refusal = shallowRef<Refusal>()
  const busy = shallowRef(false)
  const previous = shallowRef<MediaFile | null>()
  let attempt = 0
  let download = new AbortController()
  let own: MediaFile | null | undefined

  function put(file: MediaFile | null) {
    const before = model.value
    own = file
    model.value = file
    previous.value = before ?? undefined
    refusal.value = undefined
  }

  watch(model, (file) => {
    if (file === own) return
    // Set from outside, as by an example: an undo would bring back something unrelated.
    previous.value = undefined
    refusal.value = undefined
  })

  async function latest(work: (signal: AbortSignal) => Promise<MediaFile | Refusal | undefined>) {
    attempt += 1
    const mine = attempt
    busy.value = true
    download.abort()
    download = new AbortController()
    try {
      const outcome = await work(download.signal)
      if (mine !== attempt || !outcome) return
      if ('kind' in outcome) refusal.value = outcome
      else put(outcome)
    } finally {
      if (mine === attempt) busy.value = false
    }
  }

  async function checked(blob: Blob, name: string) {
    const result = await checkMedia(blob, name, wanted)
    return result.ok ? result.file : result.refusal
  }

  /** Takes a file by its content. */
  const take = (blob: Blob, name: string) => latest(() => checked(blob, name))

  const loading = (name: string, load: (signal: AbortSignal) => Promise<MediaFile>) =>
    latest(async (signal) => {
      try {
        const file = await load(signal)
        const taken = await checked(file.blob, file.name)
        // Where it can be had again is what a link to the page names.
        return 'kind' in taken || !file.source ? taken : { ...taken, source: file.source }
      } catch (error) {
        if (signal.aborted) return undefined
        if (!(error instanceof LoadFailure)) throw error
        if (error.reason === 'too-large')
          return { kind: 'too-heavy', name, bytes: undefined, wanted }
        return { kind: 'unloaded', name, reason: error.reason, status: error.status }
      }
    })

  onScopeDispose(() => download.abort())

  return {
    loaders,
    refusal,
    busy,
    previous,
    take,
    /** Takes a file that was checked. */
    put,
    takeSample: (name: string) => loading(name, () => needed(loaders).loadSample(name)),
    takeUrl: (url: string) =>
      loading(url, (signal) => needed(loaders).loadUrl(url, byteLimit(wanted), signal)),
    remove: () => put(null),
    undo: () => {
      if (previous.value) put(previous.value)
    },
  }
}

function needed(loaders: MediaLoaders | undefined): MediaLoaders {
  if (!loaders) throw new Error('MEDIA_LOADERS is not provided')
  return loaders
}
