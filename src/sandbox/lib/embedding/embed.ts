import { seededRandom } from '../random'
import { round } from '../scores'
import { pairFeature, tokenFeatures, tokensOf, type Feature } from './features'

export const DIMENSIONS = 384
/** Tokens that are read with `truncate`, as models of this size do. */
export const MAX_TOKENS = 512

/** How a service is asked to embed, at the root of the body. */
export interface EmbedOptions {
  /** Length 1. */
  readonly normalize: boolean
  /** Goes before each text. */
  readonly prompt: string
  readonly truncate: boolean
  readonly truncationDirection: 'left' | 'right'
}

export const defaultOptions: EmbedOptions = {
  normalize: true,
  prompt: '',
  truncate: false,
  truncationDirection: 'right',
}

/**
 * One vector for a text: a bag of its words and of what they are spelled with, each hashed to dimensions and signs.
 * Texts that share words or parts of words are near. The same text gives the same vector on any machine.
 */
export function embedText(text: string, options: EmbedOptions): readonly number[] {
  const counts = new Map<Feature, number>()
  const known = new Map<string, readonly Feature[]>()
  const tokens = readTokens(text, options)
  const pairs = new Map<string, Feature>()
  tokens.forEach((token, at) => {
    for (const feature of remembered(known, token)) count(counts, feature)
    const pair = pairFeature(token, tokens[at + 1])
    if (!pair) return
    const name = `${token}${tokens[at + 1] ?? ''}`
    count(counts, pairs.get(name) ?? pair)
    if (!pairs.has(name)) pairs.set(name, pair)
  })
  const vector = new Array<number>(DIMENSIONS).fill(0)
  // A word that comes again says less each time.
  for (const [feature, times] of counts) add(vector, feature, 1 + Math.log(times))
  return finished(vector, options.normalize)
}

/** One vector for each token: its own, and a third of its neighbours', as the words around it colour a word. */
export function embedTokens(text: string, options: EmbedOptions): readonly (readonly number[])[] {
  const tokens = readTokens(text, options)
  const own = tokens.map((token) => {
    const vector = new Array<number>(DIMENSIONS).fill(0)
    for (const feature of tokenFeatures(token)) add(vector, feature, 1)
    return vector
  })
  if (own.length === 0) return [new Array<number>(DIMENSIONS).fill(0)]
  return own.map((vector, at) => {
    const around = [own[at - 1], own[at + 1]]
    const mixed = vector.map(
      (value, index) =>
        value + around.reduce((sum, neighbour) => sum + (neighbour?.[index] ?? 0), 0) / 3,
    )
    return finished(mixed, options.normalize)
  })
}

function readTokens(text: string, options: EmbedOptions): readonly string[] {
  const tokens = tokensOf(options.prompt + text)
  if (!options.truncate || tokens.length <= MAX_TOKENS) return tokens
  return options.truncationDirection === 'left'
    ? tokens.slice(-MAX_TOKENS)
    : tokens.slice(0, MAX_TOKENS)
}

function remembered(known: Map<string, readonly Feature[]>, token: string): readonly Feature[] {
  const features = known.get(token) ?? tokenFeatures(token)
  known.set(token, features)
  return features
}

function count(counts: Map<Feature, number>, feature: Feature): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1)
}

/** A feature goes to several places, so that two that meet in one of them are not taken for the same. */
const PLACES = 16
const SHARE = 1 / Math.sqrt(PLACES)

function add(vector: number[], { hash, weight }: Feature, times: number): void {
  const random = seededRandom(hash)
  for (let index = 0; index < PLACES; index += 1) {
    const drawn = random() * DIMENSIONS
    const place = Math.floor(drawn)
    // What collides cancels out as often as it adds up.
    const sign = drawn - place < 0.5 ? -1 : 1
    vector[place] = (vector[place] ?? 0) + sign * weight * times * SHARE
  }
}

function finished(vector: readonly number[], normalize: boolean): readonly number[] {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  const scale = normalize && length > 0 ? 1 / length : 1
  return vector.map((value) => round(value * scale, 8))
}
