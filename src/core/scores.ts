import type { ScoredLabel } from './results'

export const NO_SCORE = '—'

/**
 * How scores are drawn. `probability`: from 0 to 1. `raw`: some score lies outside, as logits do; drawn to both sides
 * of zero, `reach` is the greatest distance from it.
 */
export type ScoreScale =
  { readonly kind: 'probability' } | { readonly kind: 'raw'; readonly reach: number }

export function scoreScale(labels: readonly Pick<ScoredLabel, 'score'>[]): ScoreScale {
  let reach = 0
  let outside = false
  for (const { score } of labels) {
    if (score === null) continue
    // A softmax in 16 bits can end a little over 1.
    outside ||= score < 0 || score > 1.001
    reach = Math.max(reach, Math.abs(score))
  }
  return outside ? { kind: 'raw', reach } : { kind: 'probability' }
}

/** The score for people: a percentage with one decimal, the raw number with three, a dash for none. */
export function scoreWords(score: number | null, scale: ScoreScale): string {
  if (score === null) return NO_SCORE
  return scale.kind === 'probability' ? `${(score * 100).toFixed(1)}%` : rawWords(score)
}

/** Where a bar begins and how long it is, in percent of the track. */
export function bar(score: number | null, scale: ScoreScale): { start: number; length: number } {
  if (score === null) return { start: 0, length: 0 }
  if (scale.kind === 'probability') return { start: 0, length: Math.min(1, score) * 100 }
  const length = scale.reach === 0 ? 0 : (Math.abs(score) / scale.reach) * 50
  return { start: score < 0 ? 50 - length : 50, length }
}

function rawWords(score: number): string {
  return score.toFixed(3).replace('-', '−')
}
