import { computed, shallowRef, watch } from 'vue'
import type { GeneratedImage } from '@/core/images'
import { isNumber } from '@/core/json'
import type { MadePicture } from '@/core/made-pictures'
import { mediaFile } from '@/core/media'
import type { Draft } from '@/core/task'
import { useGalleryStore } from '@/stores/gallery'
import { scaleImage } from './picture-work'
import type { TaskPage } from './useTaskPage'

/** Longer side of a thumbnail, in pixels: sharp at twice the density. */
const THUMBNAIL = 192

/**
 * The session's pictures of a page, each with the draft that it was made of. A run out of the history adds none.
 * @param promptOf what was asked for, in words
 */
export function useMadePictures<
  Input,
  Output extends { readonly images: readonly GeneratedImage[] },
>(page: TaskPage<Input, Output>, promptOf: (input: Input) => string) {
  const gallery = useGalleryStore()
  const task = page.task.id
  const pictures = computed(() => gallery.of(task))
  const chosen = shallowRef<string>()
  let sent: { readonly id: string; readonly draft: Draft<Input> } | undefined

  watch(
    page.run,
    (run) => {
      if (run.phase === 'sending' && sent?.id !== run.id)
        sent = { id: run.id, draft: page.draft.value }
    },
    { flush: 'sync' },
  )
  watch(page.run, (run) => {
    if (run.phase !== 'done' || sent?.id !== run.id) return
    const { id, draft } = sent
    sent = undefined
    chosen.value = undefined
    const { seed } = draft.parameters
    const made = run.output.images.map((image, place) => ({
      id: `${id} ${place}`,
      image,
      draft,
      prompt: promptOf(draft.input),
      seed: isNumber(seed) ? seed : undefined,
    }))
    gallery.add(task, made)
    for (const each of made) void addThumbnail(each)
  })

  async function addThumbnail({ id, image }: MadePicture) {
    if (image.kind === 'url') return
    const small = await scaleImage(mediaFile(image.blob, 'image'), THUMBNAIL).catch(() => undefined)
    if (!small?.scaled) return
    const { width, height } = small.scaled
    gallery.change(task, id, { thumbnail: small.blob, size: { width, height } })
  }

  return {
    pictures,
    chosen: computed(() => pictures.value.find(({ id }) => id === chosen.value)),
    choose: (id: string | undefined) => (chosen.value = id),
    remove: (id?: string) => gallery.remove(task, id),
    /** Puts a picture's settings back on the page, which undo takes back. */
    restore: ({ draft }: MadePicture) => page.replace(draft as Draft<Input>),
  }
}
