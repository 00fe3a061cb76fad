import type { Category } from '@/core/categories'
import type { TextSpan } from '@/core/results'
import type { Answer } from './parse'

/** An answer as a span of the context; its label is its rank, from 1. */
export interface RankedAnswer extends TextSpan {
  readonly answer: string
  readonly index: number
  readonly category: number
}

/** Answers in their order. A place that the context does not have is none. */
export function rankAnswers(answers: readonly Answer[], context: string): readonly RankedAnswer[] {
  return answers.map(({ answer, score, start, end }, index) => {
    const placed = start !== null && end !== null && end <= context.length
    return {
      answer,
      word: answer,
      label: `${index + 1}`,
      score,
      start: placed ? start : null,
      end: placed ? end : null,
      index,
      category: index,
    }
  })
}

/** Each answer has a colour of its own, the same in the list and in the context. */
export function chipCategories(answers: readonly RankedAnswer[]): ReadonlyMap<string, Category> {
  return new Map(answers.map(({ label, category }) => [label, { label, category, count: 1 }]))
}
