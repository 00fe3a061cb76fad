import { fft, hann } from '@/core/sound/fft'
import { breathe } from '../sleep'

/** The parts of a sound; added up they are the sound again. */
export interface Parts {
  /** What goes on at one frequency: tones, held vowels. */
  readonly harmonic: Float32Array
  /** What comes at once at all frequencies: clicks, hits, consonants. */
  readonly percussive: Float32Array
  /** What is neither, such as noise. */
  readonly rest: Float32Array
}

const SIZE = 1024
const HOP = SIZE / 4
const BINS = SIZE / 2 + 1
/** Frames and bins to both sides that the medians look at. */
const REACH = 8
/** A part must be this many times stronger than the other to be taken out of the rest. */
const MARGIN = 1.4
const BLOCK = 64
/** Four Hann windows squared, a quarter apart, add up to this. */
const OVERLAP = 1.5

interface Frame {
  readonly re: Float64Array
  readonly im: Float64Array
  readonly power: Float64Array
}

/**
 * Median filtering (Fitzgerald 2010, with the margin of Driedger 2014): along the time a spectrum's median keeps what
 * is held, along the frequency what is short. Works through the sound in blocks; throws when aborted.
 */
export async function separate(samples: Float32Array, signal: AbortSignal): Promise<Parts> {
  const harmonic = new Float32Array(samples.length)
  const percussive = new Float32Array(samples.length)
  const window = hann(SIZE)
  const last = Math.ceil(samples.length / HOP)
  let frames: Frame[] = []
  let first = -3 - REACH
  for (let block = -3; block < last; block += BLOCK) {
    await breathe(signal)
    frames = frames.slice(Math.max(0, block - REACH - first))
    first = block - REACH
    while (frames.length < BLOCK + 2 * REACH) {
      frames.push(transform(samples, (first + frames.length) * HOP, window))
    }
    for (let index = 0; index < BLOCK; index++) {
      const [re, im] = splitFrame(frames, index + REACH)
      addWindow(harmonic, re, (block + index) * HOP, window)
      addWindow(percussive, im, (block + index) * HOP, window)
    }
  }
  const rest = samples.map(
    (sample, index) => sample - (harmonic[index] ?? 0) - (percussive[index] ?? 0),
  )
  return { harmonic, percussive, rest }
}

/** The spectrum of a window that begins at `from`; silence lies beyond both ends. */
function transform(samples: Float32Array, from: number, window: Float64Array): Frame {
  const [re, im] = [new Float64Array(SIZE), new Float64Array(SIZE)]
  for (let index = 0; index < SIZE; index++) {
    re[index] = (samples[from + index] ?? 0) * (window[index] ?? 0)
  }
  fft(re, im)
  const power = Float64Array.from(
    { length: BINS },
    (_, bin) => (re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2,
  )
  return { re, im, power }
}

/** The harmonic and the percussive part of a window, as real and imaginary parts of one inverse transform. */
function splitFrame(frames: readonly Frame[], at: number): [Float64Array, Float64Array] {
  const [re, im] = [new Float64Array(SIZE), new Float64Array(SIZE)]
  const frame = frames[at]
  if (!frame) return [re, im]
  const around = new Float64Array(2 * REACH + 1)
  for (let bin = 0; bin < BINS; bin++) {
    for (let each = -REACH; each <= REACH; each++) {
      around[each + REACH] = frames[at + each]?.power[bin] ?? 0
    }
    const held = medianOf(around)
    for (let each = -REACH; each <= REACH; each++) {
      const near = Math.abs(bin + each)
      around[each + REACH] = frame.power[near < BINS ? near : SIZE - near] ?? 0
    }
    const short = medianOf(around)
    const harmonic = softShare(held, short * MARGIN)
    const percussive = softShare(short, held * MARGIN)
    // The upper half mirrors the lower.
    for (const place of [bin, (SIZE - bin) % SIZE]) {
      const [x, y] = [frame.re[place] ?? 0, frame.im[place] ?? 0]
      re[place] = x * harmonic - y * percussive
      im[place] = y * harmonic + x * percussive
    }
  }
  fft(re, im, true)
  return [re, im]
}

function addWindow(
  target: Float32Array,
  values: Float64Array,
  from: number,
  window: Float64Array,
): void {
  const end = Math.min(SIZE, target.length - from)
  for (let index = Math.max(0, -from); index < end; index++) {
    const value = ((values[index] ?? 0) * (window[index] ?? 0)) / OVERLAP
    target[from + index] = (target[from + index] ?? 0) + value
  }
}

/** 0..1: near 1 where `own` is much stronger. Two shares with a margin above 1 add up to less than 1. */
function softShare(own: number, other: number): number {
  const total = own ** 2 + other ** 2
  return total === 0 ? 0 : own ** 2 / total
}

/** Sorts the list in place by insertion, which is fastest for so few. */
function medianOf(values: Float64Array): number {
  for (let index = 1; index < values.length; index++) {
    const value = values[index] ?? 0
    let place = index
    for (; place > 0 && (values[place - 1] ?? 0) > value; place--) {
      values[place] = values[place - 1] ?? 0
    }
    values[place] = value
  }
  return values[REACH] ?? 0
}
