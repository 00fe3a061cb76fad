import { javascriptCall } from '@/core/client-call'
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
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask } from '@/core/task'
import schema from '#task-schemas/feature-extraction/spec/input.json'

export type Input = EmbedInput

export interface Output {
  /** In the order of the texts. */
  readonly embeddings: readonly TextEmbedding[]
}

const expected = 'number[], number[][] or {embeddings}'
const lines = (...texts: string[]): Input => ({ inputs: texts.join('\n'), split: 'lines' })

export default defineTask<Input, Output>({
  id: 'sentence-embeddings',
  // Documented for endpoints only, where it takes what feature extraction takes.
  schema,
  models: [
    { id: 'sentence-transformers/all-MiniLM-L6-v2' },
    { id: 'sentence-transformers/all-mpnet-base-v2' },
    { id: 'BAAI/bge-m3' },
    { id: 'intfloat/multilingual-e5-large' },
    ...sandboxModels('sentence-embeddings'),
  ],
  examples: [
    {
      id: 'sentences',
      title: { en: 'Several sentences', 'zh-CN': '多个句子' },
      input: lines(
        'The weather is lovely today.',
        "It's so sunny outside!",
        'He drove to the stadium.',
        'The stadium was full when he arrived.',
        'Machine learning is so easy.',
        'Deep learning is so straightforward.',
      ),
    },
    {
      id: 'sunny',
      title: { en: 'One sentence', 'zh-CN': '单个句子' },
      input: {
        inputs: 'Today is a sunny day and I will get some ice cream.',
        split: 'text',
      },
    },
    {
      id: 'raw',
      title: { en: 'Not normalised', 'zh-CN': '不归一化' },
      input: lines('Deep learning is so straightforward.', 'Yes.'),
      parameters: { normalize: false },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: lines(
        '今天天气真好',
        '外面阳光明媚，天气很好',
        '他开车去了体育场',
        '体育场里坐满了人',
      ),
      model: 'BAAI/bge-m3',
    },
  ],
  emptyInput: emptyEmbedInput,
  docs: 'https://huggingface.co/docs/inference-endpoints/supported_tasks#sentence-embeddings',
  streams: false,
  problems: embedProblems,
  request: ({ input, parameters }) => ({
    route: 'model',
    body: embedBody(input, parameters),
    stream: false,
    // The libraries ask hf-inference for feature extraction, and read no {embeddings}.
    clients: {},
  }),
  providerCall: ({ input, parameters }) =>
    javascriptCall('featureExtraction', embedArgs(input, parameters)),
  parse: (reply, { input }) => ({
    embeddings: readEmbeddings(reply, textsOf(input), expected),
  }),
  fromBody: embedFromBody,
  title: embedTitle,
})
