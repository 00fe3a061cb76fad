import type { SandboxTask } from '@/core/sandbox'
import { findChineseEntities } from '@/sandbox/lib/entities/chinese'
import { findEntities, type Entity } from '@/sandbox/lib/entities/find'
import { choiceAt, numberAt, textInput, textsAt } from '@/sandbox/lib/parameters'
import { hasHan, wordsOf, type Word } from '@/sandbox/lib/tokens'

const strategies = ['none', 'simple', 'first', 'average', 'max'] as const
type Strategy = (typeof strategies)[number]

/** How sure the rules are that a word names nothing. */
const OUTSIDE_SCORE = 0.99
/** Each further word of a name is a little less sure than its first. */
const SCORE_STEP = 0.01

interface Token {
  readonly entity: string
  readonly score: number
  readonly word: Word
}

/** People, organisations, places, dates and other names by capital letters, small lists and the words around. */
const sandbox: SandboxTask = {
  id: 'token-classification',
  media: false,
  reply({ inputs, parameters }) {
    const strategy = choiceAt(parameters, 'aggregation_strategy', strategies) ?? 'simple'
    numberAt(parameters, 'stride', { min: 0, integer: true })
    // What the pipelines leave out by themselves is what names nothing.
    const ignored = 'ignore_labels' in parameters ? textsAt(parameters, 'ignore_labels') : ['O']
    const find = (text: string) => {
      const entities = hasHan(text) ? findChineseEntities(text) : findEntities(text)
      return strategy === 'none'
        ? single(text, entities, ignored)
        : grouped(text, entities, ignored, strategy)
    }
    const value = Array.isArray(inputs)
      ? inputs.map((input) => find(textInput(input)))
      : find(textInput(inputs))
    return { kind: 'json', value }
  },
}

/** One member a word, labelled B- at the start of a name and I- within it. */
function single(text: string, entities: readonly Entity[], ignored: readonly string[]) {
  return tokensOf(text, entities)
    .map(({ entity, score, word: { text: word, start, end } }, index) => ({
      entity,
      score,
      index: index + 1,
      word,
      start,
      end,
    }))
    .filter(({ entity }) => !ignored.includes(entity) && !ignored.includes(entity.slice(2)))
}

function tokensOf(text: string, entities: readonly Entity[]): Token[] {
  return wordsOf(text).map((word) => {
    const of = entities.find(({ words }) => {
      const [first, last] = [words[0], words.at(-1)]
      return first && last && first.start <= word.start && word.end <= last.end
    })
    if (!of) return { entity: 'O', score: OUTSIDE_SCORE, word }
    const inside = word.start > (of.words[0]?.start ?? 0)
    const score = inside ? of.score - SCORE_STEP : of.score
    return { entity: `${inside ? 'I' : 'B'}-${of.kind}`, score, word }
  })
}

function grouped(
  text: string,
  entities: readonly Entity[],
  ignored: readonly string[],
  strategy: Exclude<Strategy, 'none'>,
) {
  const found = entities.map(({ kind, score, words }) => {
    const start = words[0]?.start ?? 0
    const end = words.at(-1)?.end ?? start
    const tokens = wordsOf(text.slice(start, end)).length
    return {
      entity_group: kind,
      score: merge(score, tokens, strategy),
      word: text.slice(start, end),
      start,
      end,
    }
  })
  const outside = ignored.includes('O') ? [] : outsideOf(text, entities)
  return [...found, ...outside]
    .filter(({ entity_group }) => !ignored.includes(entity_group))
    .sort((one, other) => one.start - other.start)
}

/** `first` and `max` take the first word's score, which is the highest; the others the mean. */
function merge(score: number, tokens: number, strategy: Exclude<Strategy, 'none'>): number {
  if (strategy === 'first' || strategy === 'max') return score
  return score - (SCORE_STEP * (tokens - 1)) / Math.max(1, tokens)
}

function outsideOf(text: string, entities: readonly Entity[]) {
  return tokensOf(text, entities)
    .filter(({ entity }) => entity === 'O')
    .map(({ score, word: { text: word, start, end } }) => ({
      entity_group: 'O',
      score,
      word,
      start,
      end,
    }))
}

export default sandbox
