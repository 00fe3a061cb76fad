import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** By path and encoding; a changed file's old version makes room for the new. */
const cache = new Map<string, { readonly tag: string; readonly data: Promise<Buffer> }>()

/** A file, compressed as well as possible, once. */
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
  return brotli(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  })
}
