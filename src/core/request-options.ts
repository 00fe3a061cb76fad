import { HF_INFERENCE, type Connection } from './connection'
import { isObject } from './json'

/** Documented wishes about how a request is served. They travel as headers, and only what differs from the default. */
export interface RequestOptions {
  /** Hold the request while the model loads, in place of a 503 that is asked again. */
  readonly waitForModel?: boolean
  /** False: a fresh answer, not one from the service's cache. */
  readonly useCache?: boolean
}

const WAIT = 'x-wait-for-model'
const CACHE = 'x-use-cache'

/** Third-party providers know neither header: they belong to hf-inference, to endpoints, and to the sandbox. */
export function takesOptions(connection: Connection): boolean {
  return connection.kind !== 'provider' || connection.provider === HF_INFERENCE
}

/** The headers of what was asked for. */
export function optionHeaders({ waitForModel, useCache }: RequestOptions): [string, string][] {
  return [
    ...(waitForModel === true ? [[WAIT, 'true'] as [string, string]] : []),
    ...(useCache === false ? [[CACHE, 'false'] as [string, string]] : []),
  ]
}

export function isOptionHeader(name: string): boolean {
  return [WAIT, CACHE].includes(name.toLowerCase())
}

/** What somebody's headers ask for; undefined for nothing. */
export function optionsOfHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): RequestOptions | undefined {
  const value = (name: string) =>
    headers
      .find(([key]) => key.toLowerCase() === name)?.[1]
      .trim()
      .toLowerCase()
  return toOptions({
    waitForModel: ['true', '1'].includes(value(WAIT) ?? ''),
    useCache: !['false', '0'].includes(value(CACHE) ?? ''),
  })
}

/** The options that an untrusted value holds, without their defaults; undefined for none. */
export function toOptions(value: unknown): RequestOptions | undefined {
  if (!isObject(value)) return undefined
  const wait = value.waitForModel === true
  const fresh = value.useCache === false
  if (!wait && !fresh) return undefined
  return { ...(wait ? { waitForModel: true } : {}), ...(fresh ? { useCache: false } : {}) }
}

/** How many differ from the default. */
export function optionCount(options: RequestOptions | undefined): number {
  return optionHeaders(options ?? {}).length
}
