import { AUTO_PROVIDER, HF_INFERENCE, type Connection } from '../connection'

/** Where a request goes, in the page's terms. */
export interface Target {
  readonly connection: Connection
  /** As the URL or the body names it; `''` where neither does. */
  readonly model: string
  /** The task that the URL names. */
  readonly task?: string
  /** How it names it. */
  readonly named?: 'pipeline' | 'sandbox'
  /** The URL is a chat's. */
  readonly chat: boolean
  /** The URL is that of the older OpenAI route, which continues a text. */
  readonly completions: boolean
  readonly notes: readonly TargetNote[]
}

export type TargetNote =
  | 'legacy-host' // api-inference.huggingface.co, which is no more
  | 'provider-protocol' // a third-party provider's own protocol

const ROUTER = 'router.huggingface.co'
const LEGACY = 'api-inference.huggingface.co'
const CHAT = /\/v1\/chat\/completions\/?$/
const COMPLETIONS = /\/v1\/completions\/?$/
/** Suffixes of a chat model that let the router choose. */
const POLICIES = ['fastest', 'cheapest', 'preferred', HF_INFERENCE]

/** Reads an absolute URL. `billTo` and the body's `model` belong to the connection that comes of it. */
export function readTarget(
  url: string,
  bodyModel: string,
  billTo: string,
  sandboxUrl: string,
): Target {
  if (!URL.canParse(url)) return endpoint(url, bodyModel)
  const { hostname, pathname, search } = new URL(url)
  const sandbox = sandboxPath(new URL(url), sandboxUrl)
  if (sandbox !== undefined) return withPath({ kind: 'sandbox' }, sandbox, bodyModel)
  const provider = (name: string): Connection => ({ kind: 'provider', provider: name, billTo })
  if (hostname === LEGACY && /^\/(models|pipeline)\//.test(pathname)) {
    const path = pathname.replace(/^\/pipeline\/([^/]+)\/(.+)$/, '/models/$2/pipeline/$1')
    return { ...withPath(provider(HF_INFERENCE), path, bodyModel), notes: ['legacy-host'] }
  }
  if (hostname !== ROUTER || search !== '') return endpoint(url, bodyModel)
  if (/^\/v1\/chat\/completions\/?$/.test(pathname)) return routed(bodyModel, provider)
  const rest = /^\/hf-inference(\/models\/.+)$/.exec(pathname)?.[1]
  if (rest !== undefined) return withPath(provider(HF_INFERENCE), rest, bodyModel)
  return { ...endpoint(url, bodyModel), notes: ['provider-protocol'] }
}

function endpoint(url: string, model: string): Target {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  return {
    connection: { kind: 'endpoint', url, auth: 'none' },
    model,
    chat: /\/chat\/completions\/?$/.test(path),
    completions: /(?<!\/chat)\/completions\/?$/.test(path),
    notes: [],
  }
}

/** The router's chat: the provider stands behind the model's name. */
function routed(named: string, provider: (name: string) => Connection): Target {
  const colon = named.indexOf(':')
  const suffix = colon < 0 ? '' : named.slice(colon + 1)
  const chosen = suffix !== '' && !POLICIES.includes(suffix)
  return {
    connection: provider(chosen ? suffix : AUTO_PROVIDER),
    model: chosen ? named.slice(0, colon) : named,
    chat: true,
    completions: false,
    notes: [],
  }
}

/** `/models/MODEL`, with `/pipeline/TASK` or a chat's path behind it; a chat's path alone. */
function withPath(connection: Connection, path: string, bodyModel: string): Target {
  const chat = CHAT.test(path)
  const completions = COMPLETIONS.test(path)
  const own = path.replace(CHAT, '').replace(COMPLETIONS, '')
  const [, models = ''] = /^\/models\/(.+?)\/?$/.exec(own) ?? []
  const [modelName = '', task] = models.split('/pipeline/', 2)
  const model = decoded(modelName) || bodyModel
  const openai = chat || completions
  const named = openai && bodyModel ? bodyModel : model
  const common = { connection, model: named, chat, completions, notes: [] }
  if (task) return { ...common, task, named: 'pipeline' }
  const sandboxed = /^sandbox\/([^:]+)/.exec(model)?.[1]
  return sandboxed && connection.kind === 'sandbox' && !openai
    ? { ...common, task: sandboxed, named: 'sandbox' }
    : common
}

/** The path behind the sandbox's address: this page's, or the one of another Taskscope on this machine. */
function sandboxPath(url: URL, sandboxUrl: string): string | undefined {
  if (url.href.startsWith(`${sandboxUrl}/`)) return url.href.slice(sandboxUrl.length)
  const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  const path = /^\/sandbox(\/models\/.+|\/v1\/(?:chat\/)?completions)$/.exec(url.pathname)?.[1]
  return local ? path : undefined
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
