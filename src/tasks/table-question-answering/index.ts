import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall } from '@/core/client-call'
import type { FilledInput, GivenBody } from '@/core/given-body'
import { fillByNames } from '@/core/incoming/fill'
import { isObject, isString } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { sandboxModels } from '@/core/sandbox-models'
import { emptyGrid, fromRecord, gridProblems, toRecord, type Grid } from '@/core/table'
import { defineTask } from '@/core/task'
import schema from '#task-schemas/table-question-answering/spec/input.json'
import { parseAnswers, type TableAnswer } from './parse'

export type { TableAnswer }

export interface Input {
  readonly query: string
  readonly table: Grid
}

export interface Output {
  readonly answers: readonly TableAnswer[]
}

const repositories: Grid = {
  columns: ['Repository', 'Stars', 'Contributors', 'Programming language'],
  rows: [
    ['Transformers', '36542', '651', 'Python'],
    ['Datasets', '4512', '77', 'Python'],
    ['Tokenizers', '3934', '34', 'Rust, Python and NodeJS'],
  ],
}

const cities: Grid = {
  columns: ['城市', '人口（万）', '面积（平方公里）'],
  rows: [
    ['北京', '2189', '16410'],
    ['上海', '2487', '6340'],
    ['广州', '1868', '7434'],
  ],
}

export default defineTask<Input, Output>({
  id: 'table-question-answering',
  schema,
  models: [
    { id: 'google/tapas-base-finetuned-wtq' },
    { id: 'google/tapas-large-finetuned-wtq' },
    { id: 'microsoft/tapex-base' },
    ...sandboxModels('table-question-answering'),
  ],
  examples: [
    {
      id: 'stars',
      title: { en: 'Stars of a repository', 'zh-CN': '仓库的星标数' },
      input: {
        query: 'How many stars does the transformers repository have?',
        table: repositories,
      },
    },
    {
      id: 'sum',
      title: { en: 'A sum over a column', 'zh-CN': '对一列求和' },
      input: { query: 'What is the total number of contributors?', table: repositories },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { query: '上海的人口是多少？', table: cities },
    },
  ],
  emptyInput: { query: '', table: emptyGrid },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/table-question-answering',
  streams: false,
  problems: ({ query, table }) => [
    ...textProblems('query', query, 'question-missing'),
    ...gridProblems('table', table),
  ],
  request: ({ input: { query, table }, parameters }) => {
    const inputs = { query, table: toRecord(table) }
    return {
      route: 'model',
      body: inputsBody(inputs, parameters),
      stream: false,
      // Wants an aggregator, which hf-inference gives; the snippets keep it off other services.
      clients: {
        javascript: javascriptCall('tableQuestionAnswering', inputsArgs(inputs, parameters)),
      },
    }
  },
  parse: (reply, { input }) => ({ answers: parseAnswers(reply, input.table) }),
  fromBody,
  title: ({ query }) => oneLine(query),
})

function fromBody(given: GivenBody): FilledInput<Input> | undefined {
  const { query, table } = isObject(given.inputs) ? given.inputs : {}
  const grid = fromRecord(table)
  if (!isString(query) || !grid) return undefined
  const filled = fillByNames({ query: '' }, { ...given, inputs: { query } })
  return filled && { ...filled, input: { query, table: grid } }
}
