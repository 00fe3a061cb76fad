import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a server sees it. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface Answer {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

export interface Endpoint {
  readonly url: string
  /** Newest last, without preflights. */
  readonly received: readonly Received[]
  readonly close: () => Promise<void>
}

/** A real server on this machine which answers as a dedicated endpoint does, with CORS. */
export async function startEndpoint(answer: (request: Received) => Answer): Promise<Endpoint> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const cors = {
        'access-control-allow-origin': request.headers.origin ?? '*',
        'access-control-allow-headers':
          'authorization, content-type, x-hf-bill-to, x-wait-for-model, x-use-cache',
        'access-control-allow-methods': 'GET, POST, OPTIONS',
        'access-control-expose-headers': 'Link',
      }
      if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end()
      const { method = '', url: path = '', headers } = request
      const taken = { method, path, headers, body: Buffer.concat(parts) }
      received.push(taken)
      const { status = 200, type = 'application/json', headers: own, body } = answer(taken)
      response.writeHead(status, { ...cors, 'content-type': type, ...own }).end(body)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
