import { isListOf, isNumber, isObject, isString } from '@/core/json'
import { isScore, jsonOf, readOneOrMore, scoreOf, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import { readWordBoxes, type WordBox } from '@/core/word-boxes'

export interface DocumentAnswer {
  readonly answer: string
  /** Null where the service gave none, as for models that write their answer. */
  readonly score: number | null
  /** Places of the words that the answer stands in, in the list of the document's words; empty where none are named. */
  readonly words: readonly number[]
  /** Words with their own boxes, where the reply brings them. */
  readonly boxes: readonly WordBox[]
  /** As the service counts; null where it names none. */
  readonly page: number | null
}

const expected =
  '[{answer, score?, start?, end?, page?, words?}] or one such object: {answer, score?, start?, end?}'

export function parseAnswers(reply: Reply): readonly DocumentAnswer[] {
  const answers = readOneOrMore(unnested(jsonOf(reply, expected)), readAnswer)
  if (!answers) throw new UnreadableReply(expected)
  return answers
}

function readAnswer(value: unknown): DocumentAnswer | undefined {
  if (!isObject(value) || !isScore(value.score)) return undefined
  const { answer, start, end, page, words = value.word_ids } = value
  // A model that finds none says null.
  if (!isString(answer) && !(answer === null && isNumber(value.score))) return undefined
  const boxes = readWordBoxes(words) ?? []
  return {
    answer: answer ?? '',
    score: scoreOf(value.score),
    words: isListOf(words, isNumber) ? words : between(answer, start, end),
    boxes,
    page: isNumber(page) ? page : null,
  }
}

/** From the first word to the last. An empty answer stands nowhere, whatever its offsets are. */
function between(answer: unknown, start: unknown, end: unknown): readonly number[] {
  if (answer === '' || !isNumber(start) || !isNumber(end)) return []
  if (!Number.isInteger(start) || end < start || end - start > 1000) return []
  return Array.from({ length: Math.floor(end) - start + 1 }, (_, index) => start + index)
}
