import { jsonBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments, pythonCall } from '@/core/client-call'
import type { JsonObject } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { withParameters } from '@/core/parameters'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/text-generation/spec/input.json'
import type { Output } from '@/core/generation/output'
import { fold, parseGeneration } from '@/core/generation/parse'
import { completionBody, dialectOf, fromBody } from './dialects'
import type { Input } from './input'

export type { Input } from './input'
export type { Output, Token } from '@/core/generation/output'

/** Documented for the Inference API, and in no schema. */
const maxTime = {
  type: 'number',
  minimum: 0,
  maximum: 120,
  description:
    'The amount of time in seconds that the query should take at most. Network can cause some overhead, so it will be a soft limit.',
}

export default defineTask<Input, Output>({
  id: 'text-generation',
  schema: withParameters(schema, { max_time: maxTime }),
  models: [
    { id: 'openai-community/gpt2' },
    { id: 'google/gemma-2-2b-it' },
    { id: 'meta-llama/Llama-3.2-3B' },
    { id: 'mistralai/Mistral-Nemo-Instruct-2407' },
    { id: 'Qwen/Qwen2.5-7B-Instruct-1M' },
    ...sandboxModels('text-generation'),
  ],
  examples: [
    {
      id: 'answer',
      title: { en: 'The answer to the universe', 'zh-CN': '宇宙的答案' },
      input: { inputs: 'The answer to the universe is' },
      parameters: { max_new_tokens: 50 },
      stream: true,
    },
    {
      id: 'python',
      title: { en: 'A Python function', 'zh-CN': 'Python 函数' },
      input: { inputs: 'def fibonacci(n):\n    """Return the n-th Fibonacci number."""\n' },
      parameters: { max_new_tokens: 80, temperature: 0.2, stop: ['\ndef '] },
      stream: true,
    },
    {
      id: 'details',
      title: { en: 'With the details of each token', 'zh-CN': '附带每个词元的详情' },
      input: { inputs: 'Once upon a time, there was a' },
      parameters: { max_new_tokens: 30, details: true, top_n_tokens: 5, seed: 42 },
      stream: false,
    },
    {
      id: 'grammar',
      title: { en: 'Bound by a schema', 'zh-CN': '受 Schema 约束' },
      input: {
        inputs:
          'convert to JSON: I saw a puppy a cat and a raccoon during my bike ride in the park',
      },
      parameters: {
        max_new_tokens: 200,
        repetition_penalty: 1.3,
        grammar: {
          type: 'json',
          value: {
            type: 'object',
            properties: {
              location: { type: 'string' },
              activity: { type: 'string' },
              animals_seen: { type: 'integer', minimum: 1, maximum: 5 },
              animals: { type: 'array', items: { type: 'string' } },
            },
            required: ['location', 'activity', 'animals_seen', 'animals'],
          },
        },
      },
      stream: true,
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { inputs: '从前有座山，山里有座庙，' },
      parameters: { max_new_tokens: 60 },
      stream: true,
      model: 'Qwen/Qwen2.5-7B-Instruct-1M',
    },
  ],
  emptyInput: { inputs: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/text-generation',
  streams: true,
  problems: ({ inputs }) => textProblems('inputs', inputs),
  keptFields: ['dialect'],
  request: (draft, connection) => {
    const { input, parameters, stream } = draft
    if (dialectOf(input, connection) === 'completions') {
      return { route: 'completions', body: jsonBody(completionBody(draft)), stream, clients: {} }
    }
    const body = inputsArgs(input.inputs, parameters)
    return {
      route: 'model',
      body: jsonBody(stream ? { ...body, stream } : body),
      stream,
      clients: clients(draft),
    }
  },
  providerCall: ({ input, parameters, stream }) =>
    javascriptCall(stream ? 'textGenerationStream' : 'textGeneration', {
      ...completionParameters(parameters),
      ...inputsArgs(input.inputs, parameters),
    }),
  parse: parseGeneration,
  fold,
  fromBody,
  title: ({ inputs }) => oneLine(inputs),
})

/**
 * Parameters by their names in a completion. For some providers the library takes them from `parameters`, for others,
 * such as Together, only from beside it.
 */
function completionParameters({ max_new_tokens, ...others }: JsonObject): JsonObject {
  return max_new_tokens === undefined ? others : { max_tokens: max_new_tokens, ...others }
}

const pythonKeywords = [
  ...['adapter_id', 'best_of', 'decoder_input_details', 'details', 'do_sample'],
  ...['frequency_penalty', 'grammar', 'max_new_tokens', 'repetition_penalty', 'return_full_text'],
  ...['seed', 'stop', 'temperature', 'top_k', 'top_n_tokens', 'top_p', 'truncate', 'typical_p'],
  'watermark',
]

/** @huggingface/inference sends this task to /v1/completions, with a prompt. */
function clients({ input, parameters, stream }: Draft<Input>): ClientCalls {
  // Without `details`, huggingface_hub takes the decoder's back.
  const changed = parameters.decoder_input_details === true && parameters.details !== true
  const args = changed ? undefined : pythonArguments(parameters, pythonKeywords, false)
  if (!args) return {}
  return {
    python: pythonCall('text_generation', input.inputs, stream ? { ...args, stream } : args),
  }
}
