import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = fileURLToPath(new URL('../../dist-server/main.js', import.meta.url))

async function freePort() {
  const probe = createServer()
  await new Promise((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', resolve)
  })
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/**
 * Starts the built server on a free port. Resolves, once it answers, with its origin and a function that stops it.
 *
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startApp() {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port) }
  const child = spawn(process.execPath, [entry], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = () => child.kill('SIGTERM')
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error('The server ended before it answered.')
    if (await fetch(url).catch(() => undefined)) return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  stop()
  throw new Error(`The server did not answer at ${url} within 10 s.`)
}
