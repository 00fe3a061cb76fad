import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue'
import { limits } from '@/core/limits'
import { SPEECH_RATE } from '@/core/wav'
import { toSpeechWav } from './sound-work'

export type MicrophoneState = 'idle' | 'asking' | 'recording' | 'paused' | 'finishing'

/** Why there is no recording: refused by the person or the page's policy, no device, no support, or a device at fault. */
export type MicrophoneTrouble = 'denied' | 'absent' | 'unsupported' | 'failed'

export interface Microphone {
  readonly state: Readonly<Ref<MicrophoneState>>
  readonly trouble: Readonly<Ref<MicrophoneTrouble | undefined>>
  /** Loudness now, 0 to 1. */
  readonly level: Readonly<Ref<number>>
  /** Seconds recorded, without pauses. */
  readonly seconds: Readonly<Ref<number>>
  /** Media type in which the browser records, before it is converted; `''` until it is known. */
  readonly format: Readonly<Ref<string>>
  start(): Promise<void>
  pause(): void
  resume(): void
  /** Ends the recording and hands it on. */
  stop(): void
  /** Ends the recording and throws it away. */
  cancel(): void
}

/** A recording ends by itself at this length, which fills the bound for sounds as 16-bit WAV. */
export const LONGEST_SECONDS = Math.floor(limits.soundBytes / (SPEECH_RATE * 2)) - 1

/**
 * Records speech. The microphone is let go when the recording ends and when the scope does.
 * @param onRecorded gets a 16 kHz mono 16-bit WAV, which is what servers read
 */
export function useMicrophone(onRecorded: (wav: Blob) => void): Microphone {
  const state = shallowRef<MicrophoneState>('idle')
  const trouble = shallowRef<MicrophoneTrouble>()
  const level = shallowRef(0)
  const seconds = shallowRef(0)
  const format = shallowRef('')
  let session: Session | undefined
  let disposed = false

  function release() {
    session?.release()
    session = undefined
    state.value = 'idle'
    level.value = 0
  }

  async function start() {
    if (state.value !== 'idle') return
    trouble.value = undefined
    seconds.value = 0
    state.value = 'asking'
    try {
      const opened = await openSession((loudness, passed) => {
        level.value = loudness
        // A browser names the format only once it has begun.
        format.value ||= session?.recorder.mimeType ?? ''
        if (state.value === 'recording') seconds.value += passed
        if (seconds.value >= LONGEST_SECONDS) stop()
      })
      if (disposed || state.value !== 'asking') return opened.release()
      session = opened
      state.value = 'recording'
    } catch (error) {
      state.value = 'idle'
      trouble.value = troubleOf(error)
    }
  }

  async function finish(current: Session) {
    state.value = 'finishing'
    try {
      const wav = await toSpeechWav(await current.finish())
      if (session === current) onRecorded(wav)
    } catch {
      trouble.value = 'failed'
    }
    if (session === current) release()
  }

  function stop() {
    if (session && state.value !== 'finishing') void finish(session)
  }

  function pause() {
    if (state.value !== 'recording') return
    session?.recorder.pause()
    state.value = 'paused'
  }

  function resume() {
    if (state.value !== 'paused') return
    session?.recorder.resume()
    state.value = 'recording'
  }

  onScopeDispose(() => {
    disposed = true
    release()
  })

  return {
    state: readonly(state),
    trouble: readonly(trouble),
    level: readonly(level),
    seconds: readonly(seconds),
    format: readonly(format),
    start,
    pause,
    resume,
    stop,
    cancel: release,
  }
}

interface Session {
  readonly recorder: MediaRecorder
  /** Stops the recorder and gives all that was recorded, in the browser's own format. */
  finish(): Promise<Blob>
  release(): void
}

/** Opens the microphone and starts recording; `onTick` gets the loudness and the seconds passed, each frame. */
async function openSession(onTick: (level: number, passed: number) => void): Promise<Session> {
  // Typed as always there; a page without HTTPS has none.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices || typeof MediaRecorder === 'undefined')
    throw new DOMException('', 'NotSupportedError')
  const stream = await devices.getUserMedia({ audio: true })
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 1024 })
  context.createMediaStreamSource(stream).connect(analyser)
  const recorder = new MediaRecorder(stream)
  const pieces: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.start(1000)
  const stopMeter = meter(analyser, onTick)
  return {
    recorder,
    finish: () =>
      new Promise((resolve) => {
        recorder.addEventListener('stop', () =>
          resolve(new Blob(pieces, { type: recorder.mimeType })),
        )
        recorder.stop()
      }),
    release() {
      stopMeter()
      if (recorder.state !== 'inactive') recorder.stop()
      for (const track of stream.getTracks()) track.stop()
      void context.close()
    },
  }
}

function meter(analyser: AnalyserNode, onTick: (level: number, passed: number) => void) {
  const samples = new Float32Array(analyser.fftSize)
  let last = performance.now()
  let frame = requestAnimationFrame(function tick(now) {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    onTick(Math.min(1, Math.sqrt(power) * 4), Math.max(0, now - last) / 1000)
    last = now
    frame = requestAnimationFrame(tick)
  })
  return () => cancelAnimationFrame(frame)
}

function troubleOf(error: unknown): MicrophoneTrouble {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent'
  return name === 'NotSupportedError' ? 'unsupported' : 'failed'
}
