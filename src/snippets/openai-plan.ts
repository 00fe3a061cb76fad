import { isObject, type JsonObject } from '@/core/json'
import type { WireRequest } from '@/core/request'
import { headersOf, headerValue, targetUrl } from './request'

/** How the openai libraries send a request: they put `/chat/completions` behind the base URL, and the rest is theirs. */
export interface OpenaiPlan {
  readonly baseUrl: string
  /** Headers that are not the library's own. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: JsonObject
}

const ROUTE = '/chat/completions'

/** The plan, or undefined where the request is no chat that the libraries could send as it is. */
export function openaiPlan(request: WireRequest): OpenaiPlan | undefined {
  const { body, method } = request
  const url = targetUrl(request)
  if (method !== 'POST' || !url.endsWith(ROUTE) || body.kind !== 'json') return undefined
  if (headerValue(request, 'content-type') !== 'application/json') return undefined
  if (!isObject(body.value) || !Array.isArray(body.value.messages)) return undefined
  if ((body.value.stream === true) !== request.stream) return undefined
  return {
    baseUrl: url.slice(0, -ROUTE.length),
    headers: headersOf(request).filter(([name]) => name.toLowerCase() !== 'content-type'),
    body: body.value as JsonObject,
  }
}
