import { inputsBody } from '@/core/body'
import { textProblems, textsProblems } from '@/core/checks'
import { inputsArgs, javascriptCall } from '@/core/client-call'
import { isEmpty, isListOf, isNumber } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { jsonOf } from '@/core/parse'
import { ranked, type Ranked } from '@/core/ranking'
import { UnreadableReply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/sentence-similarity/spec/input.json'

export interface Input {
  readonly source_sentence: string
  readonly sentences: readonly string[]
}

export interface Output {
  /** By similarity, which is a cosine: -1 to 1. */
  readonly ranking: readonly Ranked[]
}

const expected = 'number[], one for each sentence'

export default defineTask<Input, Output>({
  id: 'sentence-similarity',
  schema,
  models: [
    { id: 'sentence-transformers/all-MiniLM-L6-v2' },
    { id: 'sentence-transformers/all-mpnet-base-v2' },
    { id: 'sentence-transformers/paraphrase-xlm-r-multilingual-v1' },
    { id: 'BAAI/bge-m3' },
    ...sandboxModels('sentence-similarity'),
  ],
  examples: [
    {
      id: 'happy',
      title: { en: 'A happy person', 'zh-CN': '快乐的人' },
      input: {
        source_sentence: 'That is a happy person',
        sentences: ['That is a happy dog', 'That is a very happy person', 'Today is a sunny day'],
      },
    },
    {
      id: 'learning',
      title: { en: 'Machine learning', 'zh-CN': '机器学习' },
      input: {
        source_sentence: 'Machine learning is so easy.',
        sentences: [
          'Deep learning is so straightforward.',
          'This is so difficult, like rocket science.',
          "I can't believe how much I struggled with this.",
        ],
      },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: {
        source_sentence: '那是一个快乐的人',
        sentences: ['那是一条快乐的狗', '那是一个非常幸福的人', '今天是晴天'],
      },
      model: 'sentence-transformers/paraphrase-xlm-r-multilingual-v1',
    },
  ],
  emptyInput: { source_sentence: '', sentences: [] },
  docs: 'https://huggingface.co/docs/inference-endpoints/supported_tasks#sentence-similarity',
  streams: false,
  problems: ({ source_sentence, sentences }) => [
    ...textProblems('source_sentence', source_sentence),
    ...textsProblems('sentences', sentences),
  ],
  request: (draft) => ({
    route: 'pipeline',
    body: inputsBody(inputsOf(draft.input), draft.parameters),
    stream: false,
    clients: clientsOf(draft),
  }),
  parse: (reply, { input: { sentences } }) => {
    const scores = jsonOf(reply, expected)
    if (sentences.length === 0 || !isListOf(scores, isNumber)) throw new UnreadableReply(expected)
    if (scores.length !== sentences.length) throw new UnreadableReply(expected)
    return { ranking: ranked(sentences, scores) }
  },
  title: ({ source_sentence, sentences }) =>
    oneLine([source_sentence, ...sentences.slice(0, 20)].filter((text) => text !== '').join(' · ')),
})

function inputsOf({ source_sentence, sentences }: Input) {
  return { source_sentence, sentences }
}

/** The Python method takes no parameters. */
function clientsOf({ input, parameters }: Draft<Input>): ClientCalls {
  const { source_sentence, sentences } = input
  return {
    javascript: javascriptCall('sentenceSimilarity', inputsArgs(inputsOf(input), parameters)),
    ...(isEmpty(parameters)
      ? {
          python: {
            method: 'sentence_similarity',
            positional: [source_sentence, sentences],
            args: {},
            files: [],
          },
        }
      : {}),
  }
}
