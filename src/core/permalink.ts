import type { Connection } from './connection'
import { isObject, isString, type JsonObject } from './json'
import { isMediaFile, type MediaFile } from './media'
import { toOptions, type RequestOptions } from './request-options'
import type { Draft } from './task'

/** What a link can suggest of a connection: never a token, never who pays. */
export type LinkedConnection =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'provider'; readonly provider: string }
  | { readonly kind: 'endpoint'; readonly url: string }

/** What a link carries. Files are left out of it, and named. */
export interface Linked {
  readonly model: string
  readonly input: unknown
  readonly parameters: JsonObject
  readonly stream: boolean
  readonly options?: RequestOptions
  readonly connection: LinkedConnection
}

/** A file in a link: where to get it, or only what it was, so that the person can add their own. */
export interface LinkedFile {
  readonly file: {
    readonly name: string
    readonly sample?: string
    readonly url?: string
    /** Pixels of the longer side that it was made smaller to. */
    readonly longest?: number
  }
}

/** Browsers and chat programs carry about this many characters of a link. */
export const LINK_LIMIT = 8000

/**
 * The text behind `?s=` of a link: JSON, deflated, base64url. Undefined when it would be longer than `LINK_LIMIT`.
 */
export async function encodeLink(
  draft: Draft<unknown>,
  connection: Connection,
): Promise<string | undefined> {
  const linked: Linked = {
    model: draft.model,
    input: withoutFiles(draft.input),
    parameters: draft.parameters,
    stream: draft.stream,
    ...withOptions(draft.options),
    connection: linkedConnection(connection),
  }
  const bytes = new TextEncoder().encode(
    JSON.stringify({ v: 1, ...linked }).replaceAll(HF_TOKEN, 'hf_…'),
  )
  const text = base64url(await through(bytes, new CompressionStream('deflate-raw')))
  return text.length > LINK_LIMIT ? undefined : text
}

/** What a link says, or undefined when it is damaged, of a newer kind, or unpacks to more than a megabyte. */
export async function decodeLink(text: string): Promise<Linked | undefined> {
  try {
    const bytes = fromBase64url(text)
    const inflated = await through(bytes, new DecompressionStream('deflate-raw'), 1_000_000)
    const value: unknown = JSON.parse(new TextDecoder().decode(inflated))
    if (!isLinked(value)) return undefined
    const { options, ...linked } = value
    return {
      ...linked,
      ...withOptions(options),
      connection: linkedConnection(value.connection),
    }
  } catch {
    return undefined
  }
}

function isLinked(value: unknown): value is Linked & { readonly v: 1 } {
  return (
    isObject(value) &&
    value.v === 1 &&
    isString(value.model) &&
    isObject(value.input) &&
    isObject(value.parameters) &&
    typeof value.stream === 'boolean' &&
    isConnection(value.connection)
  )
}

/** Only options that are known, and only where they differ from the default. */
function withOptions(value: unknown): { readonly options?: RequestOptions } {
  const options = toOptions(value)
  return options ? { options } : {}
}

function isConnection(value: unknown): value is LinkedConnection {
  if (!isObject(value)) return false
  if (value.kind === 'provider') return isString(value.provider)
  return value.kind === 'sandbox' || (value.kind === 'endpoint' && isString(value.url))
}

/** Only what a link may hold, whatever else the object has. A URL's user and password stay behind. */
function linkedConnection(connection: Connection | LinkedConnection): LinkedConnection {
  switch (connection.kind) {
    case 'sandbox':
      return { kind: 'sandbox' }
    case 'provider':
      return { kind: 'provider', provider: connection.provider }
    case 'endpoint':
      return { kind: 'endpoint', url: withoutCredentials(connection.url) }
  }
}

const SECRET_QUERY = /([?&])[^=&#]*(?:token|key|secret|password|signature|sig)=[^&#]*/gi

/** A URL as it was typed, without user, password, and keys in its query. */
function withoutCredentials(url: string): string {
  return url
    .replace(/\/\/[^/@]*@/, '//')
    .replaceAll(SECRET_QUERY, '$1')
    .replaceAll(/([?&])&+/g, '$1')
    .replace(/[?&](?=#|$)/, '')
}

/** Tokens of Hugging Face are known wherever they stand. */
const HF_TOKEN = /\bhf_[A-Za-z0-9]{16,}\b/g

function isLinkedFile(value: unknown): value is LinkedFile {
  return isObject(value) && isObject(value.file) && isString(value.file.name)
}

function withoutFiles(value: unknown): unknown {
  if (isMediaFile(value)) {
    const { name, source, scaled } = value
    // What can be had again can be made smaller again.
    const longest = source && scaled ? { longest: scaled.longest } : {}
    return { file: { name, ...source, ...longest } } satisfies LinkedFile
  }
  if (Array.isArray(value)) return value.map(withoutFiles)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutFiles(part)]))
}

/**
 * The input of a link with its files: samples are loaded, and made smaller where they were; others become null. `missing` names what the person has to
 * add. A URL is not loaded by itself, since that would tell its host who opened the link.
 */
export async function withFiles(
  input: unknown,
  loadSample: (name: string) => Promise<MediaFile>,
  scale?: (file: MediaFile, longest: number) => Promise<MediaFile>,
): Promise<{ readonly input: unknown; readonly missing: readonly LinkedFile['file'][] }> {
  const missing: LinkedFile['file'][] = []
  return { input: await filled(input), missing }

  async function load({ sample, longest }: LinkedFile['file']): Promise<MediaFile | undefined> {
    const whole = sample ? await loadSample(sample) : undefined
    const smaller = scale && Number.isInteger(longest) && Number(longest) > 0
    return whole && smaller ? scale(whole, Number(longest)) : whole
  }

  async function filled(value: unknown): Promise<unknown> {
    if (isLinkedFile(value)) {
      const loaded = await load(value.file).catch(() => undefined)
      if (!loaded) missing.push(value.file)
      return loaded ?? null
    }
    if (Array.isArray(value)) {
      const parts = await Promise.all(value.map(filled))
      return parts.filter((part, index) => part !== null || value[index] === null)
    }
    if (!isObject(value)) return value
    const entries = Object.entries(value).map(async ([key, part]) => [key, await filled(part)])
    return Object.fromEntries((await Promise.all(entries)) as [string, unknown][]) as unknown
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
  limit = Infinity,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > limit) throw new RangeError('The link unpacks to too much')
    parts.push(value)
  }
  const joined = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function base64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}
