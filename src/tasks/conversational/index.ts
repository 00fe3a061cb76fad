import { jsonBody } from '@/core/body'
import { isBlank, wireMessages, type MessageToSend } from '@/core/chat'
import { leafOf, path } from '@/core/chat-tree'
import { imageProblems, textProblems } from '@/core/checks'
import { javascriptCall, pythonArguments } from '@/core/client-call'
import type { Connection } from '@/core/connection'
import { isObject, type JsonObject } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { problem, type Problem } from '@/core/problem'
import type { ClientCalls, FileSlot } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import { pendingCalls, resultMessages, resultOf } from '@/core/tools'
import schema from '#task-schemas/chat-completion/spec/input.json'
import { dialectOf, dialectProblems, olderRequest } from './dialects'
import { examples } from './examples'
import { fromBody } from './from-body'
import type { Input } from './input'
import type { Output } from './output'
import { fold, parseChat } from './parse'

export type { Input }
export type { Choice, Output, ReplyMessage } from './output'

export default defineTask<Input, Output>({
  id: 'conversational',
  schema,
  hiddenParameters: ['messages', 'model', 'stream'],
  models: [
    { id: 'openai/gpt-oss-120b' },
    { id: 'deepseek-ai/DeepSeek-R1' },
    { id: 'Qwen/Qwen3-4B-Thinking-2507' },
    { id: 'Qwen/Qwen2.5-VL-7B-Instruct' },
    { id: 'meta-llama/Llama-3.1-8B-Instruct' },
    { id: 'google/gemma-2-2b-it' },
    ...sandboxModels('conversational'),
  ],
  examples,
  emptyInput: { messages: [], system: '', draft: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/chat-completion',
  streams: true,
  problems,
  keptFields: ['dialect'],
  request: (draft, connection) => {
    const dialect = dialectOf(draft.input, connection)
    const said = messagesToSend(draft.input)
    if (dialect !== 'chat') return olderRequest(dialect, draft, said)
    const { messages, files } = wireMessages(said)
    const model: JsonObject = draft.model === '' ? {} : { model: draft.model }
    const stream: JsonObject = draft.stream ? { stream: true } : {}
    // Named first and last: first in the body, and not to be replaced by a raw parameter of that name.
    const parameters: JsonObject = Object.assign({ messages }, draft.parameters, { messages })
    return {
      route: 'chat',
      body: jsonBody({ ...model, ...parameters, ...stream }, files),
      stream: draft.stream,
      clients: clients(draft, parameters, files),
    }
  },
  parse: parseChat,
  fromBody,
  fold,
  title: (input) =>
    oneLine(
      input.draft.trim() || (path(input).findLast(({ role }) => role === 'user')?.text ?? ''),
    ),
})

/** The system prompt, the branch that is shown, results for the calls at its end, and what stands in the composer. */
function messagesToSend(input: Input): MessageToSend[] {
  const { system, draft, draftImages = [], toolResults = {} } = input
  const shown = path(input)
  return [
    { role: 'system', text: system, images: [] },
    ...shown,
    ...resultMessages(pendingCalls(shown), toolResults, () => ''),
    ...(asksAlone(input) ? [] : [{ role: 'user' as const, text: draft, images: draftImages }]),
  ]
}

/** The branch is sent by itself, without what stands in the composer. */
function asksAlone(input: Input): boolean {
  return input.asking !== undefined && input.asking === leafOf(input)
}

/** There must be something to answer: a draft, a message at the end that is no answer, or one to be gone on with. */
function problems(input: Input, draft?: Draft<Input>, connection?: Connection): readonly Problem[] {
  const sent = messagesToSend(input).filter((message) => !isBlank(message))
  const last = sent.at(-1)
  const { toolResults = {} } = input
  if (pendingCalls(path(input)).some(({ id }) => resultOf(toolResults, id) === undefined)) {
    return [problem('messages', 'tool-results-missing')]
  }
  if (!last || last.role === 'system' || (last.role === 'assistant' && !asksAlone(input))) {
    return [problem('messages', 'messages-missing')]
  }
  const text = sent.map((message) => message.text).join('')
  return [
    ...textProblems('messages', text || '.'),
    ...dialectProblems(dialectOf(input, connection), sent, draft?.parameters),
    ...sent.flatMap(({ images }) => images.flatMap((image) => imageProblems('messages', image))),
  ]
}

const pythonKeywords = [
  'messages',
  ...['frequency_penalty', 'logit_bias', 'logprobs', 'max_tokens', 'n', 'presence_penalty'],
  ...['response_format', 'seed', 'stop', 'stream_options', 'temperature', 'tool_choice'],
  ...['tool_prompt', 'tools', 'top_logprobs', 'top_p'],
]

function clients(
  { stream }: Draft<Input>,
  parameters: JsonObject,
  files: readonly FileSlot[],
): ClientCalls {
  const method = stream ? 'chatCompletionStream' : 'chatCompletion'
  // huggingface_hub rewrites a JSON schema for hf-inference.
  const { response_format: format } = parameters
  const rewritten = isObject(format) && format.type === 'json_schema'
  const args = rewritten ? undefined : pythonArguments(parameters, pythonKeywords, true)
  return {
    javascript: javascriptCall(method, parameters, files),
    ...(args
      ? {
          python: { method: 'chat_completion', args: stream ? { ...args, stream } : args, files },
        }
      : {}),
  }
}
