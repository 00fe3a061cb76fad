import type { CredentialRef } from '@/core/connection'
import type { PreparedRequest, ProviderRequest, WireRequest } from '@/core/request'
import { encodeBody } from './encode'
import { scrubResponse } from '@/core/secret'

/**
 * Carries one prepared request to whoever answers it. Rejects with the signal's reason once it aborts.
 * `onSent` is called when the body is ready and on its way.
 */
type Carry<Request> = (
  request: Request,
  signal: AbortSignal,
  onSent?: () => void,
) => Promise<Response>

export type Transport = Carry<PreparedRequest>

/** Looks up a secret for a URL; undefined when there is none, or when it may not go there. */
export type TokenSource = (credential: CredentialRef, url: string) => string | undefined

export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/**
 * The live transport: the app's only fetch, and the only place where a token meets a request. A server may repeat the
 * token: it is taken out of the reply, so that neither the page nor the history can hold it.
 *
 * @param withServersToken Takes a request that wants the Hugging Face token, where the page has none.
 */
export function liveTransport(
  fetch: Fetch,
  tokens: TokenSource,
  withServersToken: Fetch = fetch,
): Carry<WireRequest> {
  return async (request, signal, onSent) => {
    const init = await requestInit(request, signal)
    const token = tokens(request.credential, request.url)
    if (token) init.headers.set('Authorization', `Bearer ${token}`)
    onSent?.()
    const send = !token && request.credential.kind === 'huggingface' ? withServersToken : fetch
    return scrubResponse(await send(request.url, init), token)
  }
}

/**
 * The sandbox: over HTTP where a server has it, else inside the page, so that a static copy of the site works too.
 * `probe` answers once whether the server has it.
 */
export function sandboxTransport(
  fetch: Fetch,
  probe: () => Promise<boolean>,
  loadInPage: () => Promise<(request: Request) => Promise<Response>>,
): Carry<WireRequest> {
  return async (request, signal, onSent) => {
    const init = await requestInit(request, signal)
    onSent?.()
    if (await probe()) return fetch(request.url, init)
    const sandbox = await loadInPage()
    return abortable(await sandbox(new Request(request.url, init)), signal)
  }
}

export interface Transports {
  readonly live: Carry<WireRequest>
  readonly sandbox: Carry<WireRequest>
  readonly provider: Carry<ProviderRequest>
}

/** One transport that sends each request where its connection says. */
export function joinTransports({ live, sandbox, provider }: Transports): Transport {
  return (request, signal, onSent) => {
    if (request.dialect === 'provider') return provider(request, signal, onSent)
    const carry = request.connection.kind === 'sandbox' ? sandbox : live
    return carry(request, signal, onSent)
  }
}

async function requestInit(request: WireRequest, signal: AbortSignal) {
  const { body } = await encodeBody(request.body)
  signal.throwIfAborted()
  return {
    method: request.method,
    headers: new Headers(request.headers.map(([name, value]): [string, string] => [name, value])),
    signal,
    credentials: 'omit' as const,
    referrerPolicy: 'no-referrer' as const,
    ...(body === undefined ? {} : { body }),
  }
}

/** In the page, aborting a Request does not stop the stream of its Response: the body is cancelled by hand. */
function abortable(response: Response, signal: AbortSignal): Response {
  if (!response.body) return response
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      signal.addEventListener('abort', () => {
        void reader.cancel(signal.reason)
        controller.error(signal.reason)
      })
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        controller.error(error)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
  const { status, statusText, headers } = response
  return new Response(body, { status, statusText, headers })
}
