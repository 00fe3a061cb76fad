import { pointerTokens } from '@/core/slots'
import type { ClientCall, ProviderRequest } from '@/core/request'
import type { Fetch } from '../transport'
import { Answered, networkError, NoProviderError } from './errors'

/** The library, loaded when it is first needed. Its log lines go nowhere. */
export async function loadLibrary() {
  const library = await import('./library')
  const silent = () => undefined
  library.setLogger({ debug: silent, info: silent, warn: silent, error: silent, log: silent })
  return library
}

type Method = (args: object, options: object) => unknown

interface CallOptions {
  readonly fetch: Fetch
  /** What the library gets to know as the token. */
  readonly token: string
  readonly signal: AbortSignal
}

/** Runs the request's client method. A stream is only started: the fetch is expected to answer it. */
export async function callLibrary(
  request: ProviderRequest,
  options: CallOptions,
): Promise<unknown> {
  const { InferenceClient } = await loadLibrary()
  const { call, model, provider, billTo } = request
  const client = new InferenceClient(options.token) as unknown as Record<string, unknown>
  const method = client[call.method]
  if (typeof method !== 'function') throw new Error(`The client library has no ${call.method}`)
  const result = (method as Method)(
    { ...argumentsOf(call), model, provider },
    {
      fetch: options.fetch,
      signal: options.signal,
      // Without this a 503 is asked again at once and for ever.
      retry_on_error: false,
      ...(billTo.trim() === '' ? {} : { billTo: billTo.trim() }),
    },
  )
  return isStream(result) ? result.next() : result
}

function isStream(value: unknown): value is AsyncGenerator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

/** The arguments with each file in its place as a Blob of its media type. Throws RangeError for a lost place. */
export function argumentsOf({ args, files }: ClientCall): object {
  const filled = structuredClone(args) as Record<string, unknown>
  for (const { pointer, file } of files) {
    const tokens = pointerTokens(pointer)
    const last = tokens.pop()
    const parent = tokens.reduce<unknown>(
      (at, key) => (at as Record<string, unknown>)?.[key],
      filled,
    )
    if (last === undefined || typeof parent !== 'object' || parent === null)
      throw new RangeError(`No place for a file at ${pointer}`)
    const blob =
      file.blob.type === file.type ? file.blob : new Blob([file.blob], { type: file.type })
    ;(parent as Record<string, unknown>)[last] = blob
  }
  return filled
}

/** True for hosts that the Hugging Face token may go to. */
function isHuggingFace(url: URL): boolean {
  return (
    url.protocol === 'https:' &&
    (url.host === 'huggingface.co' || url.host.endsWith('.huggingface.co'))
  )
}

/** The Hub's list of the providers that serve a model. */
export function isLookUp(url: string): boolean {
  const { host, pathname } = new URL(url)
  return host === 'huggingface.co' && pathname.startsWith('/api/models/')
}

/**
 * A fetch for the library that gives the token to Hugging Face's hosts only, sends no User-Agent (a CORS preflight can
 * refuse it), and looks providers up with a signal.
 */
export function guarded(fetch: Fetch, token: string | undefined, signal: AbortSignal): Fetch {
  return async (input, init) => {
    const headers = new Headers(init.headers)
    headers.delete('User-Agent')
    headers.delete('Authorization')
    if (token && isHuggingFace(new URL(input))) headers.set('Authorization', `Bearer ${token}`)
    try {
      return await fetch(input, {
        ...init,
        headers,
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      })
    } catch (error) {
      signal.throwIfAborted()
      throw networkError(error)
    }
  }
}

/** Looks providers up. The library reads a refusal's body twice and fails on it, and keeps an empty list for good. */
export async function lookUp(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  if (!response.ok) throw new Answered(response)
  const text = await response.text()
  if (!hasProviders(text)) {
    const model = new URL(url).pathname.replace('/api/models/', '')
    throw new NoProviderError(`No provider serves ${model}`)
  }
  return new Response(text, { headers: { 'Content-Type': 'application/json' } })
}

function hasProviders(text: string): boolean {
  try {
    const info = JSON.parse(text) as { inferenceProviderMapping?: object } | null
    return Object.keys(info?.inferenceProviderMapping ?? {}).length > 0
  } catch {
    return false
  }
}
