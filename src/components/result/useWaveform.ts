import {
  onScopeDispose,
  readonly,
  ref,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
} from 'vue'
import type WaveSurfer from 'wavesurfer.js'
import { waveformOf } from '@/composables/sound-work'
import { themeValue } from './category'
import { useThemeChange } from './useThemeChange'

export interface WaveformSource {
  /** Element to draw in. */
  readonly container: MaybeRefOrGetter<HTMLElement | null | undefined>
  readonly audio: MaybeRefOrGetter<Blob>
}

/** Peaks of a waveform: more than a wide screen has bars. */
const PEAKS = 2_000

/** A sound drawn as a waveform and played by the browser. The library is loaded when it is first needed. */
export function useWaveform({ container, audio }: WaveformSource) {
  const player = shallowRef<WaveSurfer>()
  const time = ref(0)
  const duration = ref(0)
  const playing = ref(false)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  let latest = 0

  const colours = (element: HTMLElement) => ({
    waveColor: themeValue(element, '--ts-text-3'),
    progressColor: themeValue(element, '--ts-primary'),
    cursorColor: themeValue(element, '--ts-text'),
  })

  async function load() {
    const element = toValue(container)
    if (!element) return
    const mine = ++latest
    state.value = 'loading'
    time.value = 0
    try {
      const blob = toValue(audio)
      const [{ default: Library }, { peaks, seconds }] = await Promise.all([
        import('wavesurfer.js'),
        waveformOf(blob, PEAKS),
      ])
      if (mine !== latest) return
      player.value ??= create(Library, element)
      // With peaks and a length it decodes nothing by itself, which would be on the page's own thread.
      await player.value.loadBlob(blob, [peaks], seconds)
      if (mine !== latest) return
      duration.value = player.value.getDuration()
      state.value = 'ready'
    } catch {
      if (mine === latest) state.value = 'failed'
    }
  }

  function create(Library: typeof WaveSurfer, element: HTMLElement): WaveSurfer {
    const made = Library.create({
      container: element,
      height: 72,
      barWidth: 2,
      barGap: 1,
      barRadius: 1,
      normalize: true,
      ...colours(element),
    })
    made.on('timeupdate', (now) => (time.value = now))
    made.on('play', () => (playing.value = true))
    made.on('pause', () => (playing.value = false))
    return made
  }

  function seek(seconds: number) {
    if (state.value !== 'ready') return
    player.value?.setTime(Math.max(0, Math.min(seconds, duration.value)))
  }

  watch([() => toValue(container), () => toValue(audio)], load, { flush: 'post', immediate: true })
  useThemeChange(() => {
    const element = toValue(container)
    if (element) player.value?.setOptions(colours(element))
  })
  onScopeDispose(() => {
    latest++
    player.value?.destroy()
  })

  return {
    time,
    duration: readonly(duration),
    playing: readonly(playing),
    state: readonly(state),
    seek,
    /** A browser can refuse to play, for example without a sound device; it then stays paused. */
    toggle: () => void player.value?.playPause().catch(() => undefined),
    play: () => void player.value?.play().catch(() => undefined),
    setLoop: (on: boolean) => {
      const media = player.value?.getMediaElement()
      if (media) media.loop = on
    },
    setSpeed: (rate: number) => player.value?.setPlaybackRate(rate, true),
  }
}
