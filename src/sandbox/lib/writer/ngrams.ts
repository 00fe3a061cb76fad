import { tokenise } from '../tokens'

/** How often each token followed a context of one or two tokens, or stood at all. */
export interface Model {
  readonly tokens: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly triples: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** A prompt's own words weigh as much as a few readings of them. */
const PROMPT_WEIGHT = 3
/** How much a longer context counts against a shorter one. */
const TRIPLE_SHARE = 0.72
const PAIR_SHARE = 0.25
const SINGLE_SHARE = 0.03

const contextOf = (one: string, other: string) => `${one.toLowerCase()}\u0000${other.toLowerCase()}`

/** Counts up to three tokens in a row of the texts; those after the first weigh more. */
export function learn(texts: readonly string[]): Model {
  const tokens = new Map<string, number>()
  const pairs = new Map<string, Map<string, number>>()
  const triples = new Map<string, Map<string, number>>()
  for (const [index, text] of texts.entries()) {
    const weight = index === 0 ? 1 : PROMPT_WEIGHT
    let [before, last] = ['', '']
    for (const token of tokenise(text)) {
      tokens.set(token, (tokens.get(token) ?? 0) + weight)
      count(pairs, last.toLowerCase(), token, weight)
      count(triples, contextOf(before, last), token, weight)
      before = last
      last = token
    }
  }
  return { tokens, pairs, triples }
}

function count(
  table: Map<string, Map<string, number>>,
  context: string,
  token: string,
  weight: number,
): void {
  const row = table.get(context) ?? new Map<string, number>()
  row.set(token, (row.get(token) ?? 0) + weight)
  table.set(context, row)
}

/** Probabilities of what comes after the tokens, summing to 1, likeliest first: the three orders interpolated. */
export function nextTokens(
  model: Model,
  tokens: readonly string[],
): [token: string, odds: number][] {
  const last = tokens.at(-1) ?? ''
  const rows = [
    [model.triples.get(contextOf(tokens.at(-2) ?? '', last)), TRIPLE_SHARE],
    [model.pairs.get(last.toLowerCase()), PAIR_SHARE],
    [model.tokens, SINGLE_SHARE],
  ] as const
  const odds = new Map<string, number>()
  let total = 0
  for (const [row, share] of rows) {
    if (!row) continue
    let sum = 0
    for (const times of row.values()) sum += times
    total += share
    for (const [token, times] of row)
      odds.set(token, (odds.get(token) ?? 0) + (share * times) / sum)
  }
  return [...odds]
    .map(([token, odd]): [string, number] => [token, odd / total])
    .sort((one, other) => other[1] - one[1])
}
