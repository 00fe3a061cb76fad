import { serve } from '@hono/node-server'
import { INFERENCE_PROVIDERS } from '@huggingface/inference'
import { createServer as createHttpServer, request, type IncomingMessage } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createServer } from './app'
import type { ProxyLimits } from './proxy'
import { ROUTER_PREFIXES } from './proxy-rules'

/** Over real HTTP: a page's request, our server, and a server that stands in for the router. */

const TOKEN = 'hf_serverSecretServerSecret'
const MODEL = '/proxy/router.huggingface.co/hf-inference/models/distilbert/sst-2'

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

type Handler = (incoming: IncomingMessage, reply: ServerResponse, body: Buffer) => void

let handle: Handler
let seen: { path: string; headers: IncomingMessage['headers']; body: Buffer }[]
let router: { port: number; close: () => void }
let app: { port: number; close: () => void }

async function startRouter() {
  const server = createHttpServer((incoming, reply) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const body = Buffer.concat(parts)
      seen.push({ path: incoming.url ?? '', headers: incoming.headers, body })
      handle(incoming, reply, body)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, close }
}

async function startApp(limits: Partial<ProxyLimits> = {}) {
  const routerUrl = `http://127.0.0.1:${router.port}`
  const { fetch } = createServer({ proxy: { token: TOKEN, routerUrl, limits } })
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false })
  await new Promise((resolve) => server.once('listening', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() }
}

beforeEach(async () => {
  seen = []
  handle = (_, reply) => reply.writeHead(200, { 'content-type': 'application/json' }).end('[]')
  router = await startRouter()
  app = await startApp()
})
afterEach(() => {
  app.close()
  router.close()
})

const page = () => ({ host: `127.0.0.1:${app.port}`, origin: `http://127.0.0.1:${app.port}` })

interface Sent {
  readonly path?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
  readonly onData?: (text: string, abort: () => void) => void
}

/** Node's own client, which sends any Host, Origin and path, as a page can't. */
function send({ path = MODEL, method = 'POST', headers = page(), body = '{}', onData }: Sent = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: app.port, path, method, headers },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => {
          parts.push(part)
          onData?.(part.toString(), () => sent.destroy())
        })
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('latin1'),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(method === 'POST' || method === 'PUT' ? body : undefined)
  })
}

describe('the token proxy', () => {
  it('adds the token, and passes on the body and what the protocol knows', async () => {
    const headers = {
      ...page(),
      'content-type': 'image/png',
      'x-wait-for-model': 'true',
      'x-hf-bill-to': 'my-org',
      cookie: 'session=1',
      authorization: 'Bearer of-the-caller',
      referer: 'http://127.0.0.1/secret',
    }
    const body = Buffer.from([0, 255, 1, 254])
    expect((await send({ headers, body })).status).toBe(200)
    const [taken] = seen
    expect(taken?.path).toBe('/hf-inference/models/distilbert/sst-2')
    expect(taken?.body).toEqual(body)
    expect(taken?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'image/png',
      'x-wait-for-model': 'true',
      'x-hf-bill-to': 'my-org',
    })
    for (const name of ['cookie', 'referer', 'origin']) expect(taken?.headers[name]).toBeUndefined()
  })

  it.each(['/v1/chat/completions', '/fal-ai/fal-ai/flux/dev?_subdomain=queue'])(
    'goes to %s',
    async (path) => {
      await send({ path: `/proxy/router.huggingface.co${path}` })
      expect(seen[0]?.path).toBe(path)
    },
  )

  it('knows every provider of the client library', () => {
    expect(INFERENCE_PROVIDERS.filter((name) => !ROUTER_PREFIXES.includes(name))).toEqual([])
  })

  it.each([
    '/proxy/evil.example/hf-inference/models/x',
    '/proxy/router.huggingface.co.evil.example/v1/chat/completions',
    '/proxy/router.huggingface.co@evil.example/v1/chat/completions',
    '/proxy/router.huggingface.co/',
    '/proxy/router.huggingface.co/hf-inference',
    '/proxy/router.huggingface.co/v1/models',
    '/proxy/router.huggingface.co/v1/../api/whoami-v2',
    '/proxy/router.huggingface.co/hf-inference/../../api/whoami-v2',
    '/proxy/router.huggingface.co/hf-inference/%2e%2e/api/whoami-v2',
    '/proxy/router.huggingface.co/hf-inference/..%2f..%2fapi',
    '/proxy/router.huggingface.co/hf-inference/models\\..\\..\\api',
    '/proxy/router.huggingface.co//api/whoami-v2',
    '/proxy/router.huggingface.co/api/whoami-v2',
    '/proxy/router.huggingface.co/unknown-provider/models/x',
    '/proxy/',
  ])('does not go to %s', async (path) => {
    const answer = await send({ path })
    expect([400, 404]).toContain(answer.status)
    expect(seen).toEqual([])
  })

  it.each(['GET', 'PUT', 'DELETE'])('does not take %s', async (method) => {
    expect((await send({ method })).status).toBe(405)
    expect(seen).toEqual([])
  })

  it.each([
    ['another site', () => ({ ...page(), origin: 'https://evil.example' })],
    ['another port', () => ({ ...page(), origin: 'http://127.0.0.1:1' })],
    ['a page of no origin', () => ({ ...page(), origin: 'null' })],
    ['who sends no origin', () => ({ host: page().host })],
    [
      'another name for this machine',
      () => ({ host: 'evil.example', origin: 'http://evil.example' }),
    ],
    [
      'an address of the network',
      () => ({ host: '192.168.1.5:80', origin: 'http://192.168.1.5:80' }),
    ],
    [
      'a name that begins like ours',
      () => ({ host: 'localhost.evil.example', origin: 'http://localhost.evil.example' }),
    ],
    ['a frame of another site', () => ({ ...page(), 'sec-fetch-site': 'cross-site' })],
    ['another server of this machine', () => ({ ...page(), 'sec-fetch-site': 'same-site' })],
  ])('refuses %s', async (_, headers) => {
    const answer = await send({ headers: headers() })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('error')
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(seen).toEqual([])
  })

  it('answers no preflight of another site', async () => {
    const headers = { host: page().host, origin: 'https://evil.example' }
    const answer = await send({ method: 'OPTIONS', headers })
    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each(['text/plain', 'application/json', 'image/png'])(
    'takes the token out of a %s reply, its headers, and across pieces',
    async (type) => {
      handle = (incoming, reply) => {
        const bearer = incoming.headers.authorization ?? ''
        reply.writeHead(401, `no ${bearer}`, { 'content-type': type, 'x-error-message': bearer })
        reply.write(`before ${bearer.slice(0, 15)}`)
        setImmediate(() => reply.end(`${bearer.slice(15)} after`))
      }
      const answer = await send()
      expect(answer.status).toBe(401)
      expect(answer.body).toBe('before Bearer [token] after')
      expect(JSON.stringify(answer)).not.toContain(TOKEN)
    },
  )

  it('brings back no cookies, no CORS and no policy of another site', async () => {
    handle = (_, reply) =>
      reply
        .writeHead(429, {
          'content-type': 'text/plain',
          'retry-after': '7',
          'x-compute-time': '0.1',
          'set-cookie': 'a=b',
          'access-control-allow-origin': '*',
          'content-security-policy': "default-src 'none'; report-uri https://evil.example",
          'x-frame-options': 'ALLOWALL',
        })
        .end('slow down')
    const { status, headers } = await send()
    expect(status).toBe(429)
    expect(headers).toMatchObject({ 'retry-after': '7', 'x-compute-time': '0.1' })
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    for (const name of ['set-cookie', 'access-control-allow-origin', 'x-frame-options'])
      expect(headers[name]).toBeUndefined()
  })

  it('follows no redirect', async () => {
    handle = (_, reply) => reply.writeHead(307, { location: 'http://127.0.0.1:9/steal' }).end()
    const answer = await send()
    expect(answer.status).toBe(502)
    expect(answer.headers.location).toBeUndefined()
    expect(seen).toHaveLength(1)
  })

  it('streams: each piece is there before the next is sent', async () => {
    let next: () => void = () => undefined
    handle = (_, reply) => {
      reply.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
      next = () => reply.end('data: 2\n\n')
    }
    const answer = await send({ onData: (text) => text.includes('1') && next() })
    expect(answer.body).toBe('data: 1\n\ndata: 2\n\n')
  })

  it('stops the router when the page leaves, in the middle and before the first byte', async () => {
    const closed = () =>
      new Promise<void>((resolve) => {
        handle = (_, reply) => {
          reply.on('close', resolve)
          reply.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
        }
      })
    const inTheMiddle = closed()
    await send({ onData: (_, abort) => abort() }).catch(() => undefined)
    await inTheMiddle

    const before = new Promise<void>((resolve) => {
      handle = (_, reply) => {
        reply.on('close', resolve)
        leaving.destroy()
      }
    })
    const leaving = request({ port: app.port, path: MODEL, method: 'POST', headers: page() })
    leaving.on('error', () => undefined)
    leaving.end('{}')
    await before
  })

  it('takes no more than its bounds', async () => {
    app.close()
    app = await startApp({ requestBytes: 1000, replyBytes: 1000, atOnce: 1 })
    expect((await send({ body: 'x'.repeat(1001) })).status).toBe(413)
    const chunked = { ...page(), 'transfer-encoding': 'chunked' }
    expect((await send({ body: 'x'.repeat(5000), headers: chunked })).status).toBe(413)
    expect(seen).toEqual([])
    expect((await send({ body: 'x'.repeat(1000) })).status).toBe(200)

    handle = (_, reply) => reply.writeHead(200, { 'content-length': '1001' }).end('y'.repeat(1001))
    expect((await send()).status).toBe(502)
    handle = (_, reply) => {
      reply.writeHead(200).write('y'.repeat(900))
      setTimeout(() => reply.end('y'.repeat(101)), 20)
    }
    await expect(send()).rejects.toThrow()

    let release: () => void = () => undefined
    const waiting = new Promise<void>((arrived) => {
      handle = (_, reply) => {
        release = () => reply.writeHead(200).end('[]')
        arrived()
      }
    })
    const first = send()
    await waiting
    const second = await send()
    expect([second.status, second.headers['retry-after']]).toEqual([429, '1'])
    release()
    expect((await first).status).toBe(200)
    handle = (_, reply) => reply.writeHead(200).end('[]')
    expect((await send()).status).toBe(200)
  })

  it('waits no longer than its bounds', async () => {
    app.close()
    app = await startApp({ headersMs: 30, idleMs: 30 })
    handle = () => undefined
    expect((await send()).status).toBe(504)
    handle = (_, reply) => reply.writeHead(200).write('a beginning')
    await expect(send()).rejects.toThrow()
  })

  it('says that the router can not be reached, and nothing more', async () => {
    router.close()
    const answer = await send()
    expect(answer.status).toBe(502)
    expect(JSON.parse(answer.body)).toEqual({ error: 'The router could not be reached' })
  })

  it('tells its own page that it is there, and nobody else', async () => {
    const path = '/proxy/status'
    const own = await send({ path, method: 'GET', headers: { host: page().host } })
    expect(JSON.parse(own.body)).toEqual({ proxy: true })
    const headers = { host: 'evil.example' }
    expect((await send({ path, method: 'GET', headers })).status).toBe(403)
  })

  it('is not there without a token', async () => {
    const { request: ask } = createServer()
    const status = await ask('http://127.0.0.1/proxy/status')
    expect(await status.json()).toEqual({ proxy: false })
    expect((await ask(`http://127.0.0.1${MODEL}`, { method: 'POST' })).status).toBe(404)
  })
})
