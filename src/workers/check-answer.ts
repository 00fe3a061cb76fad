import type { CheckedAnswer, Expectation } from '@/core/json-schema'
import { checkAnswer } from '@/core/json-schema-check'
import { answerWith } from './scope'

/** Apart from the page, which can end a regular expression that finds no end. */
answerWith(({ text, expected }: { text: string; expected: Expectation }) => ({
  reply: checkAnswer(text, expected) satisfies CheckedAnswer,
}))
