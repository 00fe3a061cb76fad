import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { decodeBlob, waveformOfBuffer } from '@/composables/sound-work'
import { SOUND_HEADER_BYTES, sampleRate } from '@/core/sound-info'
import { playTogether, type Playback } from './play-together'

/** A sound that is played along with others. */
export interface Stem {
  readonly label: string
  readonly blob: Blob
  /** Silent at first. */
  readonly muted?: boolean
}

/** A stem as it is drawn and played. */
export interface Track extends Stem {
  readonly buffer: AudioBuffer
  readonly peaks: Float32Array
  /** Samples a second by the file's header; undefined where it does not say. */
  readonly rate: number | undefined
}

const PEAKS = 1_000
/** Rates that every browser decodes to. */
const RATES = { lowest: 8_000, highest: 48_000, usual: 44_100 }

/** Plays stems in step: all of them run on one clock, and silence is a volume of nothing. */
export function useStems(stems: () => readonly Stem[]) {
  const tracks = shallowRef<readonly Track[]>([])
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const muted = ref<boolean[]>([])
  const solo = ref<boolean[]>([])
  const time = ref(0)
  const speed = ref(1)
  const loops = ref(false)
  const playback = shallowRef<Playback>()
  let context: AudioContext | undefined
  let latest = 0

  const duration = computed(() => Math.max(0, ...tracks.value.map(({ buffer }) => buffer.duration)))
  /** A solo silences all that have none; a mute silences always. */
  const heard = computed(() => {
    const alone = solo.value.includes(true)
    return tracks.value.map((_, index) => !muted.value[index] && (!alone || solo.value[index]))
  })

  async function load(list: readonly Stem[]) {
    const mine = ++latest
    pause()
    time.value = 0
    state.value = 'loading'
    muted.value = list.map((stem) => stem.muted === true)
    solo.value = list.map(() => false)
    tracks.value = []
    try {
      const loaded = await Promise.all(list.map(loadTrack))
      if (mine !== latest) return
      tracks.value = loaded
      state.value = 'ready'
    } catch {
      if (mine === latest) state.value = 'failed'
    }
  }

  async function play() {
    if (state.value !== 'ready' || playback.value) return
    context ??= new AudioContext()
    const mine = latest
    await context.resume().catch(() => undefined)
    if (mine !== latest || playback.value) return
    begin(time.value >= duration.value ? 0 : time.value)
  }

  function begin(from: number) {
    playback.value?.stop()
    time.value = from
    if (!context) return
    playback.value = playTogether(context, {
      buffers: tracks.value.map(({ buffer }) => buffer),
      volumes: volumes(),
      from,
      speed: speed.value,
      onTime: (seconds) => (time.value = Math.min(seconds, duration.value)),
      onEnd: () => {
        playback.value = undefined
        time.value = duration.value
        if (loops.value) begin(0)
      },
    })
  }

  function pause() {
    playback.value?.stop()
    playback.value = undefined
  }

  function seek(seconds: number) {
    const target = Math.max(0, Math.min(seconds, duration.value))
    if (playback.value) begin(target)
    else time.value = target
  }

  const volumes = () => heard.value.map((on) => (on ? 1 : 0))
  watch(heard, () => playback.value?.setVolumes(volumes()))
  watch(speed, () => playback.value && begin(time.value))
  watch(
    stems,
    (list, before = []) => {
      // A page may name the same sounds anew each time that it is drawn.
      const same = list.every(({ blob }, index) => blob === before[index]?.blob)
      if (!same || list.length !== before.length) void load(list)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    latest++
    pause()
    void context?.close()
  })

  return {
    tracks,
    state,
    muted,
    solo,
    heard,
    time,
    speed,
    loops,
    duration,
    playing: computed(() => playback.value !== undefined),
    toggle: () => (playback.value ? pause() : void play()),
    seek,
  }
}

async function loadTrack(stem: Stem): Promise<Track> {
  const head = new Uint8Array(await stem.blob.slice(0, SOUND_HEADER_BYTES).arrayBuffer())
  const rate = sampleRate(head)
  const fits = rate !== undefined && rate >= RATES.lowest && rate <= RATES.highest
  const buffer = await decodeBlob(stem.blob, fits ? rate : RATES.usual)
  return { ...stem, buffer, rate, peaks: await waveformOfBuffer(buffer, PEAKS) }
}
