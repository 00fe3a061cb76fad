import { computed, shallowRef, toRaw } from 'vue'
import type { Json, JsonObject } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { originalOf } from './picture-work'
import type { TaskPage } from './useTaskPage'

/**
 * The page's image as a ref for v-model, with a parameter that belongs to it, such as the words of a document: with
 * another image it goes, since a service would answer from it, and with the former one it comes back.
 */
export function useImageParameter<Input extends { readonly image: MediaFile | null }, Output>(
  page: TaskPage<Input, Output>,
  name: string,
) {
  /** By the picture as it was given, whatever size it is sent at. */
  const values = new WeakMap<Blob, Json>()
  const pictureOf = (file: MediaFile) => toRaw((originalOf(file) ?? file).blob)
  const went = shallowRef(false)

  const image = computed<MediaFile | null>({
    get: () => page.draft.value.input.image,
    set(next) {
      const { input, parameters } = page.draft.value
      const { [name]: value, ...others } = parameters
      if (input.image && value !== undefined) values.set(pictureOf(input.image), value)
      const own = next ? values.get(pictureOf(next)) : undefined
      const kept: JsonObject = own === undefined ? others : { ...others, [name]: own }
      went.value = value !== undefined && own === undefined
      page.update({ input: { ...input, image: next }, parameters: kept })
    },
  })
  /** The parameter went with an image, and has not been given since. */
  const removed = computed(() => went.value && page.draft.value.parameters[name] === undefined)
  return { image, removed }
}
