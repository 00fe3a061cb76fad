import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Captured {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface CaptureServer {
  /** Without a slash at the end. */
  readonly url: string
  /** What has come in since the last call, oldest first. */
  readonly take: () => Captured[]
  readonly close: () => Promise<void>
}

const CHAT_CHUNK = { choices: [{ delta: { content: 'Hi' } }] }

/** A real server that keeps each request byte for byte. A path that begins with /events is answered by a stream. */
export async function captureServer(): Promise<CaptureServer> {
  let captured: Captured[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      captured.push({ method, path, headers, body: Buffer.concat(pieces) })
      if (path.startsWith('/events')) {
        response.setHeader('Content-Type', 'text/event-stream')
        response.end(`data: ${JSON.stringify(CHAT_CHUNK)}\r\n\r\ndata: [DONE]\n\n`)
      } else if (path.startsWith('/image')) {
        response.setHeader('Content-Type', 'image/png')
        response.end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]))
      } else {
        response.setHeader('Content-Type', 'application/json')
        response.end('[]')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    take() {
      const taken = captured
      captured = []
      return taken
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
