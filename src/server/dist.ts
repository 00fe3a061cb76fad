import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { compressed, type Encoding } from './compress'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.woff2': 'font/woff2',
}

const IMMUTABLE = 'public, max-age=31536000, immutable'
const REVALIDATE = 'no-cache'
const compressible = /^(text\/|application\/(json|wasm|manifest\+json)|image\/svg\+xml)/

interface SiteFile {
  readonly path: string
  readonly mediaType: string
  readonly tag: string
  /** Its name holds a hash of its content, so that it never changes. */
  readonly hashed: boolean
}

/** Serves the files of a folder; `/` is its index.html. Routes live in the hash, so nothing else falls back to it. */
export function serveDist(folder: string): (request: Request) => Promise<Response> {
  const root = resolve(folder)
  return async (request) => {
    const file = await findFile(root, new URL(request.url).pathname)
    if (!file) return new Response('Not found', { status: 404 })
    const headers = new Headers({
      'content-type': file.mediaType,
      'cache-control': file.hashed ? IMMUTABLE : REVALIDATE,
      etag: file.tag,
      vary: 'accept-encoding',
    })
    if (request.headers.get('if-none-match') === file.tag) {
      return new Response(null, { status: 304, headers })
    }
    const encoding = compressible.test(file.mediaType)
      ? chooseEncoding(request.headers.get('accept-encoding'))
      : undefined
    if (encoding) headers.set('content-encoding', encoding)
    const data = encoding
      ? await compressed(file.path, file.tag, encoding)
      : await readFile(file.path)
    headers.set('content-length', String(data.length))
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(data), { headers })
  }
}

/** Compresses the assets before anyone asks for them, those of the first page first. None where there is no page. */
export async function warmDist(folder: string): Promise<void> {
  const root = resolve(folder)
  const page = await readFile(resolve(root, 'index.html'), 'utf8').catch(() => '')
  const first = [...page.matchAll(/(?:src|href)="(?:\.?\/)?(assets\/[^"]+)"/g)].map(
    ([, name]) => name,
  )
  const all = await readdir(resolve(root, 'assets')).catch(() => [])
  for (const name of new Set([...first, ...all.map((asset) => `assets/${asset}`)])) {
    const file = await findFile(root, `/${name}`)
    if (file && compressible.test(file.mediaType)) await compressed(file.path, file.tag, 'br')
  }
}

async function findFile(root: string, pathname: string): Promise<SiteFile | undefined> {
  const path = resolve(root, `.${safeDecode(pathname)}`, pathname.endsWith('/') ? 'index.html' : '')
  if (!path.startsWith(root + sep)) return undefined
  const facts = await stat(path).catch(() => undefined)
  if (!facts?.isFile()) return undefined
  return {
    path,
    mediaType: mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
    tag: `W/"${facts.size.toString(36)}-${Math.floor(facts.mtimeMs).toString(36)}"`,
    hashed: path.startsWith(root + sep + 'assets' + sep),
  }
}

function safeDecode(pathname: string): string {
  try {
    const decoded = decodeURIComponent(pathname)
    return decoded.includes('\0') ? '/' : decoded
  } catch {
    return pathname
  }
}

/** Brotli before gzip; a quality of 0 refuses one. */
function chooseEncoding(accepted: string | null): Encoding | undefined {
  const offers = new Map(
    (accepted ?? '').split(',').map((offer) => {
      const [name = '', ...rest] = offer.trim().toLowerCase().split(';')
      const quality = rest.map((part) => /^\s*q=([\d.]+)/.exec(part)?.[1]).find(Boolean)
      return [name.trim(), Number(quality ?? 1)] as const
    }),
  )
  return (['br', 'gzip'] as const).find((encoding) => (offers.get(encoding) ?? 0) > 0)
}
