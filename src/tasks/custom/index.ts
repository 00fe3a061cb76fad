import { jsonBody } from '@/core/body'
import { isEmpty, isObject, type Json, type JsonObject } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { parseJsonText } from '@/core/parameters'
import { problem, type Problem } from '@/core/problem'
import type { RequestBody } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type TaskRequest } from '@/core/task'
import { asksForStream, formOf, formProblems } from './form'
import { fromBody } from './from-body'
import { headerProblems, sentHeaders, type Header } from './headers'
import type { Input } from './input'
import { fold, parseAnything, type Output } from './parse'
import { withoutSecrets } from './shared'

export type { Header, Input, Output }
export type { CustomReply } from './parse'

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

const empty: Input = {
  mode: 'json',
  json: '',
  file: null,
  mediaType: '',
  path: '',
  method: 'POST',
  headers: [],
}

export default defineTask<Input, Output>({
  id: 'custom',
  models: sandboxModels('custom'),
  examples: [
    {
      id: 'inputs',
      title: { en: 'Inputs and parameters', 'zh-CN': '输入与参数' },
      input: {
        ...empty,
        json: '{\n  "inputs": "I like you. I love you",\n  "parameters": { "top_k": 2 }\n}',
      },
    },
    {
      id: 'stream',
      title: { en: 'A stream of events', 'zh-CN': '事件流' },
      input: { ...empty, json: '{\n  "inputs": "Count to three",\n  "stream": true\n}' },
      stream: true,
    },
    {
      id: 'file',
      title: { en: 'The bytes of a file', 'zh-CN': '文件的原始字节' },
      input: async (loadSample) => ({
        ...empty,
        mode: 'bytes',
        file: await loadSample('shapes.png'),
      }),
    },
    {
      id: 'form',
      title: { en: 'A form with a file', 'zh-CN': '带文件的表单' },
      input: async (loadSample) => ({
        ...empty,
        mode: 'form',
        path: '/v1/audio/transcriptions',
        form: [
          { kind: 'text', name: 'model', value: 'openai/whisper-large-v3' },
          { kind: 'file', name: 'file', file: await loadSample('voice.wav') },
          { kind: 'text', name: 'response_format', value: 'json' },
        ],
      }),
      stream: false,
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { ...empty, json: '{\n  "inputs": "你好，世界"\n}' },
    },
  ],
  emptyInput: empty,
  docs: 'https://huggingface.co/docs/inference-endpoints/index',
  streams: true,
  problems: (input) => [...bodyProblems(input), ...headerProblems('headers', input.headers)],
  request: ({ input, parameters, stream }) => {
    const body = withParameters(bodyOf(input), parameters)
    const asks =
      (body.kind === 'json' && isObject(body.value) && body.value.stream === true) ||
      (body.kind === 'form' && asksForStream(input.form ?? []))
    return {
      route: 'model',
      body,
      stream: stream || asks,
      headers: sentHeaders(input.headers),
      method: methodOf(input.method),
      clients: {},
      ...(input.path.trim() === '' ? {} : { path: input.path.trim() }),
    }
  },
  parse: parseAnything,
  shared: withoutSecrets,
  fromBody: (given) => fromBody(given, empty),
  fold,
  title: (input) => oneLine(`${input.path} ${titleOf(input)}`),
})

function titleOf({ mode, json, file, form = [] }: Input): string {
  if (mode === 'form') return form.map(({ name }) => name).join(', ')
  return mode === 'json' ? json : (file?.name ?? '')
}

function methodOf(method: string): NonNullable<TaskRequest['method']> {
  return methods.find((each) => each === method) ?? 'POST'
}

/** GET has no body; an empty text sends none. */
function bodyOf({ mode, json, file, mediaType, method, form = [] }: Input): RequestBody {
  if (method === 'GET') return { kind: 'none' }
  if (mode === 'form') return formOf(form)
  if (mode === 'bytes') {
    const type = mediaType.trim()
    if (!file) return { kind: 'none' }
    return { kind: 'bytes', file: type === '' ? file : { ...file, type } }
  }
  const read = json.trim() === '' ? undefined : parseJsonText(json)
  return read && 'value' in read ? jsonBody(read.value) : { kind: 'none' }
}

/** Parameters of the form join those that the JSON has. */
function withParameters(body: RequestBody, parameters: JsonObject): RequestBody {
  if (body.kind !== 'json' || isEmpty(parameters) || !isJsonObject(body.value)) return body
  const own = body.value.parameters
  const all = isJsonObject(own) ? { ...own, ...parameters } : parameters
  return jsonBody({ ...body.value, parameters: all })
}

function isJsonObject(value: Json | undefined): value is JsonObject {
  return isObject(value)
}

function bodyProblems({ mode, json, file, method, form = [] }: Input): readonly Problem[] {
  if (method === 'GET') return []
  if (mode === 'form') return formProblems(form)
  if (mode === 'bytes') return file ? [] : [problem('data', 'file-missing')]
  if (json.trim() === '') return [problem('data', 'text-missing')]
  const read = parseJsonText(json)
  return 'error' in read ? [problem('data', 'json-invalid', { ...read.error })] : []
}
