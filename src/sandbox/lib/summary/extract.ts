import { sentencesOf, wordsIn } from '@/core/sentences'
import { tokenise } from '../tokens'
import type { GenerateOptions } from '../generate-options'
import { stopWords } from './stop-words'

interface Candidate {
  /** Its place among the sentences. */
  readonly at: number
  readonly text: string
  readonly terms: readonly string[]
  readonly tokens: number
}

/** Without `max_length`, a summary has about this part of the text's tokens, and no more than BART's usual limit. */
const PART = 0.4
const USUAL_LIMIT = 142

/** Each further summary leaves out the best sentence of the ones before. */
export function summariesOf(text: string, options: GenerateOptions): string[] {
  const candidates = candidatesOf(text)
  const summaries: string[] = []
  const spent = new Set<number>()
  for (let each = 0; each < options.count; each++) {
    const left = candidates.filter(({ at }) => !spent.has(at))
    const { chosen, summary } = summarise(left.length > 0 ? left : candidates, text, options)
    summaries.push(summary)
    const [best] = chosen
    if (best) spent.add(best.at)
  }
  return summaries
}

function candidatesOf(text: string): Candidate[] {
  return sentencesOf(text).map(({ text: sentence }, at) => ({
    at,
    text: sentence,
    terms: wordsIn(sentence).filter((word) => !stopWords.has(word)),
    tokens: tokenise(sentence).length,
  }))
}

function summarise(candidates: readonly Candidate[], text: string, options: GenerateOptions) {
  const total = candidates.reduce((sum, { tokens }) => sum + tokens, 0)
  const most = options.maxLength ?? Math.min(USUAL_LIMIT, Math.ceil(total * PART))
  const chosen = choose(candidates, most, options)
  const inOrder = [...chosen].sort((one, other) => one.at - other.at)
  const gap = /\p{Script=Han}/u.test(text) ? '' : ' '
  const whole = inOrder.map((each) => each.text).join(gap)
  const summary = options.maxLength === undefined ? whole : cut(whole, options.maxLength)
  return { chosen, summary }
}

/**
 * SumBasic: the sentence whose words are the most frequent comes first, earlier ones before later; then its words count
 * less, so that the next one says something new.
 */
function choose(candidates: readonly Candidate[], most: number, { minLength }: GenerateOptions) {
  const weights = frequencies(candidates)
  const left = new Set(candidates)
  const chosen: Candidate[] = []
  let length = 0
  while (left.size > 0) {
    const fitting = [...left].filter(
      ({ tokens }) => chosen.length === 0 || length < minLength || length + tokens <= most,
    )
    const best = highest(fitting, (each) => score(each, weights, candidates.length))
    if (!best) break
    left.delete(best)
    chosen.push(best)
    length += best.tokens
    for (const term of new Set(best.terms)) weights.set(term, (weights.get(term) ?? 0) ** 2)
  }
  return chosen
}

function frequencies(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>()
  let total = 0
  for (const { terms } of candidates) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    total += terms.length
  }
  for (const [term, count] of counts) counts.set(term, count / total)
  return counts
}

function score({ at, terms }: Candidate, weights: Map<string, number>, sentences: number): number {
  if (terms.length === 0) return 0
  const sum = terms.reduce((total, term) => total + (weights.get(term) ?? 0), 0)
  // A sentence of few words has a high mean by chance.
  const mean = sum / Math.max(terms.length, 5)
  return mean * (1.5 - at / Math.max(1, sentences))
}

function highest<T>(members: readonly T[], value: (member: T) => number): T | undefined {
  let best: { member: T; value: number } | undefined
  for (const member of members) {
    const own = value(member)
    if (!best || own > best.value) best = { member, value: own }
  }
  return best?.member
}

function cut(text: string, tokens: number): string {
  const all = tokenise(text)
  return all.length <= tokens ? text : all.slice(0, tokens).join('').trimEnd()
}
