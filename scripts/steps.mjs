import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root } from './build.mjs'
import { findChromium } from './chromium.mjs'

/** Runs a tool of node_modules/.bin with its output shown. Resolves to its exit code. */
export function runTool(name, args, env = {}) {
  const path = join(root, 'node_modules', '.bin', name)
  if (!existsSync(path)) return Promise.reject(new Error(`${name} is not installed: run npm ci.`))
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

/**
 * `playwright test` with a Chromium that was found or fetched. Resolves to its exit code.
 *
 * @param {string[]} args as for `playwright test`
 * @param {Record<string, string>} [env]
 */
export async function runBrowserTests(args, env = {}) {
  const chromium = await findChromium()
  return runTool('playwright', ['test', ...args], {
    ...chromium.env,
    TASKSCOPE_CHROMIUM: chromium.path,
    ...env,
  })
}
