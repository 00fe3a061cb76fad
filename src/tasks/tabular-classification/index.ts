import { inputsBody } from '@/core/body'
import { isObject } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { readPredictions, type Prediction } from '@/core/predictions'
import { sandboxModels } from '@/core/sandbox-models'
import { emptyGrid, fromRecord, gridProblems, toRecord, type Grid } from '@/core/table'
import { defineTask } from '@/core/task'
import { flowers, fruit, tasted, wine } from './examples'

export interface Input {
  readonly data: Grid
}

export interface Output {
  /** A class per row; a service may give more or fewer than there are rows. */
  readonly predictions: readonly Prediction[]
}

export default defineTask<Input, Output>({
  id: 'tabular-classification',
  models: [
    { id: 'vvmnnnkv/wine-quality' },
    { id: 'julien-c/wine-quality' },
    { id: 'scikit-learn/cancer-prediction-trees' },
    { id: 'scikit-learn/tabular-playground' },
    ...sandboxModels('tabular-classification'),
  ],
  examples: [
    {
      id: 'wine',
      title: { en: 'Quality of wines', 'zh-CN': '葡萄酒的品质' },
      input: { data: wine },
    },
    {
      id: 'tasted',
      title: { en: 'Some wines were tasted', 'zh-CN': '部分葡萄酒已有评分' },
      input: { data: tasted },
    },
    {
      id: 'flowers',
      title: { en: 'Kinds of iris', 'zh-CN': '鸢尾花的种类' },
      input: { data: flowers },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { data: fruit },
    },
  ],
  emptyInput: { data: emptyGrid },
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/inference_client#huggingface_hub.InferenceClient.tabular_classification',
  streams: false,
  problems: ({ data }) => gridProblems('data', data),
  // Cells are sent as they stand, numbers too: the recorded requests and the documented `{column: [text]}` have texts.
  // No clients: JavaScript refuses a reply with texts, and Python sends `{table}` instead of `{inputs: {data}}`.
  request: ({ input: { data }, parameters }) => ({
    route: 'model',
    body: inputsBody({ data: toRecord(data) }, parameters),
    stream: false,
    clients: {},
  }),
  parse: (reply) => ({ predictions: readPredictions(reply, '(number or string)[]') }),
  fromBody: ({ inputs, parameters }) => {
    const data = isObject(inputs) ? fromRecord(inputs.data) : undefined
    return data && { input: { data }, parameters }
  },
  title: ({ data: { columns, rows } }) =>
    columns.length === 0 ? '' : oneLine(`${rows.length} × ${columns.join(', ')}`),
})
