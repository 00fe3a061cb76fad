import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMediaLoaders, LoadFailure } from './loaders'

const gif = Buffer.from('GIF89a\x01\0\x01\0', 'latin1')
let server: Server
let base = ''
const seen: { cookie: string | undefined; referer: string | undefined }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({ cookie: request.headers.cookie, referer: request.headers.referer })
    if (request.url === '/samples/a.gif') return response.end(gif)
    if (request.url === '/deep/my%20cat.gif?size=1') {
      return response.writeHead(200, { 'content-type': 'text/plain' }).end(gif)
    }
    if (request.url === '/named') {
      return response.writeHead(200, { 'content-disposition': 'inline; filename="n.gif"' }).end(gif)
    }
    if (request.url === '/long') return response.end(Buffer.alloc(5000, 'x'))
    if (request.url === '/endless') {
      const timer = setInterval(() => response.write(Buffer.alloc(1000, 'x')), 1)
      return response.on('close', () => clearInterval(timer))
    }
    if (request.url === '/broken') {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      return setTimeout(() => response.destroy(), 20)
    }
    response.writeHead(404).end('no')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const never = new AbortController().signal
const load = (path: string, limit = 100) =>
  createMediaLoaders(fetch, base).loadUrl(path.includes(':') ? path : base + path, limit, never)

describe('createMediaLoaders', () => {
  it('loads a sample from below the app', async () => {
    const file = await createMediaLoaders(fetch, base).loadSample('a.gif')
    expect(file).toMatchObject({ name: 'a.gif', type: 'image/gif', size: gif.length })
  })

  it.each([
    ['the path, by content and not by the header', 'deep/my%20cat.gif?size=1', 'my cat.gif'],
    ['the header', 'named', 'n.gif'],
  ])('names a file by %s', async (_, path, name) => {
    expect(await load(path)).toMatchObject({ name, type: 'image/gif' })
  })

  it('reads a data URL', async () => {
    const file = await load(`data:image/gif;base64,${gif.toString('base64')}`)
    expect(file).toMatchObject({ type: 'image/gif', size: gif.length })
  })

  it.each([
    ['a missing file', 'none', { reason: 'url-status', status: 404 }],
    ['a file that says that it is too large', 'long', { reason: 'too-large' }],
    ['a file that turns out too large', 'endless', { reason: 'too-large' }],
    ['a reply cut short', 'broken', { reason: 'url-unreachable' }],
    ['a dead host', 'http://127.0.0.1:9/', { reason: 'url-unreachable' }],
    ['another kind of URL', 'file:///etc/hosts', { reason: 'url-invalid' }],
  ])('says why for %s', async (_, path, reason) => {
    const failure = await load(path).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(LoadFailure)
    expect(failure).toMatchObject(reason)
  })

  it('passes an abort on as it is', async () => {
    const stop = new AbortController()
    const loading = createMediaLoaders(fetch, base).loadUrl(`${base}endless`, 1e9, stop.signal)
    setTimeout(() => stop.abort(), 30)
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('sends no cookie and no referrer', () => {
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.every(({ cookie, referer }) => !cookie && !referer)).toBe(true)
  })
})
