import { drawIndex, type Random } from '../random'
import { softmax } from '../scores'
import { tokenise } from '../tokens'
import type { Facts } from './facts'
import type { TalkMessage } from './messages'

/** One part of a reply: a text, or phrasings to choose among, the first of them likeliest. */
export type Phrase = string | readonly [string, ...string[]]
export type Plan = readonly Phrase[]

export interface TalkContext {
  /** What the person said last. */
  readonly text: string
  /** Everything the person said before that, oldest first. */
  readonly before: readonly string[]
  readonly facts: Facts
  /** Facts that the last message states. */
  readonly newFacts: Facts
  readonly last: TalkMessage
}

/** A rule answers, or leaves it to the next. */
export type Rule = (context: TalkContext) => Plan | undefined

export interface TalkToken {
  readonly text: string
  /** Of the phrasing, at its first token; 0 (certain) at the tokens that follow from it. */
  readonly logprob: number
  /** The first tokens of the phrasings that could have stood here. */
  readonly alternatives: readonly { readonly text: string; readonly logprob: number }[]
}

const FIRST_CHOICE_LOGIT = 1

/** Chooses among the phrasings: at temperature 0 always the first. */
export function speak(plan: Plan, temperature: number, random: Random): TalkToken[] {
  return plan.flatMap((phrase) => {
    const options = typeof phrase === 'string' ? [phrase] : phrase
    const logits = options.map((_, index) => (index === 0 ? FIRST_CHOICE_LOGIT : 0))
    const odds =
      temperature === 0 ? logits.map((_, i) => Number(i === 0)) : softmax(logits, temperature)
    const chosen = drawIndex(odds, random)
    const alternatives = options
      .map((option, index) => ({
        text: tokenise(option)[0] ?? '',
        logprob: Math.max(-100, Math.log(odds[index] ?? 0)),
      }))
      .sort((one, other) => other.logprob - one.logprob)
    return tokenise(options[chosen] ?? '').map((text, index) =>
      index === 0
        ? { text, logprob: Math.log(odds[chosen] ?? 1), alternatives }
        : { text, logprob: 0, alternatives: [{ text, logprob: 0 }] },
    )
  })
}

/** What is left of a plan behind a beginning of what it says, where an answer is to be gone on with. */
export function resume(plan: Plan, said: string): Plan {
  let left = said
  for (const [at, phrase] of plan.entries()) {
    if (left === '') return plan.slice(at)
    const options = typeof phrase === 'string' ? [phrase] : phrase
    const spoken = options.filter((option) => option !== '' && left.startsWith(option))
    const [longest] = spoken.sort((one, other) => other.length - one.length)
    const begun = options.find((option) => option.startsWith(left))
    if (longest !== undefined) left = left.slice(longest.length)
    else if (begun !== undefined) return [begun.slice(left.length), ...plan.slice(at + 1)]
    // Something else was said there: what comes next may still follow.
    else if (!options.includes('')) return plan.slice(at + 1)
  }
  return []
}
