import { errorDetail } from '@/core/failure'
import { isObject, isString } from '@/core/json'
import { base64Of } from '../encode'
import { isNetworkError, isNoProvider, NoProviderError } from './errors'
import type { Scrub } from '@/core/secret'

/** A provider's last reply to the library, as far as it went through our fetch. */
export interface LastReply {
  readonly status: number
  readonly headers: Headers
  /** Set for text and JSON. */
  readonly text?: string
}

/**
 * The library's result as a web Response: media as its bytes, anything else as JSON. A bare URL becomes the documented
 * `{output: [url]}`. Headers are those of the provider's last reply that went through our fetch.
 */
export async function resultResponse(
  result: unknown,
  last: LastReply | undefined,
): Promise<Response> {
  const status = last && last.status !== 204 && last.status !== 205 ? last.status : 200
  const headers = describing(last)
  if (result instanceof Blob) {
    headers.set('Content-Type', result.type || 'application/octet-stream')
    return new Response(result, { status, headers })
  }
  const value = isString(result) && /^https?:/.test(result) ? { output: [result] } : result
  headers.set('Content-Type', 'application/json')
  return new Response(JSON.stringify(await plain(value)), { status, headers })
}

/** JSON has no bytes: a Blob inside a result becomes base64, as in audio-to-audio's documented reply. */
async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return base64Of(value)
  if (Array.isArray(value)) return Promise.all(value.map(plain))
  if (!isObject(value)) return value
  const members = Object.entries(value).map(async ([key, member]) => [key, await plain(member)])
  return Object.fromEntries(await Promise.all(members as Promise<[string, unknown]>[]))
}

/** Headers about the answer, without those that describe a body which is no longer the same. */
function describing(last: LastReply | undefined): Headers {
  const dropped = /^(content-|transfer-encoding|connection|keep-alive|set-cookie|etag)/
  const headers = [...(last?.headers ?? [])].filter(([name]) => !dropped.test(name))
  return new Headers(headers)
}

/**
 * What an error of the library means: the provider's own status and body where there was one, a 400 where the library
 * itself refuses the call, a 502 where a queue's result can't be read. Throws NoProviderError, and TypeError when the
 * network failed.
 */
export function errorResponse(error: unknown, last: LastReply | undefined, scrub: Scrub): Response {
  const message = scrub(error instanceof Error ? error.message : String(error))
  if (isNoProvider(error)) throw new NoProviderError(message)
  if (isNetworkError(error)) throw new TypeError(message)
  if (!(error instanceof Error)) throw new Error(message)
  const refusal = httpRefusal(error)
  if (refusal) return refusal
  if (error.name === 'InputError') return jsonResponse(400, { error: message })
  if (error.name !== 'ProviderOutputError') throw new Error(message)
  return unreadResponse(message, last)
}

/** While it polls, the library throws errors that hold the service's reply. */
function httpRefusal(error: Error): Response | undefined {
  const reply = 'httpResponse' in error ? error.httpResponse : undefined
  if (!isObject(reply) || typeof reply.status !== 'number') return undefined
  const status = reply.status >= 400 && reply.status <= 599 ? reply.status : 502
  if (!isString(reply.body)) return jsonResponse(status, reply.body)
  return new Response(reply.body, { status, headers: { 'Content-Type': 'text/plain' } })
}

/** The library could not read the reply: ours may, unless it is only a queue's ticket. */
function unreadResponse(message: string, last: LastReply | undefined): Response {
  if (last?.text === undefined) return jsonResponse(502, { error: message })
  const value = parsed(last.text)
  const headers = describing(last)
  headers.set('Content-Type', last.headers.get('Content-Type') ?? 'text/plain')
  if (!isTicket(value)) return new Response(last.text, { status: last.status, headers })
  const failed = isObject(value) && errorDetail(value.error) !== undefined
  return failed
    ? new Response(last.text, { status: 502, headers })
    : jsonResponse(502, { error: message })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A queue's word that a job was taken: the result comes by polling, which does not go through our fetch. */
function isTicket(value: unknown): boolean {
  if (!isObject(value)) return false
  const job = isObject(value.data) ? value.data : value
  const hasState = 'status' in job || 'task_status' in job
  return 'request_id' in job || 'task_id' in job || 'urls' in job || ('id' in job && hasState)
}

function jsonResponse(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json' },
  })
}
