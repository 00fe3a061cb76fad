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

type Part = keyof Parts
const names: readonly Part[] = ['harmonic', 'percussive', 'rest']

/**
 * Median filtering (Fitzgerald 2010, with the margin of Driedger 2014): along the time a spectrum's median keeps what
 * is held, along the frequency what is short. Works through the sound in blocks; throws when aborted.
 */
export async function separate(samples: Float32Array, signal: AbortSignal): Promise<Parts> {
  const parts: Parts = {
    harmonic: new Float32Array(samples.length),
    percussive: new Float32Array(samples.length),
    rest: new Float32Array(samples.length),
  }
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
      splitFrame(frames, index + REACH, (block + index) * HOP, window, parts)
    }
  }
  return parts
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

function splitFrame(
  frames: readonly Frame[],
  at: number,
  from: number,
  window: Float64Array,
  parts: Parts,
): void {
  const frame = frames[at]
  if (!frame) return
  const masks = masksOf(frames, at, frame)
  for (const name of names) {
    const mask = masks[name]
    const [re, im] = [frame.re.slice(), frame.im.slice()]
    for (let bin = 0; bin < SIZE; bin++) {
      // The upper half mirrors the lower.
      const weight = mask[bin < BINS ? bin : SIZE - bin] ?? 0
      re[bin] = (re[bin] ?? 0) * weight
      im[bin] = (im[bin] ?? 0) * weight
    }
    fft(re, im, true)
    const target = parts[name]
    for (let index = 0; index < SIZE; index++) {
      const place = from + index
      if (place < 0 || place >= target.length) continue
      target[place] = (target[place] ?? 0) + ((re[index] ?? 0) * (window[index] ?? 0)) / OVERLAP
    }
  }
}

/** For each bin the share of each part; they add up to 1. */
function masksOf(frames: readonly Frame[], at: number, frame: Frame): Record<Part, Float64Array> {
  const masks = {
    harmonic: new Float64Array(BINS),
    percussive: new Float64Array(BINS),
    rest: new Float64Array(BINS),
  }
  const around = new Float64Array(2 * REACH + 1)
  for (let bin = 0; bin < BINS; bin++) {
    for (let each = -REACH; each <= REACH; each++) {
      around[each + REACH] = frames[at + each]?.power[bin] ?? 0
    }
    const held = medianOf(around)
    for (let each = -REACH; each <= REACH; each++) {
      const near = Math.abs(bin + each) < BINS ? Math.abs(bin + each) : 2 * BINS - bin - each - 2
      around[each + REACH] = frame.power[near] ?? 0
    }
    const short = medianOf(around)
    const harmonic = softShare(held, short * MARGIN)
    const percussive = softShare(short, held * MARGIN)
    masks.harmonic[bin] = harmonic
    masks.percussive[bin] = percussive
    masks.rest[bin] = Math.max(0, 1 - harmonic - percussive)
  }
  return masks
}

/** 0..1: near 1 where `own` is much stronger. Two shares with a margin above 1 add up to less than 1. */
function softShare(own: number, other: number): number {
  const total = own ** 2 + other ** 2
  return total === 0 ? 0 : own ** 2 / total
}

/** Sorts the list in place: it is short, and filled anew each time. */
function medianOf(values: Float64Array): number {
  return values.sort()[REACH] ?? 0
}
