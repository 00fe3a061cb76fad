import { computed, shallowRef, watch, type Ref } from 'vue'
import { originalOf, scaleImage } from '@/composables/picture-work'
import { imageDimensions } from '@/core/dimensions'
import { LONGEST_SIDES, scaledSize } from '@/core/image-scale'
import { limits } from '@/core/limits'
import type { MediaFile } from '@/core/media'

interface Size {
  readonly width: number
  readonly height: number
}

/** Makes the picture in `model` smaller, and gives its original back. The latest choice wins, and no other picture's. */
export function useImageScale(model: Ref<MediaFile>) {
  const busy = shallowRef(false)
  const failed = shallowRef(false)
  /** Of the original; undefined where its header does not tell. */
  const size = shallowRef<Size>()
  const original = computed(() => originalOf(model.value))
  let latest = 0

  watch(
    model,
    async (file) => {
      latest += 1
      busy.value = false
      failed.value = false
      const found = file.scaled ?? (await imageDimensions(file.blob, file.type))
      if (file === model.value) size.value = found
    },
    { immediate: true },
  )

  const sides = computed(() => {
    const known = size.value
    if (!known) return []
    const longer = Math.max(known.width, known.height)
    const asked = model.value.scaled?.longest
    return LONGEST_SIDES.filter((side) => side < longer || side === asked).map((longest) => ({
      longest,
      ...scaledSize(known, longest),
    }))
  })
  /** Whether the original can be sent; undefined where it is not at hand any more. */
  const sendable = computed(() => {
    if (!model.value.scaled) return true
    const { width, height, size: bytes } = model.value.scaled
    if (!original.value) return undefined
    return bytes <= limits.imageBytes && width * height <= limits.imagePixels
  })

  async function scale(longest: number) {
    const mine = ++latest
    busy.value = true
    failed.value = false
    const made = await scaleImage(model.value, longest).catch(() => undefined)
    if (mine !== latest) return
    busy.value = false
    if (made) model.value = made
    else failed.value = true
  }

  function restore() {
    latest += 1
    busy.value = false
    if (original.value) model.value = original.value
  }

  return { busy, failed, size, sides, sendable, scale, restore }
}
