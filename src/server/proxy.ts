import { scrubResponse } from '@/core/secret'
import { headersToReturn, headersToSend, isOwnPage, ROUTER_HOST, routerPath } from './proxy-rules'

export interface ProxyLimits {
  readonly requestBytes: number
  readonly replyBytes: number
  /** Until the reply's headers are there; a loading model may take its time. */
  readonly headersMs: number
  /** Between two pieces of a reply. */
  readonly idleMs: number
  /** Requests at a time. */
  readonly atOnce: number
}

/** A picture or a sound of the largest size that a page takes, as base64, and room for a long conversation. */
export const proxyLimits: ProxyLimits = {
  requestBytes: 45_000_000,
  replyBytes: 250_000_000,
  headersMs: 290_000,
  idleMs: 120_000,
  atOnce: 16,
}

export interface ProxyOptions {
  /** The token that is added; it never leaves the server but to the router. */
  readonly token: string
  /** Stands in for the router. */
  readonly routerUrl?: string
  readonly limits?: Partial<ProxyLimits>
}

/**
 * Adds the server's Hugging Face token to what its own pages send to the router, so that a demo can be shown without
 * giving the token to the browser. GET /proxy/status says that it is there; POST /proxy/router.huggingface.co/... goes on.
 * Refuses with a JSON `error`: 403 for anyone but a page of this server, 404 for another path, 405 for another method, 413 for
 * a large body, 429 when too much is under way, 502 and 504 when the router fails or takes too long.
 */
export function createProxy({ token, routerUrl = `https://${ROUTER_HOST}`, limits }: ProxyOptions) {
  const bounds = { ...proxyLimits, ...limits }
  let underWay = 0

  async function forward(request: Request, path: string): Promise<Response> {
    const body = await readBounded(request, bounds.requestBytes)
    if (!body) return refusal(413, `A request may have ${bounds.requestBytes} bytes here`)
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), bounds.headersMs)
    try {
      const response = await fetch(routerUrl + path, {
        method: 'POST',
        headers: headersToSend(request.headers, token),
        body,
        // The token goes to no other address, whatever the router says.
        redirect: 'manual',
        signal: AbortSignal.any([request.signal, late.signal]),
      })
      const problem = problemOf(response, bounds)
      if (problem === undefined) return returned(response)
      await response.body?.cancel()
      return refusal(502, problem)
    } catch (error) {
      if (late.signal.aborted) return refusal(504, 'The router took too long to answer')
      if (request.signal.aborted) throw error
      return refusal(502, 'The router could not be reached')
    } finally {
      clearTimeout(timer)
    }
  }

  /** Without the token, should the router repeat it, be it in a picture's bytes. */
  function returned(response: Response): Response {
    const { status, statusText } = response
    const body = response.body?.pipeThrough(boundedStream(bounds)) ?? null
    const kept = new Response(body, {
      status,
      statusText,
      headers: headersToReturn(response.headers),
    })
    return scrubResponse(kept, token, { media: true })
  }

  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    if (!isOwnPage(request.headers, request.method))
      return refusal(403, 'Only pages of this server, opened on this machine, may use its token')
    if (url.pathname.endsWith('/status') && request.method === 'GET')
      return Response.json({ proxy: true }, { headers: { 'cache-control': 'no-store' } })
    const path = routerPath(url)
    if (path === undefined) return refusal(404, 'The token proxy does not go there')
    if (request.method !== 'POST')
      return refusal(405, 'The token proxy takes POST', { allow: 'POST' })
    if (underWay >= bounds.atOnce)
      return refusal(429, 'Too many requests are under way', { 'retry-after': '1' })
    underWay++
    return forward(request, path).finally(() => underWay--)
  }
}

/** Without a token there is no proxy, and its status says so. */
export function noProxy(request: Request): Response {
  return new URL(request.url).pathname.endsWith('/status')
    ? Response.json({ proxy: false }, { headers: { 'cache-control': 'no-store' } })
    : refusal(404, 'This server has no token to add')
}

function refusal(status: number, error: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error }, { status, headers })
}

/** Why a reply is not passed on, or undefined. */
function problemOf({ status, headers }: Response, { replyBytes }: ProxyLimits): string | undefined {
  if (status >= 300 && status < 400)
    return 'The router names another address, which is not followed'
  return Number(headers.get('content-length') ?? 0) > replyBytes
    ? `A reply may have ${replyBytes} bytes here`
    : undefined
}

/** The whole body, or undefined where it is larger; of that, no more is read. */
async function readBounded(request: Request, bytes: number): Promise<Blob | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > bytes) return undefined
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) return new Blob(parts)
    length += value.length
    if (length > bytes) {
      await reader?.cancel()
      return undefined
    }
    parts.push(new Uint8Array(value))
  }
}

/** Breaks a reply off that grows too large, or that stands still. */
function boundedStream({ replyBytes, idleMs }: ProxyLimits) {
  let left = replyBytes
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (controller: TransformStreamDefaultController<Uint8Array<ArrayBuffer>>) => {
    clearTimeout(timer)
    timer = setTimeout(() => controller.error(new Error('The router stood still')), idleMs)
    timer.unref()
  }
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    start: wait,
    transform(chunk, controller) {
      left -= chunk.length
      if (left < 0) {
        clearTimeout(timer)
        controller.error(new Error('The reply is too large'))
        return
      }
      wait(controller)
      controller.enqueue(chunk)
    },
    flush: () => clearTimeout(timer),
  })
}
