/** What repeats in a short piece of sound. */
export interface Periodicity {
  /** Hz. */
  readonly frequency: number
  /** 0 (noise) to 1 (repeats exactly). */
  readonly clarity: number
}

const LOWEST = 60
const HIGHEST = 1_600
/** A shorter period this close to the best is the true one; the best is then a multiple of it. */
const OCTAVE_SLACK = 0.93

/** The strongest period between 60 and 1,600 Hz by normalised autocorrelation; undefined for a piece too short. */
export function periodicity(piece: Float32Array, rate: number): Periodicity | undefined {
  const shortest = Math.floor(rate / HIGHEST)
  const longest = Math.ceil(rate / LOWEST)
  const window = piece.length - longest - 1
  if (window < longest / 2) return undefined
  const strengths: number[] = []
  for (let lag = shortest; lag <= longest; lag++) strengths.push(similarity(piece, lag, window))
  const best = Math.max(...strengths)
  if (best <= 0) return { frequency: 0, clarity: 0 }
  const peak = strengths.findIndex(
    (strength, index) =>
      strength >= best * OCTAVE_SLACK &&
      strength >= (strengths[index - 1] ?? 1) &&
      strength >= (strengths[index + 1] ?? 1),
  )
  if (peak < 0) return { frequency: 0, clarity: 0 }
  const [before, top, after] = [
    strengths[peak - 1] ?? 0,
    strengths[peak] ?? 0,
    strengths[peak + 1] ?? 0,
  ]
  // The top of the parabola through the three.
  const bend = before - 2 * top + after
  const shift = bend === 0 ? 0 : (0.5 * (before - after)) / bend
  return { frequency: rate / (shortest + peak + shift), clarity: Math.min(1, top) }
}

function similarity(piece: Float32Array, lag: number, window: number): number {
  let [product, one, other] = [0, 0, 0]
  for (let index = 0; index < window; index++) {
    const a = piece[index] ?? 0
    const b = piece[index + lag] ?? 0
    product += a * b
    one += a * a
    other += b * b
  }
  return one === 0 || other === 0 ? 0 : product / Math.sqrt(one * other)
}
