import { inputsBody } from '@/core/body'
import { inputsArgs, javascriptCall } from '@/core/client-call'
import { isNumber } from '@/core/json'
import { isObject } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { readPredictions } from '@/core/predictions'
import { UnreadableReply, type Reply } from '@/core/reply'
import { sandboxModels } from '@/core/sandbox-models'
import { emptyGrid, fromRecord, gridProblems, toRecord, type Grid } from '@/core/table'
import { defineTask } from '@/core/task'
import { fish, flats, weighed } from './examples'

export interface Input {
  readonly data: Grid
}

export interface Output {
  /** A number per row; a service may give more or fewer than there are rows. */
  readonly predictions: readonly number[]
}

const expected = 'number[]'

export default defineTask<Input, Output>({
  id: 'tabular-regression',
  models: [{ id: 'scikit-learn/Fish-Weight' }, ...sandboxModels('tabular-regression')],
  examples: [
    {
      id: 'fish',
      title: { en: 'Weight of fish', 'zh-CN': '鱼的重量' },
      input: { data: fish },
    },
    {
      id: 'weighed',
      title: { en: 'Some fish were weighed', 'zh-CN': '部分鱼已称重' },
      input: { data: weighed },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { data: flats },
    },
  ],
  emptyInput: { data: emptyGrid },
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/inference_client#huggingface_hub.InferenceClient.tabular_regression',
  streams: false,
  problems: ({ data }) => gridProblems('data', data),
  request: ({ input, parameters }) => {
    // Cells are sent as they stand, numbers too: the recorded request and the documented `{column: [text]}` have texts.
    const inputs = { data: toRecord(input.data) }
    return {
      route: 'model',
      body: inputsBody(inputs, parameters),
      stream: false,
      // Python sends `{table}` instead of `{inputs: {data}}`.
      clients: { javascript: javascriptCall('tabularRegression', inputsArgs(inputs, parameters)) },
    }
  },
  parse: (reply) => ({ predictions: readNumbers(reply) }),
  fromBody: ({ inputs, parameters }) => {
    const data = isObject(inputs) ? fromRecord(inputs.data) : undefined
    return data && { input: { data }, parameters }
  },
  title: ({ data: { columns, rows } }) =>
    columns.length === 0 ? '' : oneLine(`${rows.length} × ${columns.join(', ')}`),
})

function readNumbers(reply: Reply): readonly number[] {
  const predictions = readPredictions(reply, expected)
  if (!predictions.every(isNumber)) throw new UnreadableReply(expected)
  return predictions
}
