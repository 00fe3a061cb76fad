import { isNumber, isObject, isString } from '../json'
import { jsonOf, type ProbeResults } from './probes'
import type { ServerKind } from './rules'

/** What is worth telling of a server; the words are in the locales. */
export type FactKey =
  | 'model'
  | 'revision'
  | 'task'
  | 'version'
  | 'image'
  | 'dtype'
  | 'device'
  | 'pooling'
  | 'labels'
  | 'context'
  | 'maxInput'
  | 'maxTotal'
  | 'maxBatchTokens'
  | 'maxClientBatch'
  | 'maxConcurrent'
  | 'maxBestOf'
  | 'maxStops'
  | 'tasks'

export interface Fact {
  readonly key: FactKey
  readonly value: string
}

/** Where each stands in /info, in the order in which they are shown; the first name that is there counts. */
const INFO: readonly (readonly [FactKey, ...names: string[]])[] = [
  ['model', 'model_id'],
  ['revision', 'model_sha'],
  ['task', 'model_pipeline_tag'],
  ['version', 'version'],
  ['image', 'docker_label'],
  ['dtype', 'model_dtype'],
  ['device', 'model_device_type'],
  ['maxInput', 'max_input_tokens', 'max_input_length'],
  ['maxTotal', 'max_total_tokens'],
  ['maxBatchTokens', 'max_batch_total_tokens', 'max_batch_tokens'],
  ['maxClientBatch', 'max_client_batch_size'],
  ['maxConcurrent', 'max_concurrent_requests'],
  ['maxBestOf', 'max_best_of'],
  ['maxStops', 'max_stop_sequences'],
]

/** As `get_endpoint_info` of the documented client, in order and without what is empty. */
export function factsOf(results: ProbeResults): readonly Fact[] {
  const info = jsonOf(results, 'info')
  const facts = isObject(info) ? [...infoFacts(info), ...typeFacts(info), ...taskFacts(info)] : []
  if (facts.some(({ key }) => key === 'model')) return facts
  return [...facts, ...modelFacts(jsonOf(results, 'models'))]
}

function infoFacts(info: Record<string, unknown>): Fact[] {
  return INFO.flatMap(([key, ...names]) => {
    const found = names
      .map((name) => info[name])
      .find((value) => isString(value) || isNumber(value))
    return found === undefined || found === '' ? [] : [{ key, value: short(key, String(found)) }]
  })
}

/** A commit is known by its beginning. */
function short(key: FactKey, value: string): string {
  return key === 'revision' && /^[0-9a-f]{40}$/.test(value) ? value.slice(0, 12) : value
}

/** TEI: {"model_type": {"embedding": {"pooling": "cls"}}}, or a classifier's or reranker's labels. */
function typeFacts({ model_type: type }: Record<string, unknown>): Fact[] {
  if (!isObject(type)) return []
  const [name, about] = Object.entries(type)[0] ?? []
  if (!name || !isObject(about)) return []
  const labels = isObject(about.id2label) ? Object.values(about.id2label).filter(isString) : []
  return [
    { key: 'task', value: name },
    ...(isString(about.pooling) ? [{ key: 'pooling' as const, value: about.pooling }] : []),
    ...(labels.length > 0 ? [{ key: 'labels' as const, value: labels.join(', ') }] : []),
  ]
}

/** The sandbox tells which tasks it has. */
function taskFacts({ tasks }: Record<string, unknown>): Fact[] {
  return Array.isArray(tasks) && tasks.every(isString)
    ? [{ key: 'tasks', value: tasks.join(', ') }]
    : []
}

/** vLLM tells a model's longest context in the list, llama.cpp in `meta`. */
function modelFacts(list: unknown): Fact[] {
  const models = isObject(list) && Array.isArray(list.data) ? (list.data as unknown[]) : []
  const [model] = models
  if (!isObject(model)) return []
  const meta = isObject(model.meta) ? model.meta : {}
  const context = [model.max_model_len, meta.n_ctx, meta.n_ctx_train].find(isNumber)
  return [
    ...(isString(model.id) && models.length === 1
      ? [{ key: 'model' as const, value: model.id }]
      : []),
    ...(context === undefined ? [] : [{ key: 'context' as const, value: String(context) }]),
  ]
}

/** Models by the names that a request gives them; none where a server has one and wants no name. */
export function modelsOf(results: ProbeResults): readonly string[] {
  const list = jsonOf(results, 'models')
  const data: readonly unknown[] = isObject(list) && Array.isArray(list.data) ? list.data : []
  return data.flatMap((model) => (isObject(model) && isString(model.id) ? [model.id] : []))
}

/** Ids of the task pages that suit a server, the likeliest first. */
export function tasksFor(kind: ServerKind, results: ProbeResults): readonly string[] {
  const info = jsonOf(results, 'info')
  const named = isObject(info) ? info : {}
  const tag = isString(named.model_pipeline_tag) ? [named.model_pipeline_tag] : []
  switch (kind) {
    case 'sandbox':
      return Array.isArray(named.tasks)
        ? unique(['text-classification', ...named.tasks.filter(isString)])
        : []
    case 'tgi':
      return unique(['conversational', 'text-generation', ...tag])
    case 'tei':
      return teiTasks(named.model_type)
    case 'vllm':
    case 'sglang':
    case 'llamacpp':
    case 'ollama':
    case 'openai':
      return ['conversational', 'custom']
    case 'other':
      return unique([...tag, 'custom'])
  }
}

function teiTasks(type: unknown): readonly string[] {
  const name = isObject(type) ? Object.keys(type)[0] : undefined
  if (name === 'reranker') return ['text-ranking', 'custom']
  if (name === 'classifier') return ['text-classification', 'custom']
  return ['feature-extraction', 'sentence-embeddings', 'sentence-similarity']
}

const unique = (list: readonly string[]) => [...new Set(list)]
