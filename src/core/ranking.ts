/** A text with its score, in the order of the scores. */
export interface Ranked {
  readonly text: string
  readonly score: number
  /** Its place in the input, from 0. */
  readonly index: number
  /** Its place in the ranking, from 0. */
  readonly rank: number
}

/** The texts by score, the greatest first; of equal ones the earlier. `scores` are in the order of the texts. */
export function ranked(texts: readonly string[], scores: readonly number[]): readonly Ranked[] {
  return texts
    .map((text, index) => ({ text, index, score: scores[index] ?? 0 }))
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .map((each, rank) => ({ ...each, rank }))
}

/** What bars are drawn on: zero is always on it. */
export interface Span {
  readonly low: number
  readonly high: number
}

/** From 0 to 1 where all scores are in it, as far as they go otherwise; to both sides of zero where one is negative. */
export function spanOf(scores: readonly number[]): Span {
  const reach = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 1)
  return { low: scores.some((score) => score < 0) ? -reach : 0, high: reach }
}

/** Where a bar begins and how long it is, in percent of the track. */
export function barOn({ low, high }: Span, score: number): { start: number; length: number } {
  const place = (value: number) =>
    ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * 100
  const [zero, end] = [place(0), place(score)]
  return { start: Math.min(zero, end), length: Math.abs(end - zero) }
}

/** A score with so many digits behind the point, and a real minus unless it is rounded to zero. */
export function plainScore(score: number, digits = 4): string {
  const words = score.toFixed(digits)
  return Number(words) === 0 ? words.replace('-', '') : words.replace('-', '−')
}
