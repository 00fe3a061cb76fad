import { shallowRef, type Ref } from 'vue'
import { mediaFile, type MediaFile } from '@/core/media'
import { sniffBlob } from '@/core/sniff'

/** Pictures of a message: taken from files, by drop and from the clipboard. `refused` after a file that was none. */
export function useImages(images: Ref<readonly MediaFile[] | undefined>) {
  const refused = shallowRef(false)

  async function add(files: Iterable<File>) {
    const taken: MediaFile[] = []
    refused.value = false
    for (const file of files) {
      const { type } = await sniffBlob(file)
      if (type.startsWith('image/')) taken.push(mediaFile(file, file.name, type))
      else refused.value = true
    }
    images.value = [...(images.value ?? []), ...taken]
  }

  function paste(event: ClipboardEvent) {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void add(files)
  }

  function pick(event: Event) {
    const input = event.target as HTMLInputElement
    void add([...(input.files ?? [])]).then(() => (input.value = ''))
  }

  function drop(event: DragEvent) {
    void add(event.dataTransfer?.files ?? [])
  }

  function removeAt(index: number) {
    images.value = (images.value ?? []).filter((_, at) => at !== index)
  }

  return { refused, paste, pick, drop, removeAt }
}
