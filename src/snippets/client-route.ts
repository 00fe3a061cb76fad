import { AUTO_PROVIDER, HF_INFERENCE, ROUTER_URL } from '@/core/connection'
import type { WireRequest } from '@/core/request'
import { headersOf, targetUrl } from './request'

/** How a client library is told to reach the very URL of a wire request. */
export type ClientRoute =
  | { readonly kind: 'endpoint'; readonly url: string }
  | { readonly kind: 'provider'; readonly provider: string }

/** Headers that the libraries can send: the media type is theirs, the other is their bill-to option. */
const CLIENT_HEADERS = ['content-type', 'x-hf-bill-to']

/**
 * The route, or undefined where a library would go elsewhere, leave out a header, or use another method.
 * Both official libraries lower URLs alike: an endpoint's URL is used as it is, but that chat calls get
 * /v1/chat/completions unless they end so already. On hf-inference, methods of a `pipeline` name their task in the path.
 */
export function clientRoute(
  request: WireRequest,
  chat: boolean,
  pipeline?: string,
): ClientRoute | undefined {
  const extra = headersOf(request).some(([name]) => !CLIENT_HEADERS.includes(name.toLowerCase()))
  if (request.method !== 'POST' || extra) return undefined
  const url = targetUrl(request)
  if (request.connection.kind !== 'provider')
    return !chat || url.endsWith('/chat/completions') ? { kind: 'endpoint', url } : undefined
  const model = `${ROUTER_URL}/hf-inference/models/${request.model}`
  const own = pipeline === undefined ? model : `${model}/pipeline/${pipeline}`
  if (url === (chat ? `${model}/v1/chat/completions` : own))
    return { kind: 'provider', provider: HF_INFERENCE }
  // The chat router takes the provider from the model's name.
  return chat && url === `${ROUTER_URL}/v1/chat/completions`
    ? { kind: 'provider', provider: AUTO_PROVIDER }
    : undefined
}

/** The organisation to bill, for the libraries' own option. */
export function billTo(request: WireRequest): string | undefined {
  return headersOf(request).find(([name]) => name.toLowerCase() === 'x-hf-bill-to')?.[1]
}
