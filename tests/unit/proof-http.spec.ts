import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withToken } from '@/snippets'
import { captureServer, type CaptureServer } from '../support/capture-server'
import { folders, tell } from '../support/proof'
import { proofCases } from '../support/proof-cases'
import { workFolder } from '../support/run-code'
import { requestMatrix } from '../support/snippet-cases'
import { expectSent, TOKENS, type Prepared } from '../support/snippet-proof'

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

/** What a person does with the text: the token in its place, the file behind it, all of it over one connection. */
async function message({ snippet, folder }: Prepared): Promise<Buffer> {
  const variable = snippet.credential?.variable as keyof typeof TOKENS | undefined
  const text = variable ? withToken(snippet, TOKENS[variable]) : snippet.code
  const [beside] = [...snippet.files, ...snippet.attachments]
  const parts = beside ? [await readFile(join(folder, beside.name))] : []
  return Buffer.concat([Buffer.from(text), ...parts])
}

function send(bytes: Buffer): Promise<string> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    let reply = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('data', (piece) => (reply += piece.toString()))
    socket.on('end', () => resolve(reply))
    socket.on('error', reject)
    // A length that is not the body's would wait for ever.
    socket.setTimeout(10_000, () => socket.destroy(new Error('No reply')))
  })
}

it('raw HTTP is what the page sends, for every task, connection and nasty input', async () => {
  const cases = await proofCases(server.url)
  for (const [name, request] of requestMatrix(server.url)) cases.set(name, request)
  const prepared = await folders(work.path, cases, 'http', 'request.http', server.url)
  for (const each of prepared) {
    const host = new URL(each.request.url).host
    expect(each.snippet.code).toContain(`\r\nHost: ${host}\r\n`)
    const reply = await send(await message(each)).catch((error: unknown) => String(error))
    expect(reply, each.name).toMatch(/^HTTP\/1\.1 200 /)
    const sent = server.take()
    expect(sent.length, each.name).toBe(1)
    await expectSent(each, sent[0])
  }
  tell('raw HTTP', prepared)
}, 120_000)
