import { seededRandom } from '../random'
import { writeFormatted, type AnswerFormat } from '../structured/format'
import { cutAtStop, tokenId, tokenise } from '../tokens'
import { choose, penalised } from './choose'
import { corpus } from './corpus'
import { learn, nextTokens, type Model } from './ngrams'
import type { WriterOptions } from './options'

/** A token with its probability under the n-gram model, before it is heated, narrowed or drawn. */
export interface WriterToken {
  readonly id: number
  readonly text: string
  /** Null for a token that nothing stands before. */
  readonly logprob: number | null
  readonly special: boolean
}

export interface WrittenToken extends WriterToken {
  readonly logprob: number
  /** The likeliest at this place, when asked for. */
  readonly top: readonly WriterToken[]
}

export type FinishReason = 'length' | 'stop_sequence' | 'eos_token'

export interface Written {
  readonly tokens: readonly WrittenToken[]
  readonly text: string
  readonly finishReason: FinishReason
  readonly seed: number
}

/** The most tokens that a repetition is looked for in. */
const RECENT = 64

/**
 * Continues a prompt token by token with an n-gram model of the built-in text and the prompt. The work is done as the
 * tokens are taken. Returns why it ended.
 */
export function* write(
  prompt: string,
  options: WriterOptions,
  learned?: Model,
): Generator<WrittenToken, FinishReason> {
  if (options.format) return yield* writeBound(options.format, prompt, options)
  const model = learned ?? learn([corpus, prompt])
  const random = seededRandom(options.seed)
  const tokens = readTokens(prompt, options)
  const recent = new Set(tokens.slice(-RECENT))
  const counts = new Map<string, number>()
  let text = ''
  for (let count = 0; count < options.maxNewTokens; count++) {
    const odds = penalised(nextTokens(model, tokens), recent, counts, options)
    const [token, odd] = choose(odds, options, random)
    // The tokens of a stop sequence are written, as the real service does; `generated_text` ends with it too.
    text += token
    const { stopped } = cutAtStop(text, options.stops)
    tokens.push(token)
    recent.add(token)
    counts.set(token, (counts.get(token) ?? 0) + 1)
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

/** Takes everything that is written: `bestOf` sequences from seeds in a row, the likeliest first. */
export function writeAll(prompt: string, options: WriterOptions): readonly [Written, ...Written[]] {
  const model = learn([corpus, prompt])
  const all = Array.from({ length: options.bestOf }, (_, at) => {
    const seeded = { ...options, seed: options.seed + at }
    return finish(write(prompt, seeded, model), seeded.seed)
  })
  const likelihood = ({ tokens }: Written) => tokens.reduce((sum, { logprob }) => sum + logprob, 0)
  const [best, ...others] = all.sort((one, other) => likelihood(other) - likelihood(one))
  if (!best) throw new Error('Nothing was written')
  return [best, ...others]
}

function finish(writing: Generator<WrittenToken, FinishReason>, seed: number): Written {
  const tokens: WrittenToken[] = []
  let step = writing.next()
  for (; !step.done; step = writing.next()) tokens.push(step.value)
  const text = tokens.map((token) => token.text).join('')
  return { tokens, text, finishReason: step.value, seed }
}

/** The prompt's tokens with the probabilities that the model would have given them; the first has none. */
export function prefillOf(prompt: string, options: WriterOptions): readonly WriterToken[] {
  const model = learn([corpus, prompt])
  const tokens = readTokens(prompt, options)
  return tokens.map((text, at) => {
    if (at === 0) return { id: tokenId(text), text, logprob: null, special: false }
    const odds = nextTokens(model, tokens.slice(Math.max(0, at - 2), at))
    return asToken(text, odds.find(([token]) => token === text)?.[1] ?? Number.MIN_VALUE)
  })
}

/** What is read of a prompt: its last `truncate` tokens. */
export function readTokens(prompt: string, { truncate }: WriterOptions): string[] {
  return tokenise(prompt).slice(-Math.min(truncate, Number.MAX_SAFE_INTEGER))
}

const asToken = (text: string, odds: number) => ({
  id: tokenId(text),
  text,
  logprob: Math.log(odds),
  special: false,
})
