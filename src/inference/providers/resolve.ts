import { formBody, formType } from '@/core/form'
import type { Json } from '@/core/json'
import { mediaFile } from '@/core/media'
import type { FileSlot, FormPart, ProviderRequest, RequestBody, WireRequest } from '@/core/request'
import { base64Of } from '../encode'
import type { Fetch } from '../transport'
import { errorResponse } from './answer'
import { callLibrary, guarded, isLookUp, lookUp } from './client'
import { Answered } from './errors'
import { scrubber } from '@/core/secret'
import { STAND_IN, type ProviderAccess } from './transport'

/** Thrown out of the library's fetch in place of sending. */
class Recorded extends Error {
  readonly url: string
  readonly init: RequestInit
  constructor(url: string, init: RequestInit) {
    super('Recorded')
    this.url = url
    this.init = init
  }
}

/**
 * What the library would send first for this call, found by running it with a fetch that records and stops there.
 * Only the Hub's list of providers is asked for. The result has no Authorization; files stand in their slots again.
 * Rejects with NoProviderError when nobody serves the model, TypeError when the Hub can't be reached, Error with the
 * library's or the Hub's words otherwise.
 */
export async function resolveProviderRequest(
  request: ProviderRequest,
  { fetch, token: tokenOf }: ProviderAccess,
  signal: AbortSignal = new AbortController().signal,
): Promise<WireRequest> {
  const token = tokenOf?.()
  const send = guarded(fetch, token, signal)
  const record: Fetch = (url, init) => {
    if (isLookUp(url)) return lookUp(send, url, init)
    return Promise.reject(new Recorded(url, init))
  }
  try {
    await callLibrary(request, { fetch: record, token: STAND_IN, signal })
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Recorded) return wireRequest(request, error)
    const response =
      error instanceof Answered ? error.response : errorResponse(error, undefined, scrubber(token))
    const words = scrubber(token)(await response.text())
    throw new Error(`${response.status} ${words}`.trim())
  }
  throw new Error('The client library sent nothing')
}

async function wireRequest(
  request: ProviderRequest,
  { url, init }: Recorded,
): Promise<WireRequest> {
  const { task, model, connection, credential, stream, clients, replyMedia } = request
  const { body, contentType } = await bodyOf(init.body, request.call.files)
  const headers = new Headers(init.headers)
  headers.delete('Authorization')
  headers.delete('User-Agent')
  if (contentType) headers.set('Content-Type', contentType)
  return Object.freeze({
    task,
    model,
    connection,
    credential,
    stream,
    clients,
    ...(replyMedia ? { replyMedia } : {}),
    dialect: 'wire',
    method: 'POST',
    url,
    headers: [...headers].map(([name, value]) => [headerName(name), value] as const),
    body,
  } satisfies WireRequest)
}

/** Headers forgets how a name was written; this is how the documentation writes them. */
function headerName(name: string): string {
  if (name === 'x-hf-bill-to') return 'X-HF-Bill-To'
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())
}

async function bodyOf(
  body: RequestInit['body'],
  files: readonly FileSlot[],
): Promise<{ body: RequestBody; contentType?: string }> {
  if (body === undefined || body === null) return { body: { kind: 'none' } }
  if (typeof body === 'string') {
    const encoded = await Promise.all(
      files.map(async ({ file }) => ({ file, base64: await base64Of(file.blob) })),
    )
    const slots: FileSlot[] = []
    const value = withSlots(JSON.parse(body) as Json, '', encoded, slots)
    return { body: { kind: 'json', value, files: slots } }
  }
  if (body instanceof FormData) {
    const form = formBody([...body].map(([name, value]) => formPart(name, value)))
    return { body: form, contentType: formType(form) }
  }
  const blob = body instanceof Blob ? body : await new Response(body).blob()
  const known = files.find(({ file }) => body instanceof Blob && file.size === blob.size)?.file
  const file = known ?? mediaFile(blob, 'body')
  return { body: { kind: 'bytes', file }, contentType: file.type }
}

function formPart(name: string, value: string | File): FormPart {
  return typeof value === 'string' ? { name, value } : { name, file: mediaFile(value, value.name) }
}

type EncodedFile = { readonly file: FileSlot['file']; readonly base64: string }

/** The value with `''` where a file's base64 stood; the places are added to `slots`. */
function withSlots(
  value: Json,
  pointer: string,
  files: readonly EncodedFile[],
  slots: FileSlot[],
): Json {
  if (typeof value === 'string') {
    const found = files.find(({ base64 }) => base64 !== '' && value.endsWith(base64))
    if (!found) return value
    slots.push({ pointer, file: found.file, prefix: value.slice(0, -found.base64.length) })
    return ''
  }
  if (typeof value !== 'object' || value === null) return value
  const member = (key: string, each: Json) =>
    withSlots(each, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, files, slots)
  if (Array.isArray(value)) return value.map((each: Json, index) => member(String(index), each))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, member(key, each)]))
}
