import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * Finds a Chromium for the browser tests, or gets one. Tried in this order: TASKSCOPE_CHROMIUM, the last one that
 * worked, Playwright's own, the system's, the one that ships as an npm package, the system's package manager.
 *
 * @typedef {{ path: string, source: string, env: Record<string, string> }} Chromium
 *   `env` holds what its process needs beside the usual environment, such as where its libraries are.
 */

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const cacheFolder = join(root, '.cache', 'chromium')
const cacheFile = join(cacheFolder, 'found.json')

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const NPM_PACKAGE = '@sparticuz/chromium@143.0.4'
const APT_PACKAGE = 'chromium-headless-shell'

/** Its version if it starts, else an Error that says why not: a missing library shows here, and not in a test. */
async function version({ path, env }) {
  if (!existsSync(path)) throw new Error(`there is no file ${path}`)
  const { stdout } = await run(path, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    timeout: 30_000,
  })
  return stdout.trim().split('\n').at(-1)
}

const given = (path, source) => (path ? { path, source, env: {} } : undefined)

function lastFound() {
  try {
    return JSON.parse(readFileSync(cacheFile, 'utf8'))
  } catch {
    return undefined
  }
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? given(path, 'the one that Playwright installed') : undefined
}

function systems() {
  return given(SYSTEM_PATHS.find(existsSync), 'the one of this system')
}

/** Installs the npm package into .cache and unpacks it there. Linux on x64 only. */
async function shippedByNpm(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const home = join(cacheFolder, 'npm')
  const unpacked = join(cacheFolder, 'unpacked')
  say(`Getting ${NPM_PACKAGE} (70 MB) from npm into .cache/chromium ...`)
  // What an interrupted attempt left behind would be taken for whole.
  await rm(unpacked, { recursive: true, force: true })
  await mkdir(unpacked, { recursive: true })
  await mkdir(home, { recursive: true })
  await run(
    'npm',
    ['install', '--prefix', home, '--no-save', '--no-audit', '--no-fund', NPM_PACKAGE],
    { timeout: 300_000 },
  )
  const entry = createRequire(join(home, 'package.json')).resolve('@sparticuz/chromium')
  const { stdout } = await run(process.execPath, ['--input-type=commonjs', '-e', UNPACK, entry], {
    // The runtime's name makes it bring its own libraries; it unpacks to the folder for temporary files.
    env: { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', TMPDIR: unpacked },
    timeout: 120_000,
  })
  // Its own list of font folders is of another machine; with no font at all pages have no text.
  await writeFile(join(unpacked, 'fonts', 'fonts.conf'), fontsConf(unpacked))
  return { ...JSON.parse(stdout.trim().split('\n').at(-1)), source: `npm's ${NPM_PACKAGE}` }
}

const fontsConf = (unpacked) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(unpacked, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(unpacked, 'fonts-cache')}</cachedir>
</fontconfig>
`

const UNPACK = `
const chromium = require(process.argv[1])
chromium.executablePath().then((path) => {
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
  console.log(JSON.stringify({ path, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } }))
})`

/** Installs the package of Debian, as root. */
async function shippedByDebian(say) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say(`Installing Debian's ${APT_PACKAGE} (64 MB) with apt-get ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env, timeout: 300_000 })
  await run('apt-get', ['install', '-y', '--no-install-recommends', APT_PACKAGE], {
    env,
    timeout: 600_000,
    maxBuffer: 64_000_000,
  })
  return given(`/usr/bin/${APT_PACKAGE}`, `Debian's ${APT_PACKAGE}`)
}

const STEPS = [
  ['the last one found', lastFound],
  ["Playwright's own", playwrightsOwn],
  ["the system's", systems],
  ["npm's", shippedByNpm],
  ["Debian's", shippedByDebian],
]

/** The one line of a failure, or of what a command wrote, that says what went wrong. */
function reason(error) {
  const lines = String(error.stderr || error.message)
    .trim()
    .split('\n')
  return lines.find((line) => /error|cannot|unable|not found/i.test(line)) ?? lines.at(-1)
}

/**
 * A Chromium that starts. Says through `say` what it did. Rejects with an Error that names the next step when there is
 * none, or when TASKSCOPE_CHROMIUM names one that does not start.
 *
 * @param {(line: string) => void} [say]
 * @returns {Promise<Chromium>}
 */
export async function findChromium(say = console.log) {
  const wanted = given(process.env.TASKSCOPE_CHROMIUM, 'TASKSCOPE_CHROMIUM')
  if (wanted) {
    const found = await version(wanted).catch((error) => {
      throw new Error(`TASKSCOPE_CHROMIUM does not start: ${reason(error)}. Correct or unset it.`)
    })
    say(`Browser: ${found}, ${wanted.path} (TASKSCOPE_CHROMIUM)`)
    return wanted
  }
  const refusals = []
  for (const [name, step] of STEPS) {
    try {
      const chromium = await step(say)
      if (!chromium) continue
      say(`Browser: ${await version(chromium)}, ${chromium.path} (${chromium.source})`)
      await mkdir(cacheFolder, { recursive: true })
      await writeFile(cacheFile, JSON.stringify(chromium))
      return chromium
    } catch (error) {
      refusals.push(`- ${name}: ${reason(error)}`)
      say(`Browser: not ${name}: ${reason(error)}`)
    }
  }
  throw new Error(
    [
      'No Chromium was found, and none could be installed.',
      ...refusals,
      'Install one (Debian, as root: apt-get install chromium-headless-shell), or set TASKSCOPE_CHROMIUM to the path',
      'of a Chromium or Chrome.',
    ].join('\n'),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  findChromium(console.error).then(
    ({ path }) => console.log(path),
    (error) => {
      console.error(error.message)
      process.exitCode = 1
    },
  )
}
