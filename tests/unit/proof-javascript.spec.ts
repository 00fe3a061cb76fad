import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROUTER_URL } from '@/core/connection'
import { captureServer, type CaptureServer } from '../support/capture-server'
import { folders, tell } from '../support/proof'
import { proofCases } from '../support/proof-cases'
import { run, workFolder } from '../support/run-code'
import { expectSent, TOKENS } from '../support/snippet-proof'

/**
 * Runs the modules one after the other in one Node, each in its own folder. The libraries know the router's address by
 * themselves, so fetch is told where the capture server stands in for it, and that the Hub lists the model for the task.
 * What a library makes of the capture server's reply is not the point here.
 */
const RUNNER = `
import { readFile } from 'node:fs/promises'
const { fetch } = globalThis
let sent, task
globalThis.fetch = (input, init) => {
  const url = String(input?.url ?? input)
  const model = /^https:\\/\\/huggingface\\.co\\/api\\/models\\/([^?]+)/.exec(url)?.[1]
  const listed = { 'hf-inference': { status: 'live', providerId: model, task } }
  if (model) return Promise.resolve(Response.json({ inferenceProviderMapping: listed }))
  sent = true
  return fetch(url.replace(${JSON.stringify(ROUTER_URL)}, process.env.BASE), init)
}
console.log = () => {}
for (const line of (await readFile('folders', 'utf8')).trim().split('\\n')) {
  const [folder, named] = line.split(' ')
  task = named
  sent = false
  process.chdir(folder)
  try {
    await import(folder + '/code.mjs')
  } catch (error) {
    if (!sent) process.stderr.write(folder + ': ' + error.stack + '\\n')
  }
}
`

let server: CaptureServer
let work: Awaited<ReturnType<typeof workFolder>>

beforeAll(async () => {
  server = await captureServer()
  work = await workFolder()
})

afterAll(async () => {
  await server.close()
  await work.remove()
})

it('JavaScript sends what the page sends, for every task, connection and nasty input', async () => {
  const cases = await proofCases(server.url)
  const prepared = await folders(work.path, cases, 'javascript', 'code.mjs', server.url)
  const list = prepared.map(({ folder, request }) => `${folder} ${request.task}\n`).join('')
  await writeFile(join(work.path, 'folders'), list)
  await writeFile(join(work.path, 'runner.mjs'), RUNNER)
  const done = await run(process.execPath, ['runner.mjs'], {
    cwd: work.path,
    env: { ...TOKENS, BASE: server.url },
  })
  expect(done.stderr.slice(0, 2000)).toBe('')
  const sent = server.take()
  expect(sent.length).toBe(prepared.length)
  for (const [index, each] of prepared.entries())
    await expectSent(each, sent[index], { json: each.snippet.library.startsWith('@huggingface') })
  tell('JavaScript', prepared)
}, 120_000)
