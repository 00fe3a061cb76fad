import { isObject } from '@/core/json'
import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { choiceAt, numberAt, textInput } from '@/sandbox/lib/parameters'
import { sigmoid, softmax } from '@/sandbox/lib/scores'
import { entailmentLogits } from '@/sandbox/lib/sentiment/entailment'
import { sentimentLogits } from '@/sandbox/lib/sentiment/sentiment'

const functions = ['softmax', 'sigmoid', 'none'] as const
type ApplyFunction = (typeof functions)[number]

/** Sentiment by a lexicon; for a pair, entailment by the words that both share. */
const sandbox: SandboxTask = {
  id: 'text-classification',
  media: false,
  reply({ inputs, parameters }) {
    const apply = choiceAt(parameters, 'function_to_apply', functions) ?? 'softmax'
    const topK = numberAt(parameters, 'top_k', { min: 1, integer: true })
    const classify = (input: unknown) => score(logitsOf(input), apply).slice(0, topK)
    return { kind: 'json', value: Array.isArray(inputs) ? inputs.map(classify) : classify(inputs) }
  },
}

function logitsOf(input: unknown) {
  if (!isObject(input)) return sentimentLogits(textInput(input))
  const { text, text_pair: pair } = input
  if (typeof text !== 'string') throw new SandboxError('`inputs.text` must be a string')
  if (pair === undefined || pair === null || pair === '') return sentimentLogits(textInput(text))
  if (typeof pair !== 'string') throw new SandboxError('`inputs.text_pair` must be a string')
  return entailmentLogits(text, pair)
}

function score(logits: readonly (readonly [label: string, logit: number])[], apply: ApplyFunction) {
  const raw = logits.map(([, logit]) => logit)
  const scores = apply === 'softmax' ? softmax(raw) : apply === 'sigmoid' ? raw.map(sigmoid) : raw
  return logits
    .map(([label], index) => ({ label, score: scores[index] ?? 0 }))
    .sort((one, other) => other.score - one.score)
}

export default sandbox
