import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { captureServer, type CaptureServer } from '../support/capture-server'
import { folders, tell } from '../support/proof'
import { proofCases } from '../support/proof-cases'
import { has, run, workFolder } from '../support/run-code'
import { expectSent, TOKENS } from '../support/snippet-proof'

const available = has('curl', '--version') && has('bash', '-c', 'base64 --version')

/** Runs the commands one after the other in one bash, each in its own folder. */
const RUNNER = `
while IFS= read -r folder; do
  cd "$folder" && . ./command.sh < /dev/null > stdout 2> stderr || echo "$folder: $? $(cat stderr)"
done < folders
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

it.skipIf(!available)(
  'curl sends what the page sends, for every task, connection and nasty input (needs curl and bash)',
  async () => {
    const cases = await proofCases(server.url)
    const prepared = await folders(work.path, cases, 'curl', 'command.sh', server.url)
    const list = prepared.map(({ folder }) => `${folder}\n`).join('')
    await writeFile(join(work.path, 'folders'), list)
    const done = await run('bash', ['-c', RUNNER], { cwd: work.path, env: TOKENS })
    expect(done).toMatchObject({ status: 0, stdout: '', stderr: '' })
    const sent = server.take()
    expect(sent.length).toBe(prepared.length)
    for (const [index, each] of prepared.entries()) await expectSent(each, sent[index])
    tell('curl', prepared)
  },
  120_000,
)
