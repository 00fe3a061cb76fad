import { breathe } from '../sleep'
import type { Sound } from './decode'
import { periodicity, type Periodicity } from './pitch'

export type SegmentKind = 'speech' | 'tone' | 'noise' | 'pause'

/** A piece of a sound of one kind; seconds. */
export interface Segment {
  readonly kind: SegmentKind
  readonly start: number
  readonly end: number
  /** Hz: the middle pitch of a voice or the frequency of a tone. */
  readonly pitch?: number
}

const FRAME = 0.02
const SHORTEST_PAUSE = 0.2
const SHORTEST_SOUND = 0.08
/** Decibels below full scale that count as silence whatever the rest is like. */
const SILENCE_DB = -55
/** Between the quiet parts and the loud ones, this share of the way up counts as sound. */
const SOUND_SHARE = 0.4
/** With less between them there is no quiet part: whatever is not far below the loud parts is sound. */
const LEAST_RANGE_DB = 12
const FAR_BELOW_DB = 25
const PITCH_PIECE = 0.045
const PITCH_STEP = 0.04
const PIECES_PER_BREATH = 50

interface Span {
  readonly start: number
  readonly end: number
}

/** Cuts a sound into voice-like pieces, tones, noises and the pauses between them. Throws when aborted. */
export async function segmentSound(sound: Sound, signal: AbortSignal): Promise<Segment[]> {
  const duration = sound.samples.length / sound.rate
  const segments: Segment[] = []
  let place = 0
  for (const span of loudSpans(levels(sound), duration)) {
    if (span.start > place) segments.push({ kind: 'pause', start: place, end: span.start })
    segments.push({ ...(await judge(sound, span, signal)), ...span })
    place = span.end
  }
  if (duration - place > FRAME) segments.push({ kind: 'pause', start: place, end: duration })
  return segments
}

/** Decibels of full scale, one each 20 ms. */
function levels({ samples, rate }: Sound): number[] {
  const size = Math.round(FRAME * rate)
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, frame) => {
    const piece = samples.subarray(frame * size, (frame + 1) * size)
    const power =
      piece.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, piece.length)
    return 10 * Math.log10(power + 1e-10)
  })
}

/** Where it is louder than the quiet parts; gaps too short for a pause are closed, clicks dropped. */
function loudSpans(decibels: readonly number[], duration: number): Span[] {
  const threshold = thresholdOf(decibels)
  const spans: Span[] = []
  for (const [frame, level] of decibels.entries()) {
    if (level <= threshold) continue
    const start = frame * FRAME
    const end = Math.min(duration, start + FRAME)
    const last = spans.at(-1)
    if (last && start - last.end < SHORTEST_PAUSE)
      spans[spans.length - 1] = { start: last.start, end }
    else spans.push({ start, end })
  }
  return spans.filter(({ start, end }) => end - start >= SHORTEST_SOUND)
}

function thresholdOf(decibels: readonly number[]): number {
  const sorted = [...decibels].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? SILENCE_DB
  const [quiet, loud] = [at(0.1), at(0.95)]
  const range = loud - quiet
  const between = range < LEAST_RANGE_DB ? loud - FAR_BELOW_DB : quiet + range * SOUND_SHARE
  return Math.max(SILENCE_DB, between)
}

async function judge(
  { samples, rate }: Sound,
  { start, end }: Span,
  signal: AbortSignal,
): Promise<Pick<Segment, 'kind' | 'pitch'>> {
  const found: Periodicity[] = []
  let pieces = 0
  for (let at = start; at + PITCH_PIECE <= end; at += PITCH_STEP) {
    if (++pieces % PIECES_PER_BREATH === 0) await breathe(signal)
    const from = Math.round(at * rate)
    const measured = periodicity(
      samples.subarray(from, from + Math.round(PITCH_PIECE * rate)),
      rate,
    )
    if (measured) found.push(measured)
  }
  return kindOf(found)
}

function kindOf(found: readonly Periodicity[]): Pick<Segment, 'kind' | 'pitch'> {
  const clear = found.filter(({ clarity }) => clarity > 0.97)
  const frequencies = clear.map(({ frequency }) => frequency).sort((one, other) => one - other)
  const middle = frequencies[Math.floor(frequencies.length / 2)] ?? 0
  const steady = frequencies.filter((frequency) => Math.abs(frequency / middle - 1) < 0.02).length
  if (found.length > 0 && steady >= found.length * 0.8) return { kind: 'tone', pitch: middle }
  const voiced = found
    .filter(({ clarity, frequency }) => clarity > 0.6 && frequency > 65 && frequency < 420)
    .map(({ frequency }) => frequency)
    .sort((one, other) => one - other)
  const isVoice = voiced.length > 0 && voiced.length >= found.length * 0.25
  const pitch = voiced[Math.floor(voiced.length / 2)]
  return isVoice && pitch !== undefined ? { kind: 'speech', pitch } : { kind: 'noise' }
}
