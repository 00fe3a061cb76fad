import { fft, hann } from '@/core/sound/fft'
import { breathe } from '../sleep'
import type { Sound } from './decode'
import { periodicity } from './pitch'

/** What can be measured of a sound without understanding it. Shares are 0 to 1 of the frames that are not silent. */
export interface SoundFeatures {
  /** Mean level, decibels of full scale; -100 for digital silence. */
  readonly level: number
  /** Share of all frames that are louder than silence. */
  readonly active: number
  /** Share of the energy in the loudest 60 ms. */
  readonly burst: number
  /** Share with a clear pitch of any height. */
  readonly pitched: number
  /** Share with a pitch that a voice can have. */
  readonly voiced: number
  /** Share whose pitch is the same as in the frame before, to half a percent. */
  readonly steady: number
  /** Geometric over arithmetic mean of the spectrum: 1 for white noise, 0 for a pure tone. */
  readonly flatness: number
  /** How much zero crossings differ between frames: the deviation over the mean. */
  readonly crossings: number
  /** How much the level moves from frame to frame, decibels. */
  readonly movement: number
}

const FRAME = 1024
/** Decibels of full scale. */
const SILENCE_DB = -60
const MOST_FRAMES = 1_500
const FRAMES_PER_BREATH = 40
const CLEAR = 0.8
const VOICE = { low: 65, high: 420 }

interface Frame {
  readonly power: number
  readonly decibels: number
  readonly crossings: number
  readonly flatness: number
  /** Hz; 0 without a clear one. */
  readonly pitch: number
}

/** Measures a sound in frames of 64 ms; of a long sound, in 1,500 of them. Throws when aborted. */
export async function measureSound(sound: Sound, signal: AbortSignal): Promise<SoundFeatures> {
  const frames: Frame[] = []
  const all = Math.max(1, Math.floor(sound.samples.length / FRAME))
  const step = Math.max(1, Math.ceil(all / MOST_FRAMES))
  const flatness = flatnessMeter()
  for (let at = 0; at < all; at += step) {
    if (frames.length % FRAMES_PER_BREATH === 0) await breathe(signal)
    const piece = sound.samples.subarray(at * FRAME, (at + 1) * FRAME)
    frames.push(measureFrame(piece, sound.rate, flatness))
  }
  const heard = frames.filter(({ decibels }) => decibels > SILENCE_DB)
  return {
    level: toDecibels(mean(frames.map(({ power }) => power))),
    active: heard.length / frames.length,
    burst: burstOf(sound),
    ...pitchFeatures(heard),
    flatness: mean(heard.map((frame) => frame.flatness)),
    crossings: variation(heard.map((frame) => frame.crossings)),
    movement: mean(
      frames.slice(1).map(({ decibels }, index) => {
        const before = frames[index]?.decibels ?? decibels
        return Math.abs(Math.max(SILENCE_DB, decibels) - Math.max(SILENCE_DB, before))
      }),
    ),
  }
}

function measureFrame(
  piece: Float32Array,
  rate: number,
  flatness: (piece: Float32Array) => number,
): Frame {
  const power = piece.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, piece.length)
  const decibels = toDecibels(power)
  if (decibels <= SILENCE_DB) return { power, decibels, crossings: 0, flatness: 0, pitch: 0 }
  let crossings = 0
  for (let index = 1; index < piece.length; index++) {
    if ((piece[index] ?? 0) >= 0 !== (piece[index - 1] ?? 0) >= 0) crossings++
  }
  const { frequency = 0, clarity = 0 } = periodicity(piece, rate) ?? {}
  const pitch = clarity > CLEAR ? frequency : 0
  return { power, decibels, crossings, flatness: flatness(piece), pitch }
}

function pitchFeatures(heard: readonly Frame[]) {
  const share = (test: (pitch: number, before: number) => boolean) =>
    heard.filter(({ pitch }, index) => test(pitch, heard[index - 1]?.pitch ?? 0)).length /
    Math.max(1, heard.length)
  return {
    pitched: share((pitch) => pitch > 0),
    voiced: share((pitch) => pitch > VOICE.low && pitch < VOICE.high),
    steady: share((pitch, before) => pitch > 0 && Math.abs(pitch / before - 1) < 0.005),
  }
}

/** Of the spectrum between 100 Hz and 7 kHz; files of less than 16 kHz have nothing beyond. */
function flatnessMeter() {
  const window = hann(FRAME)
  const [re, im] = [new Float64Array(FRAME), new Float64Array(FRAME)]
  const [first, last] = [Math.floor(FRAME / 160), Math.floor((FRAME * 7) / 16)]
  return (piece: Float32Array) => {
    for (let index = 0; index < FRAME; index++) {
      re[index] = (piece[index] ?? 0) * (window[index] ?? 0)
    }
    im.fill(0)
    fft(re, im)
    let [logs, sum] = [0, 0]
    for (let bin = first; bin < last; bin++) {
      const power = (re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2 + 1e-12
      logs += Math.log(power)
      sum += power
    }
    return Math.exp(logs / (last - first)) / (sum / (last - first))
  }
}

/** The energy around the loudest sample, as a share of all. */
function burstOf({ samples, rate }: Sound): number {
  let [loudest, at, total] = [0, 0, 0]
  for (let index = 0; index < samples.length; index++) {
    const power = (samples[index] ?? 0) ** 2
    total += power
    if (power > loudest) [loudest, at] = [power, index]
  }
  if (total === 0) return 0
  const reach = Math.round(rate * 0.03)
  const near = samples.subarray(Math.max(0, at - reach), at + reach)
  return near.reduce((sum, sample) => sum + sample * sample, 0) / total
}

function toDecibels(power: number): number {
  return 10 * Math.log10(power + 1e-10)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function variation(values: readonly number[]): number {
  const middle = mean(values)
  if (middle === 0) return 0
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) / middle
}
