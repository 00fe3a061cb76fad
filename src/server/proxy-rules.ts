/** The only host that the token is taken to. */
export const ROUTER_HOST = 'router.huggingface.co'
export const PROXY_PATH = '/proxy'

/** First parts of the router's paths: its own chat route, hf-inference, and each provider's. */
export const ROUTER_PREFIXES: readonly string[] = [
  'v1',
  ...['baseten', 'cerebras', 'cohere', 'deepinfra', 'fal-ai', 'featherless-ai', 'fireworks-ai'],
  ...['groq', 'hf-inference', 'novita', 'nscale', 'openai', 'ovhcloud', 'publicai', 'replicate'],
  ...['scaleway', 'together', 'wavespeed', 'zai-org'],
]

/** No escapes, no empty parts, nothing that a server between here and there could read in another way. */
const PLAIN_PATH = /^(\/[A-Za-z0-9_~:@!$'()*+,;=.-]+)+$/
const CHAT_PATH = '/v1/chat/completions'

/**
 * Path and query at the router that a path of this server stands for, or undefined where the proxy does not go.
 *
 * @param url Of the request to this server: `/proxy/router.huggingface.co/hf-inference/models/...`.
 */
export function routerPath(url: URL): string | undefined {
  const start = `${PROXY_PATH}/${ROUTER_HOST}`
  if (!url.pathname.startsWith(`${start}/`)) return undefined
  const path = url.pathname.slice(start.length)
  const [, prefix = '', next] = path.split('/')
  const isPlain = PLAIN_PATH.test(path) && !path.split('/').some((part) => /^\.+$/.test(part))
  if (!isPlain || !ROUTER_PREFIXES.includes(prefix) || next === undefined) return undefined
  if (prefix === 'v1' && path !== CHAT_PATH) return undefined
  return path + url.search
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * True for a request that a page of this very server makes. The name in Host must be this machine's: another name that
 * leads here (DNS rebinding) would make a foreign page look like ours. Browsers put Origin on every POST, and no page
 * can change it.
 */
export function isOwnPage(headers: Headers, method: string): boolean {
  const host = headers.get('host') ?? ''
  if (!LOOPBACK.test(host)) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  return origin === null
    ? method === 'GET'
    : origin.toLowerCase() === `http://${host}`.toLowerCase()
}

const SENT = ['accept', 'content-type', 'x-hf-bill-to', 'x-use-cache', 'x-wait-for-model']

/** What goes on to the router: no cookies, no address of the page, and never an Authorization of the caller's. */
export function headersToSend(headers: Headers, token: string): Headers {
  const sent = new Headers({ authorization: `Bearer ${token}` })
  for (const name of SENT) {
    const value = headers.get(name)
    if (value !== null) sent.set(name, value)
  }
  return sent
}

const RETURNED =
  /^(content-type|retry-after|ratelimit.*|inference-id|x-(?!frame|xss|content|permitted).+)$/

/** What comes back to the page: no cookies, no CORS, no policies of another site. */
export function headersToReturn(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => RETURNED.test(name)))
}
