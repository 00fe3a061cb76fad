import { isObject } from '@/core/json'
import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { booleanAt, numberAt } from '@/sandbox/lib/parameters'
import { findPieces } from './sandbox-answers'

/** What speaks for no answer, beside the weights of the pieces: no piece weighs so little. */
const IMPOSSIBLE_WEIGHT = 0.2
/** For what the rules don't see. */
const UNSEEN_WEIGHT = 0.3
const DEFAULT_LONGEST = 15
/** Of a long context only the best pieces share the probability. */
const MOST_PIECES = 20

interface Options {
  readonly topK: number
  readonly longest: number
  readonly impossible: boolean
}

/** Pieces of the sentences that share words with the question, of the kind that it asks for. */
const sandbox: SandboxTask = {
  id: 'question-answering',
  media: false,
  reply({ inputs, parameters }) {
    const topK = numberAt(parameters, 'top_k', { min: 1, integer: true }) ?? 1
    const longest =
      numberAt(parameters, 'max_answer_len', { min: 1, integer: true }) ?? DEFAULT_LONGEST
    const impossible = booleanAt(parameters, 'handle_impossible_answer') ?? false
    for (const name of ['doc_stride', 'max_seq_len', 'max_question_len']) {
      numberAt(parameters, name, { min: 1, integer: true })
    }
    booleanAt(parameters, 'align_to_words')
    const { question, context } = readInputs(inputs)
    const answers = rank(question, context, { topK, longest, impossible }).slice(0, topK)
    return { kind: 'json', value: topK === 1 ? (answers[0] ?? nothing(0)) : answers }
  },
}

function readInputs(inputs: unknown) {
  const { question, context } = isObject(inputs) ? inputs : {}
  if (typeof question !== 'string' || typeof context !== 'string') {
    throw new SandboxError('`inputs` must be {"question": "...", "context": "..."}')
  }
  if (question.trim() === '') throw new SandboxError('`question` must not be empty')
  if (context.trim() === '') throw new SandboxError('`context` must not be empty')
  return { question, context }
}

function rank(question: string, context: string, { topK, longest, impossible }: Options) {
  // The better answer stands out more than its weight alone would let it.
  const best = findPieces(question, context, longest).slice(0, Math.max(MOST_PIECES, topK))
  const pieces = best.map((piece) => ({
    ...piece,
    weight: piece.weight ** 2,
  }))
  const found = pieces.reduce((sum, { weight }) => sum + weight, 0)
  const total = UNSEEN_WEIGHT + found + (impossible ? IMPOSSIBLE_WEIGHT : 0)
  const codePoints = codePointCounter(context)
  const answers = pieces.map(({ start, end, weight }) => ({
    score: weight / total,
    start: codePoints(start),
    end: codePoints(end),
    answer: context.slice(start, end),
  }))
  if (!impossible && answers.length > 0) return answers
  const none = nothing(impossible ? IMPOSSIBLE_WEIGHT / total : 0)
  return [...answers, none].sort((one, other) => other.score - one.score)
}

const nothing = (score: number) => ({ score, start: 0, end: 0, answer: '' })

/** The services count Unicode code points. */
function codePointCounter(text: string): (unit: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (unit) => unit
  return (unit) => [...text.slice(0, unit)].length
}

export default sandbox
