import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments, pythonCall } from '@/core/client-call'
import { oneLine } from '@/core/one-line'
import type { ClientCalls } from '@/core/request'
import type { TextSpan } from '@/core/results'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/token-classification/spec/input.json'
import { parseSpans } from './parse'

export interface Input {
  readonly inputs: string
}

export interface Output {
  /** In the order of the reply, with their places in the text that was sent. */
  readonly spans: readonly TextSpan[]
}

export default defineTask<Input, Output>({
  id: 'token-classification',
  schema,
  models: [
    { id: 'dslim/bert-base-NER' },
    { id: 'FacebookAI/xlm-roberta-large-finetuned-conll03-english' },
    { id: 'dbmdz/bert-large-cased-finetuned-conll03-english' },
    { id: 'blaze999/Medical-NER' },
    { id: 'Davlan/xlm-roberta-base-ner-hrl' },
    ...sandboxModels('token-classification'),
  ],
  examples: [
    {
      id: 'sarah-jessica',
      title: { en: 'Sarah Jessica Parker', 'zh-CN': '莎拉·杰西卡·帕克' },
      input: { inputs: 'My name is Sarah Jessica Parker but you can call me Jessica' },
    },
    {
      id: 'clara',
      title: { en: 'A person and a place', 'zh-CN': '人名与地名' },
      input: { inputs: 'My name is Clara and I live in Berkeley, California.' },
    },
    {
      id: 'every-token',
      title: { en: 'Every token by itself', 'zh-CN': '逐个词元' },
      input: { inputs: 'Omar Sy was born in Trappes and works with Netflix in Paris.' },
      parameters: { aggregation_strategy: 'none' },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { inputs: '李雷2019年在北京大学毕业，后来搬到上海，在阿里巴巴工作。' },
      model: 'Davlan/xlm-roberta-base-ner-hrl',
    },
  ],
  emptyInput: { inputs: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/token-classification',
  streams: false,
  problems: ({ inputs }) => textProblems('inputs', inputs),
  request: (draft) => ({
    route: 'model',
    body: inputsBody(draft.input.inputs, draft.parameters),
    stream: false,
    clients: clients(draft),
  }),
  parse: (reply, { input }) => ({ spans: parseSpans(reply, input.inputs) }),
  title: ({ inputs }) => oneLine(inputs),
})

/** @huggingface/inference throws on tokens that are not grouped; the snippets keep it to hf-inference. */
function clients({ input, parameters }: Draft<Input>): ClientCalls {
  const keywords = ['aggregation_strategy', 'ignore_labels', 'stride']
  const args = pythonArguments(parameters, keywords, false)
  const grouped = parameters.aggregation_strategy !== 'none'
  const javascript = javascriptCall('tokenClassification', inputsArgs(input.inputs, parameters))
  return {
    ...(grouped ? { javascript } : {}),
    ...(args ? { python: pythonCall('token_classification', input.inputs, args) } : {}),
  }
}
