import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall } from '@/core/client-call'
import type { FilledInput, GivenBody } from '@/core/given-body'
import { fillByNames } from '@/core/incoming/fill'
import { isObject, isString, type JsonObject } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { jsonOf, readOneOrMore, readScoredLabel, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCall } from '@/core/request'
import type { ScoredLabel } from '@/core/results'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask } from '@/core/task'
import schema from '#task-schemas/text-classification/spec/input.json'

export interface Input {
  readonly inputs: string
  /** The second text of a pair; `''` for a single text. */
  readonly text_pair: string
}

export interface Output {
  /** In the order of the reply. */
  readonly labels: readonly ScoredLabel[]
}

const expected = '[{label, score}] or [[{label, score}]]'

export default defineTask<Input, Output>({
  id: 'text-classification',
  schema,
  models: [
    { id: 'distilbert/distilbert-base-uncased-finetuned-sst-2-english' },
    { id: 'cardiffnlp/twitter-roberta-base-sentiment-latest' },
    { id: 'ProsusAI/finbert' },
    { id: 'papluca/xlm-roberta-base-language-detection' },
    { id: 'lxyuan/distilbert-base-multilingual-cased-sentiments-student' },
    ...sandboxModels('text-classification'),
  ],
  examples: [
    {
      id: 'like-love',
      title: { en: 'A warm word', 'zh-CN': '表达喜爱' },
      input: { inputs: 'I like you. I love you', text_pair: '' },
    },
    {
      id: 'review',
      title: { en: 'A mixed review', 'zh-CN': '褒贬不一的评价' },
      input: {
        inputs: 'The food was wonderful, but we waited an hour for it and nobody said sorry.',
        text_pair: '',
      },
      parameters: { top_k: 3 },
    },
    {
      id: 'pair',
      title: { en: 'Does one follow from the other?', 'zh-CN': '前者能否推出后者？' },
      input: {
        inputs: 'A man is playing a guitar on the stage.',
        text_pair: 'Somebody is making music.',
      },
      model: 'cross-encoder/nli-deberta-v3-base',
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { inputs: '这家店的服务非常好，下次还会再来！', text_pair: '' },
      model: 'lxyuan/distilbert-base-multilingual-cased-sentiments-student',
    },
  ],
  emptyInput: { inputs: '', text_pair: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/text-classification',
  streams: false,
  problems: ({ inputs, text_pair }) => [
    ...textProblems('inputs', inputs),
    ...(text_pair === '' ? [] : textProblems('text_pair', text_pair)),
  ],
  request: ({ input: { inputs, text_pair }, parameters }) => ({
    route: 'model',
    body: inputsBody(text_pair === '' ? inputs : { text: inputs, text_pair }, parameters),
    stream: false,
    clients: text_pair === '' ? { javascript: client(inputs, parameters) } : {},
  }),
  parse,
  fromBody,
  title: ({ inputs, text_pair }) => oneLine(text_pair === '' ? inputs : `${inputs} · ${text_pair}`),
})

/** A pair is `{text, text_pair}`. */
function fromBody(given: GivenBody): FilledInput<Input> | undefined {
  const { inputs } = given
  const empty = { inputs: '', text_pair: '' }
  if (!isObject(inputs)) return fillByNames(empty, given)
  const { text, text_pair = '' } = inputs
  if (!isString(text) || !isString(text_pair)) return undefined
  const filled = fillByNames(empty, { ...given, inputs: text })
  return filled && { ...filled, input: { inputs: text, text_pair } }
}

/** Reads the nested list of hf-inference only; the snippets keep it off other services. */
function client(inputs: string, parameters: JsonObject): ClientCall {
  return javascriptCall('textClassification', inputsArgs(inputs, parameters))
}

/** A pair may be answered by a single label without a list. */
function parse(reply: Reply): Output {
  const labels = readOneOrMore(unnested(jsonOf(reply, expected)), readScoredLabel)
  if (!labels) throw new UnreadableReply(expected)
  return { labels }
}
