import { isListOf, isObject, isString } from '@/core/json'
import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { cosine } from '@/core/vectors'
import { embedEach } from '@/sandbox/lib/embedding/call'
import { defaultOptions, embedText } from '@/sandbox/lib/embedding/embed'
import { round } from '@/sandbox/lib/scores'

/** Cosines of hashed bags of words: what shares words, or parts of words, is alike. */
const sandbox: SandboxTask = {
  id: 'sentence-similarity',
  media: false,
  async reply({ inputs, signal }) {
    const { source, sentences } = readInputs(inputs)
    const origin = embedText(source, defaultOptions)
    const similarity = (sentence: string) =>
      round(cosine(origin, embedText(sentence, defaultOptions)) ?? 0, 8)
    return { kind: 'json', value: await embedEach(sentences, similarity, signal) }
  },
}

function readInputs(inputs: unknown): { source: string; sentences: readonly string[] } {
  const { source_sentence: source, sentences } = isObject(inputs) ? inputs : {}
  if (!isString(source) || source.trim() === '')
    throw new SandboxError('`inputs.source_sentence` must be a string that is not empty')
  if (!isListOf(sentences, isString) || sentences.length === 0)
    throw new SandboxError('`inputs.sentences` must be a list of strings that is not empty')
  return { source, sentences }
}

export default sandbox
