import { drawIndex, seededRandom, type Random } from '../random'
import { writeFormatted, type AnswerFormat } from '../structured/format'
import { cutAtStop, tokenId, tokenise } from '../tokens'
import { corpus } from './corpus'
import { learn, nextTokens } from './ngrams'
import type { WriterOptions } from './options'

export interface WrittenToken {
  readonly id: number
  readonly text: string
  readonly logprob: number
  readonly special: boolean
  /** The likeliest at this place, when asked for. */
  readonly top: readonly Omit<WrittenToken, 'top'>[]
}

export type FinishReason = 'length' | 'stop_sequence' | 'eos_token'

/**
 * Continues a prompt token by token with an n-gram model of the built-in text and the prompt. The work is done as the
 * tokens are taken. Returns why it ended.
 */
export function* write(
  prompt: string,
  options: WriterOptions,
): Generator<WrittenToken, FinishReason> {
  if (options.format) return yield* writeBound(options.format, prompt, options)
  const model = learn([corpus, prompt])
  const random = seededRandom(options.seed)
  const kept = tokenise(prompt).slice(-Math.min(options.truncate, Number.MAX_SAFE_INTEGER))
  const tokens = [...kept]
  const recent = new Set(kept.slice(-64))
  let text = ''
  for (let count = 0; count < options.maxNewTokens; count++) {
    const odds = penalised(nextTokens(model, tokens), recent, options.repetitionPenalty)
    const [token, odd] = choose(odds, options, random)
    const { text: cut, stopped } = cutAtStop(text + token, options.stops)
    // The tokens of a stop sequence are written, as the real service does; `generated_text` ends with it too.
    text = stopped ? cut : text + token
    tokens.push(token)
    recent.add(token)
    const top = odds.slice(0, options.topNTokens).map(([other, its]) => asToken(other, its))
    yield { ...asToken(token, odd), top }
    if (stopped) return 'stop_sequence'
  }
  return 'length'
}

/** A text that a grammar binds: made by rules from the prompt, and certain at each of its tokens. */
function* writeBound(
  format: AnswerFormat,
  prompt: string,
  { seed, sample, maxNewTokens, topNTokens }: WriterOptions,
): Generator<WrittenToken, FinishReason> {
  const text = writeFormatted(format, prompt, sample ? seededRandom(seed) : () => 0)
  const tokens = tokenise(text)
  for (const token of tokens.slice(0, maxNewTokens)) {
    const made = asToken(token, 1)
    yield { ...made, top: topNTokens > 0 ? [made] : [] }
  }
  return tokens.length > maxNewTokens ? 'length' : 'eos_token'
}

const asToken = (text: string, odds: number) => ({
  id: tokenId(text),
  text,
  logprob: Math.log(odds),
  special: false,
})

type Odds = readonly (readonly [token: string, odds: number])[]

/** Divides the odds of what stood there lately; the rest share what is gained. */
function penalised(odds: Odds, recent: ReadonlySet<string>, penalty: number): Odds {
  if (penalty === 1) return odds
  const weighed = odds.map(
    ([token, odd]) => [token, recent.has(token) ? odd / penalty ** 2 : odd] as const,
  )
  const total = weighed.reduce((sum, [, odd]) => sum + odd, 0)
  return weighed
    .map(([token, odd]) => [token, odd / total] as const)
    .sort((one, other) => other[1] - one[1])
}

function choose(odds: Odds, options: WriterOptions, random: Random) {
  const best = odds[0] ?? ['.', 1]
  if (!options.sample) return best
  let mass = 0
  const allowed = odds.slice(0, Math.min(options.topK, odds.length)).filter(([, odd]) => {
    const within = mass < options.topP
    mass += odd
    return within
  })
  const weights = allowed.map(([, odd]) => odd ** (1 / options.temperature))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const drawn = drawIndex(
    weights.map((weight) => weight / total),
    random,
  )
  return allowed[drawn] ?? best
}
