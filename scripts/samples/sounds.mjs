import { RATE } from './wav.mjs'

/**
 * Something like a voice, by a source (pulses at the pitch, or noise) and three resonances (formants). Each part:
 * seconds, formants in Hz, loudness, pitch in Hz; pitch 0 is a breath of noise, loudness 0 a pause.
 */
const UTTERANCE = [
  [0.3, [500, 1500, 2500], 0, 120],
  [0.08, [300, 1700, 2600], 0.1, 0],
  [0.24, [530, 1840, 2480], 0.8, 132],
  [0.1, [360, 1100, 2600], 0.6, 128],
  [0.34, [570, 840, 2410], 0.9, 122],
  [0.45, [500, 1500, 2500], 0, 110],
  [0.1, [400, 2200, 3000], 0.09, 0],
  [0.22, [270, 2290, 3010], 0.75, 138],
  [0.12, [300, 1500, 2300], 0.55, 134],
  [0.28, [730, 1090, 2440], 0.95, 126],
  [0.14, [640, 1190, 2390], 0.8, 116],
  [0.6, [500, 1500, 2500], 0, 110],
  [0.2, [390, 1990, 2550], 0.8, 128],
  [0.12, [490, 1350, 1690], 0.7, 120],
  [0.3, [300, 870, 2240], 0.8, 108],
  [0.16, [530, 1840, 2480], 0.55, 96],
  [0.35, [500, 1500, 2500], 0, 90],
]

/** About four seconds of babble in three phrases, with pauses between them. */
export function voice() {
  const next = random(7)
  const glide = smooth(0.0045)
  const resonances = [resonator(70), resonator(90), resonator(130)]
  const gains = [1, 0.55, 0.3]
  const samples = []
  let phase = 0
  for (const [seconds, formants, loudness, pitch] of UTTERANCE) {
    for (let index = 0; index < seconds * RATE; index += 1) {
      const now = glide([...formants, loudness, pitch || 110])
      phase += now[4] / RATE
      const pulse = phase >= 1 ? 1 : 0
      phase -= pulse
      const source =
        (pitch === 0 ? (next() - 0.5) * 0.9 : pulse * 6 + (next() - 0.5) * 0.02) * now[3]
      samples.push(
        resonances.reduce((sum, filter, at) => sum + filter(source, now[at]) * gains[at], 0),
      )
    }
  }
  return normalized(samples, 0.7)
}

/** Five tones of a chord with silence between them. */
export function tones() {
  const samples = []
  const silence = (seconds) => samples.push(...new Array(Math.round(seconds * RATE)).fill(0))
  silence(0.25)
  for (const pitch of [261.63, 329.63, 392, 523.25, 392]) {
    const length = Math.round(0.42 * RATE)
    for (let index = 0; index < length; index += 1) {
      const time = index / RATE
      const envelope = Math.min(1, index / 240, (length - index) / 1600) * Math.exp(-time * 2)
      const wave = Math.sin(2 * Math.PI * pitch * time) + 0.3 * Math.sin(4 * Math.PI * pitch * time)
      samples.push(wave * envelope)
    }
    silence(0.2)
  }
  return normalized(samples, 0.6)
}

/** A resonance with the given width in Hz, whose place may move. */
function resonator(width) {
  let [one, two] = [0, 0]
  const radius = Math.exp((-Math.PI * width) / RATE)
  return (input, frequency) => {
    const turn = 2 * radius * Math.cos((2 * Math.PI * frequency) / RATE)
    const output = (1 - radius) * input + turn * one - radius * radius * two
    two = one
    one = output
    return output
  }
}

/** Follows its target bit by bit, as a mouth does. */
function smooth(speed) {
  let state
  return (target) => {
    state = state ? state.map((value, index) => value + (target[index] - value) * speed) : target
    return state
  }
}

function normalized(samples, peak) {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-9)
  return samples.map((sample) => (sample / loudest) * peak)
}

/** Numbers from 0 to 1 that look random and are the same every time. */
function random(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
