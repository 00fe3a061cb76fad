import { computed, shallowRef } from 'vue'
import type { Json, JsonObject } from '@/core/json'
import type { MediaFile } from '@/core/media'
import type { TaskPage } from '@/composables/useTaskPage'
import type { Input, Output } from '.'

/**
 * The document as a ref for v-model. The words in the parameters belong to their document: with another one they go,
 * since a service would answer from them; with the former one they come back.
 */
export function useDocumentWords(page: TaskPage<Input, Output>) {
  const words = new WeakMap<Blob, Json>()
  const changed = shallowRef(false)

  const image = computed<MediaFile | null>({
    get: () => page.draft.value.input.image,
    set(next) {
      const { input, parameters } = page.draft.value
      const { word_boxes, ...others } = parameters
      if (input.image && word_boxes !== undefined) words.set(input.image.blob, word_boxes)
      const own = next ? words.get(next.blob) : undefined
      const kept: JsonObject = own === undefined ? others : { ...others, word_boxes: own }
      changed.value = word_boxes !== undefined && own === undefined
      page.update({ input: { ...input, image: next }, parameters: kept })
    },
  })
  const removed = computed(
    () => changed.value && page.draft.value.parameters.word_boxes === undefined,
  )
  return { image, removed }
}
