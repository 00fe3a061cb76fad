import { isNumber, isObject, isString } from '@/core/json'
import { isScore, jsonOf, readOneOrMore, scoreOf, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import { locate } from '@/core/spans'

export interface Answer {
  /** `''` says that the context holds no answer. */
  readonly answer: string
  readonly score: number | null
  /** UTF-16 code units of the context, end exclusive; null for no answer, and where it can't be found. */
  readonly start: number | null
  readonly end: number | null
}

const expected = '{answer, score, start, end} or a list of them'

/** In the order of the reply. Services count offsets in code points; see `locate`. */
export function parseAnswers(reply: Reply, context: string): readonly Answer[] {
  const answers = readOneOrMore(unnested(jsonOf(reply, expected)), readAnswer)
  if (!answers) throw new UnreadableReply(expected)
  const spans = answers.map(({ answer, ...rest }) => ({ ...rest, word: answer, label: '' }))
  return locate(context, spans).map(({ word, score, start, end }) => ({
    answer: word,
    score,
    start,
    end,
  }))
}

/** An empty answer comes with the place 0 to 0, which is none. */
function readAnswer(value: unknown): Answer | undefined {
  if (!isObject(value) || !isScore(value.score)) return undefined
  const { answer, score, start, end } = value
  if (!isString(answer)) return undefined
  const place = answer === '' ? {} : { start, end }
  return { answer, score: scoreOf(score), start: offset(place.start), end: offset(place.end) }
}

function offset(value: unknown): number | null {
  return isNumber(value) ? value : null
}
