import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Handler = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>

/** A real server that answers each request by the handler of its path, and tells which clients went away early. */
export async function startStreamServer() {
  const handlers = new Map<string, Handler>()
  const gone: string[] = []
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    response.on('close', () => {
      if (!response.writableFinished) gone.push(path)
    })
    void handlers.get(path)?.(response, request)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  let paths = 0
  return {
    asked,
    gone,
    /** Gives the URL that the handler answers. */
    serve(handler: Handler): { readonly url: string; readonly path: string } {
      const path = `/case-${paths++}`
      handlers.set(path, handler)
      return { url: `http://127.0.0.1:${port}${path}`, path }
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const EVENT_STREAM = { 'content-type': 'text/event-stream' }

/** Writes bytes in pieces of a size, each by itself. */
export async function writeSplit(response: ServerResponse, bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size))
    await new Promise((next) => setImmediate(next))
  }
}
