import { serve, type ServerType } from '@hono/node-server'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createServer } from './app'
import { warmDist } from './dist'

// The build puts this file into dist-server/.
const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const ENV = join(ROOT, '.env')
const GRACE_MS = 3_000

if (existsSync(ENV)) process.loadEnvFile(ENV)

const host = process.env.HOST?.trim() || '127.0.0.1'
const port = readPort(process.env.PORT)

if (!existsSync(join(DIST, 'index.html'))) fail(`There is no build in ${DIST}: run "npm run build"`)

const app = createServer({ dist: DIST })
const server = serve(
  { fetch: (request) => app.fetch(request), hostname: host, port, overrideGlobalObjects: false },
  (address) => {
    console.log(`Taskscope is at ${urlOf(address)}`)
    void warmDist(DIST)
  },
)
server.on('error', (error: NodeJS.ErrnoException) => fail(listenProblem(error)))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => shutDown(server))

function readPort(text: string | undefined): number {
  const value = text?.trim() ? Number(text) : 7860
  if (Number.isInteger(value) && value >= 0 && value <= 65535) return value
  return fail(`PORT must be a whole number from 0 to 65535, not "${text}"`)
}

function urlOf({ address, port: bound, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`
}

function listenProblem(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use. Stop what listens there, or choose another: PORT=8000 npm start`
    case 'EACCES':
      return `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=8000 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}: check HOST`
    default:
      return `The server could not start: ${error.message}`
  }
}

/** Takes no new calls, lets the open ones end for a while, then closes them. */
function shutDown(running: ServerType): void {
  running.close(() => process.exit(0))
  if ('closeIdleConnections' in running) running.closeIdleConnections()
  setTimeout(() => process.exit(0), GRACE_MS).unref()
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
