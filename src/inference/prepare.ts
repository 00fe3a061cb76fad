import {
  AUTO_PROVIDER,
  credentialOf,
  endpointUrl,
  HF_INFERENCE,
  ROUTER_URL,
  type Connection,
} from '@/core/connection'
import { formType } from '@/core/form'
import type { PreparedRequest, RequestBody, WireRequest } from '@/core/request'
import {
  isOptionHeader,
  optionHeaders,
  takesOptions,
  type RequestOptions,
} from '@/core/request-options'
import type { Draft, Route, TaskDefinition, TaskRequest } from '@/core/task'

export interface PrepareContext {
  /** Absolute URL of the sandbox, without a slash at the end, for example `http://127.0.0.1:7860/sandbox`. */
  readonly sandboxUrl: string
}

/**
 * The request that a draft means on a connection: pure, frozen, and the only lowering there is. What the page sends,
 * what the inspector shows, what the history keeps and what the snippets print all come from here.
 * Throws nothing for a half-filled page: `task.problems` says what is missing.
 */
export function prepare<Input, Output>(
  task: TaskDefinition<Input, Output>,
  connection: Connection,
  draft: Draft<Input>,
  context: PrepareContext,
): PreparedRequest {
  const trimmed = { ...draft, model: draft.model.trim(), stream: draft.stream && task.streams }
  const { route } = task.request(trimmed, connection)
  const model = routesChat(connection, route)
    ? withProvider(trimmed.model, connection)
    : trimmed.model
  const request = task.request({ ...trimmed, model }, connection)
  const common = {
    task: task.id,
    model,
    connection,
    credential: credentialOf(connection),
    stream: request.stream,
    clients: request.clients,
    ...(request.replyMedia ? { replyMedia: request.replyMedia } : {}),
  }
  if (connection.kind === 'provider' && goesThroughClient(connection.provider, task, request)) {
    const call = task.providerCall?.(trimmed)
    if (call) {
      const { provider, billTo } = connection
      return Object.freeze({ ...common, dialect: 'provider', provider, billTo, call })
    }
  }
  return Object.freeze({
    ...common,
    dialect: 'wire',
    method: request.method ?? 'POST',
    url: requestUrl(connection, request, model, task, context),
    headers: headersOf(connection, request, trimmed.options),
    body: request.body,
  } satisfies WireRequest)
}

/** Third-party providers serve every task but chat through the client library; hf-inference is ours. */
function goesThroughClient<Input, Output>(
  provider: string,
  task: TaskDefinition<Input, Output>,
  request: TaskRequest,
): boolean {
  return provider !== HF_INFERENCE && request.route !== 'chat' && task.providerCall !== undefined
}

function routesChat(connection: Connection, route: Route): boolean {
  return route === 'chat' && connection.kind === 'provider' && connection.provider !== HF_INFERENCE
}

/** The chat router chooses the provider by the model's name: `MODEL:PROVIDER`. */
function withProvider(model: string, connection: Connection): string {
  if (connection.kind !== 'provider' || model === '') return model
  return connection.provider === AUTO_PROVIDER || model.includes(':')
    ? model
    : `${model}:${connection.provider}`
}

function requestUrl<Input, Output>(
  connection: Connection,
  request: TaskRequest,
  model: string,
  task: TaskDefinition<Input, Output>,
  { sandboxUrl }: PrepareContext,
): string {
  switch (connection.kind) {
    case 'sandbox': {
      const path = openaiPath(request.route)
      if (path) return `${sandboxUrl}${path}`
      // A model that is not the sandbox's own for this task, such as sandbox/slow, needs the task named.
      const named = model === `sandbox/${task.id}` && request.route !== 'pipeline'
      return `${sandboxUrl}/models/${modelPath(model)}${named ? '' : `/pipeline/${task.id}`}`
    }
    case 'provider': {
      if (routesChat(connection, request.route)) return `${ROUTER_URL}/v1/chat/completions`
      const base = `${ROUTER_URL}/hf-inference/models/${modelPath(model)}`
      const path = openaiPath(request.route)
      if (path) return base + path
      return request.route === 'pipeline' ? `${base}/pipeline/${task.id}` : base
    }
    case 'endpoint': {
      const url = endpointUrl(connection.url)
      if (!url) return connection.url.trim()
      const path = openaiPath(request.route)
      if (path) return openaiUrl(url, path)
      return request.path ? joinPath(url, request.path) : url.href
    }
  }
}

/** The path of an OpenAI route. */
function openaiPath(route: Route): string | undefined {
  if (route === 'chat') return '/v1/chat/completions'
  return route === 'completions' ? '/v1/completions' : undefined
}

/** URL + the route's path, unless it already ends in it or in /v1. */
function openaiUrl(url: URL, route: string): string {
  const path = url.pathname.replace(/\/+$/, '')
  const own = route.slice('/v1'.length)
  // A chat's URL ends in /completions too.
  if (path.endsWith(own) && !(own === '/completions' && path.endsWith('/chat/completions')))
    return url.href
  const base = path.replace(/\/chat\/completions$|\/completions$/, '')
  const openai = new URL(url)
  openai.pathname = base.endsWith('/v1') ? `${base}${own}` : `${base}${route}`
  return openai.href
}

function joinPath(url: URL, path: string): string {
  const [pathname = '', query] = path.split('?', 2)
  const joined = new URL(url)
  joined.pathname = `${url.pathname.replace(/\/+$/, '')}/${pathname.replace(/^\/+/, '')}`
  if (query !== undefined) joined.search = query
  return joined.href
}

/** A model's path: each segment escaped, the slash between owner and name kept. */
function modelPath(model: string): string {
  return model.split('/').map(encodeURIComponent).join('/')
}

function headersOf(
  connection: Connection,
  request: TaskRequest,
  options: RequestOptions = {},
): [string, string][] {
  const headers: [string, string][] = []
  const type = contentType(request.body)
  const own = request.headers ?? []
  if (type && !own.some(([name]) => name.toLowerCase() === 'content-type'))
    headers.push(['Content-Type', type])
  if (connection.kind === 'provider' && connection.billTo.trim())
    headers.push(['X-HF-Bill-To', connection.billTo.trim()])
  // A page that sends any headers may name them itself.
  if (takesOptions(connection) && !own.some(([name]) => isOptionHeader(name)))
    headers.push(...optionHeaders(options))
  for (const [name, value] of own) headers.push([name, value])
  return headers
}

function contentType(body: RequestBody): string | undefined {
  switch (body.kind) {
    case 'none':
      return undefined
    case 'json':
      return 'application/json'
    case 'bytes':
      return body.file.type
    case 'form':
      return formType(body)
  }
}
