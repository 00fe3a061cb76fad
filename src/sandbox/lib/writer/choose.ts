import { drawIndex, type Random } from '../random'
import type { WriterOptions } from './options'

/** Tokens with their probabilities, which sum to 1, the likeliest first. */
export type Odds = readonly (readonly [token: string, odds: number])[]

/** Makes less of what stood there lately, and of what stood there often; the rest shares what is gained. */
export function penalised(
  odds: Odds,
  recent: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  { repetitionPenalty, frequencyPenalty }: WriterOptions,
): Odds {
  if (repetitionPenalty === 1 && frequencyPenalty === 0) return odds
  const weighed = odds.map(([token, odd]) => {
    const repeated = recent.has(token) ? odd / repetitionPenalty ** 2 : odd
    return [token, repeated * Math.exp(-frequencyPenalty * (counts.get(token) ?? 0))] as const
  })
  const total = weighed.reduce((sum, [, odd]) => sum + odd, 0)
  return weighed
    .map(([token, odd]) => [token, odd / total] as const)
    .sort((one, other) => other[1] - one[1])
}

/** The likeliest, or one that is drawn from those that top_k, top_p and typical_p leave. */
export function choose(odds: Odds, options: WriterOptions, random: Random) {
  const best = odds[0] ?? (['.', 1] as const)
  if (!options.sample) return best
  const ranked = odds.slice(0, Math.min(options.topK, odds.length))
  const allowed = typical(untilMass(ranked, options.topP), options.typicalP)
  const weights = allowed.map(([, odd]) => odd ** (1 / options.temperature))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const drawn = drawIndex(
    weights.map((weight) => weight / total),
    random,
  )
  return allowed[drawn] ?? best
}

/** The first ones, until their probabilities reach the mass. */
function untilMass(odds: Odds, mass: number): Odds {
  let sum = 0
  return odds.filter(([, odd]) => {
    const within = sum < mass
    sum += odd
    return within
  })
}

/** Those whose surprise is closest to the expected one, until they reach the mass. */
function typical(odds: Odds, mass: number): Odds {
  if (mass >= 1) return odds
  const expected = odds.reduce((sum, [, odd]) => sum - odd * Math.log(odd), 0)
  const distance = ([, odd]: Odds[number]) => Math.abs(-Math.log(odd) - expected)
  return untilMass(
    [...odds].sort((one, other) => distance(one) - distance(other)),
    mass,
  )
}
