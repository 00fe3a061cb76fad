import { jsonBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs } from '@/core/client-call'
import type { Output } from '@/core/generation/output'
import { fold, parseGeneration } from '@/core/generation/parse'
import { oneLine } from '@/core/one-line'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask } from '@/core/task'
// The package has no schema of this task any more. Its parameters were, and are documented as, those of summarization.
import schema from '#task-schemas/summarization/spec/input.json'

export type { Output }

export interface Input {
  readonly inputs: string
}

export default defineTask<Input, Output>({
  id: 'text2text-generation',
  schema,
  models: [
    { id: 'google/flan-t5-base' },
    { id: 'google/flan-t5-xxl' },
    { id: 'google-t5/t5-base' },
    { id: 'bigscience/T0pp' },
    { id: 'google/mt5-base' },
    ...sandboxModels('text2text-generation'),
  ],
  examples: [
    {
      id: 'translate',
      title: { en: 'Translate', 'zh-CN': '翻译' },
      input: { inputs: 'translate English to German: My name is Wolfgang and I live in Berlin' },
      stream: false,
    },
    {
      id: 'equals',
      title: { en: 'One plus two', 'zh-CN': '一加二' },
      input: { inputs: 'one plus two equals' },
      model: 'google/flan-t5-xxl',
      stream: false,
    },
    {
      id: 'repeat',
      title: { en: 'Repeat, streamed', 'zh-CN': '复述（流式）' },
      input: { inputs: 'repeat "one two three four"' },
      model: 'google/flan-t5-xxl',
      stream: true,
    },
    {
      id: 'question',
      title: { en: 'A question with its context', 'zh-CN': '带上下文的问题' },
      input: {
        inputs:
          'question: Where does Clara live? context: My name is Wolfgang and I live in Berlin. My sister Clara lives in Hamburg.',
      },
      stream: false,
    },
    {
      id: 'universe',
      title: { en: 'The answer to the universe', 'zh-CN': '宇宙的答案' },
      input: { inputs: 'The answer to the universe is' },
      parameters: { generate_parameters: { max_new_tokens: 20 } },
      model: 'google/flan-t5-xxl',
      stream: false,
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { inputs: '问题：李雷住在哪里？上下文：韩梅梅住在上海。李雷住在北京。' },
      model: 'google/mt5-base',
      stream: false,
    },
  ],
  emptyInput: { inputs: '' },
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/inference_types',
  streams: true,
  problems: ({ inputs }) => textProblems('inputs', inputs),
  request: ({ input, parameters, stream }) => {
    const body = inputsArgs(input.inputs, parameters)
    return {
      route: 'model',
      body: jsonBody(stream ? { ...body, stream } : body),
      stream,
      // Neither library has a method for this task any more.
      clients: {},
    }
  },
  parse: parseGeneration,
  fold,
  title: ({ inputs }) => oneLine(inputs),
})
