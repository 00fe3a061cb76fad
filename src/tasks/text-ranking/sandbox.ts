import { isListOf, isObject, isString } from '@/core/json'
import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { booleanAt, choiceAt } from '@/sandbox/lib/parameters'
import { bm25 } from '@/sandbox/lib/ranking/bm25'
import { round } from '@/sandbox/lib/scores'

const TRUNCATED = 2000

/**
 * BM25 over the texts that came together. {inputs: [[query, text], ...]} is answered with a number for each pair,
 * {query, texts} as TEI's /rerank does.
 */
const sandbox: SandboxTask = {
  id: 'text-ranking',
  media: false,
  reply({ inputs, body, parameters }) {
    const fields = isObject(body) ? body : {}
    const rerank = inputs === undefined && ('query' in fields || 'texts' in fields)
    const options = rerank ? fields : { ...fields, ...parameters }
    const score = scorer(options)
    if (!rerank) return { kind: 'json', value: scorePairs(readPairs(inputs), score) }
    const { query, texts } = fields
    if (!isText(query)) throw new SandboxError('`query` must be a string that is not empty')
    if (!isListOf(texts, isString) || texts.length === 0)
      throw new SandboxError('`texts` must be a list of strings that is not empty')
    const scores = score(query, texts).map((value, index) => ({ index, score: value }))
    return { kind: 'json', value: scores.sort((one, other) => other.score - one.score) }
  },
}

type Score = (query: string, texts: readonly string[]) => readonly number[]

function scorer(options: Readonly<Record<string, unknown>>): Score {
  const raw = booleanAt(options, 'raw_scores') ?? false
  const truncate = booleanAt(options, 'truncate') ?? false
  const side = choiceAt(options, 'truncation_direction', ['left', 'right']) ?? 'right'
  const cut = (text: string) =>
    side === 'left' ? text.slice(-TRUNCATED) : text.slice(0, TRUNCATED)
  return (query, texts) =>
    bm25(query, truncate ? texts.map(cut) : texts).map((value) =>
      round(raw ? value : value / (value + 2), 6),
    )
}

type Pair = readonly [query: string, text: string]

function readPairs(inputs: unknown): readonly Pair[] {
  if (isPair(inputs)) return [inputs]
  if (isListOf(inputs, isPair) && inputs.length > 0) return inputs
  throw new SandboxError('`inputs` must be a list of [query, text] pairs')
}

/** Texts of one query are scored together, since BM25 weighs words by how rare they are among them. */
function scorePairs(pairs: readonly Pair[], score: Score): readonly number[] {
  const scores = new Array<number>(pairs.length).fill(0)
  for (const query of new Set(pairs.map(([asked]) => asked))) {
    const places = pairs.flatMap(([asked], index) => (asked === query ? [index] : []))
    const found = score(
      query,
      places.map((place) => pairs[place]?.[1] ?? ''),
    )
    places.forEach((place, at) => (scores[place] = found[at] ?? 0))
  }
  return scores
}

function isText(value: unknown): value is string {
  return isString(value) && value.trim() !== ''
}

function isPair(value: unknown): value is Pair {
  return isListOf(value, isString) && value.length === 2 && isText(value[0])
}

export default sandbox
