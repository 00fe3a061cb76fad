import { serve } from '@hono/node-server'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from './app'
import { warmDist } from './dist'

const SCRIPT = `console.log(${JSON.stringify('word '.repeat(2000))})`
const root = mkdtempSync(join(tmpdir(), 'taskscope-server-'))
const dist = join(root, 'dist')
let port = 0
let close: () => void

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.txt'), 'not for serving')
  writeFileSync(join(dist, 'index.html'), '<script src="./assets/main-1a2b.js"></script>')
  writeFileSync(join(dist, 'assets/main-1a2b.js'), SCRIPT)
  writeFileSync(join(dist, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  const app = createServer({ dist })
  const server = serve({
    fetch: (incoming) => app.fetch(incoming),
    port: 0,
    hostname: '127.0.0.1',
    overrideGlobalObjects: false,
  })
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
  close = () => server.close()
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true })
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}
/** Node's own client: it neither tidies the path nor unpacks the body. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })

describe('the server', () => {
  it('serves the page at / and revalidates it', async () => {
    const page = await get('/')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['cache-control']).toBe('no-cache')
    const again = await get('/', { 'if-none-match': String(page.headers.etag) })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
  })

  it.each([
    ['br, gzip', 'br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
    ['br;q=0, gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
    ['', undefined, (body: Buffer) => body],
  ])('sends a hashed asset to "%s" as %s, kept for ever', async (accepted, encoding, unpack) => {
    const { headers, body } = await get('/assets/main-1a2b.js', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers['cache-control']).toContain('immutable')
    expect(headers.vary).toBe('accept-encoding')
    expect(unpack(body).toString()).toBe(SCRIPT)
  })

  it('serves a file that changed as it is now', async () => {
    const path = join(dist, 'assets/other-9f.js')
    writeFileSync(path, 'one')
    await get('/assets/other-9f.js', { 'accept-encoding': 'br' })
    writeFileSync(path, 'three')
    const { body } = await get('/assets/other-9f.js', { 'accept-encoding': 'br' })
    expect(brotliDecompressSync(body).toString()).toBe('three')
  })

  it('does not compress pictures, and answers HEAD without a body', async () => {
    const picture = await get('/picture.png', { 'accept-encoding': 'br' })
    expect(picture.headers['content-encoding']).toBeUndefined()
    expect(picture.headers['content-type']).toBe('image/png')
    const head = await get('/picture.png', {}, 'HEAD')
    expect(head.headers['content-length']).toBe('4')
    expect(head.body).toHaveLength(0)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%00',
    '/%E0%A4%A',
    '/assets',
    '/nothing',
  ])('keeps %s to itself', async (path) => {
    const { status, body } = await get(path)
    expect(body.toString()).not.toContain('not for serving')
    expect(status).toBe(404)
  })

  it.each(['/', '/assets/main-1a2b.js', '/nothing', '/sandbox/health'])(
    'puts the security headers on %s',
    async (path) => {
      const { headers } = await get(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-(?:inline|eval)'/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    },
  )

  it('lets other origins call the sandbox, and nothing else', async () => {
    const origin = { origin: 'https://example.org' }
    const sandbox = await get('/sandbox/health', origin)
    expect(JSON.parse(sandbox.body.toString())).toEqual({ sandbox: 'taskscope', status: 'ok' })
    expect(sandbox.headers['access-control-allow-origin']).toBe('*')
    expect((await get('/', origin)).headers['access-control-allow-origin']).toBeUndefined()
  })

  it('lets pages connect to the chosen origins only, where they are named', async () => {
    const policyOf = async (connectOrigins?: string[]) => {
      const { request } = createServer(connectOrigins ? { connectOrigins } : {})
      const { headers } = await request('/sandbox/health')
      return /connect-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1]
    }
    expect(await policyOf(['https://a.example'])).toBe(
      "'self' https://huggingface.co https://*.huggingface.co https://a.example blob: data:",
    )
    expect(await policyOf()).toContain(' https: ')
  })

  it('warms up what the page loads, and minds no missing folder', async () => {
    await warmDist(dist)
    await expect(warmDist(join(root, 'nowhere'))).resolves.toBeUndefined()
  })
})
