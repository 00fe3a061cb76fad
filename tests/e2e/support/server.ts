import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const entry = fileURLToPath(new URL('../../../dist-server/main.js', import.meta.url))
const START_MS = 20_000
/** A developer's own .env changes no test. */
const NEUTRAL = { TOKEN_PROXY: '0', CONNECT_ORIGINS: '' }

export interface AppServer {
  /** The origin, without a slash at the end. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** A port of 127.0.0.1 that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', resolve)
  })
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await exited
  clearTimeout(late)
}

/**
 * Starts the built server on a free port of this machine and waits until it answers.
 *
 * @param env Variables for the server, beside those of this process. Rejects with what it wrote if it does not start.
 */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<AppServer> {
  if (!existsSync(entry)) throw new Error('There is no dist-server/main.js: run `npm run build`.')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [entry], {
    cwd: root,
    env: { ...process.env, ...NEUTRAL, ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (data: Buffer) => {
    output = (output + data.toString()).slice(-4_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)

  const until = Date.now() + START_MS
  while (!(await answers(url))) {
    const ended = child.exitCode !== null || child.signalCode !== null
    if (ended || Date.now() > until) {
      await stop(child)
      throw new Error(`The server did not ${ended ? 'stay up' : 'answer'} at ${url}.\n${output}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { url, stop: () => stop(child) }
}
