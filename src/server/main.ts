import { serve, type ServerType } from '@hono/node-server'
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { createServer } from './app'
import { warmDist } from './dist'
import { readSettings, SettingProblem, type Settings } from './settings'

// The build puts this file into dist-server/.
const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const ENV = join(ROOT, '.env')
const GRACE_MS = 3_000

const { host, port, ...options } = settings()

if (!existsSync(join(DIST, 'index.html'))) fail(`There is no build in ${DIST}: run "npm run build"`)

const app = createServer({ dist: DIST, ...options })
const server = serve(
  { fetch: (request) => app.fetch(request), hostname: host, port, overrideGlobalObjects: false },
  (address) => {
    console.log(`Taskscope is at ${urlOf(address)}`)
    if (options.proxy) console.log('Its pages may use the Hugging Face token of this server')
    void warmDist(DIST)
  },
)
server.on('error', (error: NodeJS.ErrnoException) => fail(listenProblem(error)))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => shutDown(server))

function settings(): Settings {
  const file = existsSync(ENV) ? parseEnv(readFileSync(ENV, 'utf8')) : {}
  try {
    return readSettings(process.env, file)
  } catch (error) {
    if (error instanceof SettingProblem) fail(error.message)
    throw error
  }
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
