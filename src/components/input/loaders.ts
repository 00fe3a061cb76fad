import type { InjectionKey } from 'vue'
import { mediaFile, type MediaFile } from '@/core/media'
import type { SampleLoader } from '@/core/task'

/** How inputs get at files that lie elsewhere. Provided by the composition root; without it they offer neither. */
export interface MediaLoaders {
  /** A file of public/samples. */
  readonly loadSample: SampleLoader
  /** Where a sample lies, for a thumbnail. */
  readonly sampleUrl: (name: string) => string
  /**
   * A file of the web, read as this page: without cookies and without a referrer.
   * @param limit bytes after which reading stops
   * @throws LoadFailure
   */
  readonly loadUrl: (url: string, limit: number, signal: AbortSignal) => Promise<MediaFile>
}

export const MEDIA_LOADERS: InjectionKey<MediaLoaders> = Symbol('media loaders')

/** Why a file could not be had. A browser tells no difference between a dead host and a site that lets no page read it. */
export class LoadFailure extends Error {
  readonly reason: 'url-invalid' | 'url-unreachable' | 'url-status' | 'too-large'
  readonly status: number
  constructor(reason: LoadFailure['reason'], status = 0) {
    super(`A file could not be loaded: ${reason}`)
    this.name = 'LoadFailure'
    this.reason = reason
    this.status = status
  }
}

/**
 * @param fetcher the app's fetch
 * @param base the app's own address, below which `samples/` lies
 */
export function createMediaLoaders(fetcher: typeof fetch, base: string): MediaLoaders {
  const sampleUrl = (name: string) => new URL(`samples/${name}`, base).href
  return {
    sampleUrl,
    loadSample: async (name) => {
      const { blob } = await request(fetcher, sampleUrl(name), Infinity, {})
      return { ...(await named(blob, name)), source: { sample: name } }
    },
    loadUrl: async (url, limit, signal) => {
      const { response, blob } = await request(fetcher, webUrl(url), limit, {
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      })
      const file = await named(blob, nameOf(url, response))
      return /^https?:/i.test(url.trim()) ? { ...file, source: { url: url.trim() } } : file
    },
  }
}

async function request(fetcher: typeof fetch, url: string, limit: number, init: RequestInit) {
  try {
    const response = await fetcher(url, init)
    if (!response.ok) throw new LoadFailure('url-status', response.status)
    return { response, blob: await readAll(response, limit) }
  } catch (error) {
    const isOurs = error instanceof LoadFailure || init.signal?.aborted === true
    throw isOurs ? error : new LoadFailure('url-unreachable')
  }
}

async function readAll(response: Response, limit: number): Promise<Blob> {
  const type = response.headers.get('content-type') ?? ''
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel()
    throw new LoadFailure('too-large')
  }
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    pieces.push(piece.value)
    size += piece.value.length
    if (size > limit) {
      await reader?.cancel()
      throw new LoadFailure('too-large')
    }
  }
  return new Blob(pieces, { type })
}

async function named(blob: Blob, name: string): Promise<MediaFile> {
  const { sniffBlob } = await import('@/core/sniff')
  const { type, kind } = await sniffBlob(blob)
  return mediaFile(blob, name, kind === 'unknown' ? blob.type : type)
}

function webUrl(text: string): string {
  try {
    const url = new URL(text.trim())
    if (['http:', 'https:', 'data:'].includes(url.protocol)) return url.href
  } catch {
    // Said below, as for any other address that no picture can be had from.
  }
  throw new LoadFailure('url-invalid')
}

function nameOf(url: string, response: Response): string {
  const given = /filename="?([^";]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1]
  if (given) return given
  if (url.trim().startsWith('data:')) return 'data-url'
  const last = new URL(url.trim()).pathname.split('/').pop() ?? ''
  try {
    return decodeURIComponent(last) || new URL(url.trim()).hostname
  } catch {
    return last
  }
}
