import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'

type Serve = (response: ServerResponse, body: unknown, path: string) => void

export interface TextServer {
  readonly url: string
  /** Bodies that came, newest last. */
  readonly bodies: unknown[]
  /** Paths that were asked for, newest last. */
  readonly paths: string[]
  /** Requests whose client went away before the reply was complete. */
  readonly gone: () => number
  readonly close: () => void
}

/** A real endpoint whose replies a test writes by hand, byte by byte, with CORS. */
export async function startTextServer(serve: Serve): Promise<TextServer> {
  const bodies: unknown[] = []
  const paths: string[] = []
  let gone = 0
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
      response.setHeader('access-control-allow-headers', 'authorization, content-type')
      if (request.method === 'OPTIONS') return void response.writeHead(204).end()
      const body: unknown = JSON.parse(Buffer.concat(parts).toString() || 'null')
      bodies.push(body)
      paths.push(request.url ?? '')
      response.on('close', () => {
        if (!response.writableFinished) gone++
      })
      serve(response, body, request.url ?? '')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    paths,
    gone: () => gone,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Sends the page's requests to an endpoint. */
export async function useEndpoint(page: Page, url: string): Promise<void> {
  await page.getByRole('radio', { name: /Endpoint|端点/ }).check()
  await page.getByTestId('endpoint-url').fill(url)
}

/** Fills the parameters as JSON. */
export async function setParameters(page: Page, parameters: object): Promise<void> {
  const raw = page.getByTestId('parameters-json')
  const summary = page.getByTestId('parameters').locator('details.raw > summary')
  if (!(await raw.isVisible())) await summary.click()
  await raw.fill(JSON.stringify(parameters))
  await raw.blur()
}

export const sse = (...events: unknown[]) =>
  events
    .map((each) => `data: ${typeof each === 'string' ? each : JSON.stringify(each)}\n\n`)
    .join('')
