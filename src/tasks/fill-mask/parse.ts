import { isListOf, isNumber, isObject, isString } from '@/core/json'
import { isScore, jsonOf, readList, scoreOf } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'

export interface Candidate {
  readonly score: number | null
  /** The token's number in the model's vocabulary; null where the service gave none. */
  readonly token: number | null
  /** As the service wrote it: with a space in front, or as a piece of a word such as `##ing`. */
  readonly tokenStr: string
  /** The whole text with this candidate, as the service wrote it; `''` where it gave none. */
  readonly sequence: string
}

const expected = '[{score, token, token_str, sequence}], or one such list per mask'

/** The candidates of each mask, in the order of the text and of the reply. */
export function parseCandidates(reply: Reply): readonly (readonly Candidate[])[] {
  const value = jsonOf(reply, expected)
  const nested = isListOf(value, Array.isArray) && value.length > 0
  const lists = nested
    ? readList(value, (each) => readList(each, readCandidate))
    : readList([value], (each) => readList(each, readCandidate))
  if (!lists) throw new UnreadableReply(expected)
  return lists
}

/** The schema's list of required members writes `tokenStr` where the reply has `token_str`. */
function readCandidate(value: unknown): Candidate | undefined {
  if (!isObject(value) || !isScore(value.score)) return undefined
  const { score, token, sequence = '' } = value
  const tokenStr = value.token_str ?? value.tokenStr
  if (!isString(tokenStr) || !isString(sequence)) return undefined
  return { score: scoreOf(score), token: isNumber(token) ? token : null, tokenStr, sequence }
}
