import { ref, shallowRef, toRaw, watch, type Ref } from 'vue'
import { toSpeechWav } from '@/composables/sound-work'
import { mediaFile, type MediaFile } from '@/core/media'
import { isSpeechWav } from '@/core/wav'

/** How the file at hand stands to the format: it has it, was brought into it, can't be, or is of another. */
export type SpeechWavState = 'none' | 'native' | 'converted' | 'failed' | 'other'

const HEAD_BYTES = 4096

/**
 * Keeps a sound as 16 kHz mono WAV for as long as `wanted` is on: the file in `model` is replaced, so that what is
 * shown, sent and kept is the converted one. Off gives the original back, where it is still known.
 */
export function useSpeechWav(model: Ref<MediaFile | null>) {
  const wanted = ref(false)
  const busy = shallowRef(false)
  const state = shallowRef<SpeechWavState>('none')
  const original = shallowRef<MediaFile>()
  const originals = new WeakMap<Blob, MediaFile>()
  const unreadable = new WeakSet<Blob>()
  let latest = 0

  async function stateOf(file: MediaFile | null): Promise<SpeechWavState> {
    if (!file) return 'none'
    const blob = toRaw(file.blob)
    if (originals.has(blob)) return 'converted'
    const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer())
    if (isSpeechWav(head)) return 'native'
    return unreadable.has(blob) ? 'failed' : 'other'
  }

  async function settle() {
    const mine = ++latest
    const file = model.value
    const found = await stateOf(file)
    if (mine !== latest) return
    state.value = found
    original.value = file ? originals.get(toRaw(file.blob)) : undefined
    if (found === 'converted' && !wanted.value && original.value) model.value = original.value
    else if (found === 'other' && wanted.value && file) await convert(file, mine)
  }

  async function convert(file: MediaFile, mine: number) {
    busy.value = true
    try {
      const wav = await toSpeechWav(file.blob)
      originals.set(wav, file)
      if (mine === latest) model.value = mediaFile(wav, wavName(file.name))
    } catch {
      unreadable.add(toRaw(file.blob))
      if (mine === latest) state.value = 'failed'
    } finally {
      if (mine === latest) busy.value = false
    }
  }

  watch(
    model,
    (file) => {
      // An undo or another example can bring back a file that was converted before.
      if (file && originals.has(toRaw(file.blob))) wanted.value = true
      busy.value = false
      void settle()
    },
    { immediate: true },
  )
  watch(wanted, () => void settle())

  return { wanted, busy, state, original }
}

/** `talk.flac` becomes `talk-16k.wav`. */
function wavName(name: string): string {
  return `${name.replace(/\.\w{1,5}$/, '')}-16k.wav`
}
