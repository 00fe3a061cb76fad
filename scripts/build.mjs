import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const SERVER = join(root, 'dist-server', 'main.js')

const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'scripts']
const PRODUCTS = [join(root, 'dist', 'index.html'), SERVER]

const stat = (path) => statSync(path, { throwIfNoEntry: false })

/** The newest file at or below `path`, as { path, time } with the time in milliseconds; specs are in no build. */
function newest(path) {
  const entry = stat(path)
  if (!entry) return { path, time: 0 }
  if (!entry.isDirectory()) {
    return { path, time: path.endsWith('.spec.ts') ? 0 : entry.mtimeMs }
  }
  return readdirSync(path)
    .map((name) => newest(join(path, name)))
    .reduce((latest, file) => (file.time > latest.time ? file : latest), { path, time: 0 })
}

/** Why the app has to be built, in words, or undefined when it is built and up to date. */
export function staleReason() {
  const products = PRODUCTS.map(stat)
  if (products.includes(undefined)) return 'the app is not built yet'
  const builtAt = Math.min(...products.map((product) => product.mtimeMs))
  const source = SOURCES.map((name) => newest(join(root, name))).find(({ time }) => time > builtAt)
  return source && `${source.path.slice(root.length)} is newer than the build`
}

/** Builds the app and the server; the build's own output is shown. Returns true when that worked. */
export function build() {
  const result = spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit' })
  return result.status === 0
}

/** Builds if needed. Ends the process when the build fails. */
export function buildIfStale() {
  const reason = staleReason()
  if (!reason) return
  console.log(`Building, since ${reason} ...`)
  if (build()) return
  console.error('The build failed; its messages are above.')
  process.exit(1)
}
