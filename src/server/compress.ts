import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** By path and encoding; a changed file's old version makes room for the new. */
const cache = new Map<string, { readonly tag: string; readonly data: Promise<Buffer> }>()

/** Above this many bytes the best quality takes seconds for a last few percent. */
const BEST_QUALITY_BYTES = 600_000
const GOOD_QUALITY = 9

/** A file, compressed once, as well as its size lets it be done in reasonable time. */
export function compressed(path: string, tag: string, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding}:${path}`
  const kept = cache.get(key)
  if (kept?.tag === tag) return kept.data
  const data = compress(path, encoding)
  cache.set(key, { tag, data })
  data.catch(() => cache.delete(key))
  return data
}

async function compress(path: string, encoding: Encoding): Promise<Buffer> {
  const raw = await readFile(path)
  if (encoding === 'gzip') return zip(raw, { level: 9 })
  const quality = raw.length > BEST_QUALITY_BYTES ? GOOD_QUALITY : constants.BROTLI_MAX_QUALITY
  return brotli(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  })
}
