import { javascriptCall, pythonArguments, pythonCall } from '@/core/client-call'
import {
  embedArgs,
  embedBody,
  embedFromBody,
  embedProblems,
  embedTitle,
  emptyEmbedInput,
  textsOf,
  type EmbedInput,
} from '@/core/embed-request'
import { readEmbeddings, type TextEmbedding } from '@/core/embeddings'
import type { ClientCall } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/feature-extraction/spec/input.json'
import { examples } from './examples'

export type Input = EmbedInput

export interface Output {
  /** In the order of the texts. */
  readonly embeddings: readonly TextEmbedding[]
}

const expected = 'number[], number[][], number[][][] or deeper for a list'
const [own, ...faulty] = sandboxModels('feature-extraction')

export default defineTask<Input, Output>({
  id: 'feature-extraction',
  schema,
  models: [
    { id: 'intfloat/multilingual-e5-large' },
    { id: 'BAAI/bge-m3' },
    { id: 'thenlper/gte-large' },
    { id: 'sentence-transformers/distilbert-base-nli-mean-tokens' },
    { id: 'facebook/bart-base' },
    ...(own ? [own] : []),
    { id: 'sandbox/feature-extraction:tokens', sandbox: true },
    ...faulty,
  ],
  examples,
  emptyInput: emptyEmbedInput,
  docs: 'https://huggingface.co/docs/inference-providers/tasks/feature-extraction',
  streams: false,
  problems: embedProblems,
  request: (draft) => {
    const python = pythonClient(draft)
    return {
      route: 'pipeline',
      body: embedBody(draft.input, draft.parameters),
      stream: false,
      clients: { javascript: javascriptClient(draft), ...(python ? { python } : {}) },
    }
  },
  providerCall: javascriptClient,
  parse: (reply, { input }) => ({
    embeddings: readEmbeddings(reply, textsOf(input), expected),
  }),
  fromBody: embedFromBody,
  title: embedTitle,
})

function javascriptClient({ input, parameters }: Draft<Input>): ClientCall {
  return javascriptCall('featureExtraction', embedArgs(input, parameters))
}

const KEYWORDS = ['normalize', 'prompt_name', 'truncate', 'truncation_direction']

/** Makes one NumPy array of the reply, which the tokens of several texts do not fit into. */
function pythonClient({ input, parameters }: Draft<Input>): ClientCall | undefined {
  const args = pythonArguments(parameters, KEYWORDS, false)
  return args && input.split === 'text'
    ? pythonCall('feature_extraction', input.inputs, args)
    : undefined
}
