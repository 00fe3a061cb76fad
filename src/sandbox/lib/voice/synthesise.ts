import { seededRandom, type Random } from '../random'
import { breathe } from '../sleep'
import type { Spoken } from './speech'

export const VOICE_RATE = 16_000

export interface VoiceOptions {
  /** Part of the usual pitch by which it trembles; 0 is a machine's. */
  readonly tremble: number
  readonly seed: number
}

/** Samples between two settings of the filters: 5 ms. */
const STEP = 80
const FADE_STEPS = 3
/** Bandwidths of the formants, Hz; the fourth stands still. */
const BANDS = [70, 95, 140, 220]
const FOURTH = 3500
const STEPS_PER_BREATH = 400

interface Setting {
  readonly formants: readonly [number, number, number]
  readonly voice: number
  readonly hiss: number
  readonly hissAt: number
  readonly pitch: number
}

/** Speaks with a buzz and a hiss, sent through filters at the formants (Klatt 1980, a small one). Throws when aborted. */
export async function synthesise(
  speech: readonly Spoken[],
  { tremble, seed }: VoiceOptions,
  signal: AbortSignal,
): Promise<Float32Array> {
  const settings = settingsOf(speech)
  const samples = new Float32Array(settings.length * STEP)
  const random = seededRandom(seed)
  const tract = createTract(random)
  let sway = 0
  for (const [index, setting] of settings.entries()) {
    if (index % STEPS_PER_BREATH === 0) await breathe(signal)
    sway = sway * 0.9 + (random() - 0.5) * tremble
    const piece = samples.subarray(index * STEP, (index + 1) * STEP)
    tract(setting, setting.pitch * (1 + sway), piece)
  }
  return levelled(samples)
}

/** A setting each 5 ms; the mouth moves on from sound to sound, and nothing begins or ends at once. */
function settingsOf(speech: readonly Spoken[]): Setting[] {
  const raw = speech.flatMap(({ phone, from, to }) => {
    const steps = Math.max(1, Math.round((phone.seconds * VOICE_RATE) / STEP))
    return Array.from({ length: steps }, (_, step): Setting => {
      const part = step / steps
      const { formants, to: end = formants, voice, hiss, hissAt } = phone
      return {
        formants: [
          between(formants[0], end[0], part),
          between(formants[1], end[1], part),
          between(formants[2], end[2], part),
        ],
        voice,
        hiss,
        hissAt,
        pitch: between(from, to, part),
      }
    })
  })
  return raw.map((setting, index) => {
    const near = raw.slice(Math.max(0, index - FADE_STEPS), index + FADE_STEPS + 1)
    const mean = (of: (setting: Setting) => number) =>
      near.reduce((sum, each) => sum + of(each), 0) / near.length
    return {
      ...setting,
      formants: [
        mean((s) => s.formants[0]),
        mean((s) => s.formants[1]),
        mean((s) => s.formants[2]),
      ],
      voice: mean((s) => s.voice),
      // A burst is short: it keeps its edge.
      hiss: 0.5 * setting.hiss + 0.5 * mean((s) => s.hiss),
    }
  })
}

/** The throat and the mouth: keeps the state of the filters from piece to piece. */
function createTract(random: Random) {
  const throat = BANDS.map(resonator)
  const teeth = resonator(1200)
  let phase = 0
  let before = 0
  return (setting: Setting, pitch: number, piece: Float32Array) => {
    for (const [index, filter] of throat.entries()) filter.tune(setting.formants[index] ?? FOURTH)
    teeth.tune(setting.hissAt)
    for (let index = 0; index < piece.length; index++) {
      phase = (phase + pitch / VOICE_RATE) % 1
      const noise = random() * 2 - 1
      const flow = pulse(phase)
      let sound = (flow - before) * setting.voice * 6 + noise * 0.015 * setting.voice
      before = flow
      for (const filter of throat) sound = filter.pass(sound)
      piece[index] = sound + teeth.pass(noise * setting.hiss) * 0.9
    }
  }
}

/** Air through the vocal cords (Rosenberg): opens, closes faster, stays closed. */
function pulse(phase: number): number {
  if (phase < 0.4) return 0.5 * (1 - Math.cos((Math.PI * phase) / 0.4))
  return phase < 0.6 ? Math.cos((Math.PI * (phase - 0.4)) / 0.4) : 0
}

/** Two poles that ring at a frequency; passes what does not change as it is. */
function resonator(band: number) {
  const decay = Math.exp((-Math.PI * band) / VOICE_RATE)
  let [a, b, c, one, two] = [0, 0, 0, 0, 0]
  return {
    tune(hertz: number) {
      c = -(decay ** 2)
      b = 2 * decay * Math.cos((2 * Math.PI * hertz) / VOICE_RATE)
      a = 1 - b - c
    },
    pass(value: number) {
      const next = a * value + b * one + c * two
      two = one
      one = next
      return next
    },
  }
}

function between(from: number, to: number, part: number): number {
  return from + (to - from) * part
}

function levelled(samples: Float32Array): Float32Array {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  return loudest === 0 ? samples : samples.map((sample) => (sample / loudest) * 0.85)
}
