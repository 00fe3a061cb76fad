import { negations } from './lexicon'
import { wordsOf } from '../tokens'

const functionWords = new Set(
  'a an the is are was were be been being am of to in on at by for with from and or it this that there has have had do does did he she they his her their some any'.split(
    ' ',
  ),
)

const opposites: readonly (readonly [string, string])[] = [
  ['happy', 'sad'],
  ['good', 'bad'],
  ['open', 'closed'],
  ['hot', 'cold'],
  ['big', 'small'],
  ['large', 'small'],
  ['man', 'woman'],
  ['boy', 'girl'],
  ['day', 'night'],
  ['alive', 'dead'],
  ['true', 'false'],
  ['empty', 'full'],
  ['sitting', 'standing'],
  ['asleep', 'awake'],
  ['sleeping', 'awake'],
  ['inside', 'outside'],
  ['young', 'old'],
  ['win', 'lose'],
  ['won', 'lost'],
  ['love', 'hate'],
  ['black', 'white'],
  ['everyone', 'nobody'],
]

interface Content {
  readonly stems: ReadonlySet<string>
  readonly negated: boolean
}

/** Rough stems, so that "plays", "playing" and "played" are one word. */
const stem = (word: string) =>
  word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '').replace(/(.)\1$/, '$1') : word

function contentOf(text: string): Content {
  const words = wordsOf(text.toLowerCase().replaceAll('’', "'")).map((word) => word.text)
  const negated = words.filter((word) => negations.has(word)).length % 2 === 1
  const content = words.filter((word) => !functionWords.has(word) && !negations.has(word))
  return { stems: new Set(content.map(stem)), negated }
}

/**
 * Does `premise` entail `hypothesis`? By the share of the hypothesis' content words that the premise has, turned
 * around when just one of both is negated or when they hold opposites.
 */
export function entailmentLogits(
  premise: string,
  hypothesis: string,
): readonly (readonly [label: string, logit: number])[] {
  const given = contentOf(premise)
  const asked = contentOf(hypothesis)
  const shared = [...asked.stems].filter((word) => given.stems.has(word)).length
  const overlap = asked.stems.size === 0 ? 0 : shared / asked.stems.size
  const has = (content: Content, word: string) => content.stems.has(stem(word))
  const opposed = opposites.some(
    ([one, other]) =>
      (has(given, one) && has(asked, other)) || (has(given, other) && has(asked, one)),
  )
  const conflict = opposed !== (given.negated !== asked.negated)
  const strength = opposed ? Math.max(overlap, 0.7) : overlap
  return [
    ['ENTAILMENT', conflict ? -2 : 6 * strength - 3],
    ['NEUTRAL', 2 - 4 * strength],
    ['CONTRADICTION', conflict ? 6 * strength - 2 : -2],
  ]
}
