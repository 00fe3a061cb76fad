import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { axe, expect, expectState, test } from './support/test'

/** The build on a plain static host, under a sub-path, with no server behind it. */

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wav': 'audio/wav',
  '.wasm': 'application/wasm',
}

let host: Server
let url: string

test.beforeAll(async () => {
  host = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const inside = path.startsWith('/some/sub/path/')
      ? path.slice('/some/sub/path/'.length)
      : undefined
    const file = inside === undefined ? '' : join(dist, normalize(inside || 'index.html'))
    if (!existsSync(file) || !statSync(file).isFile())
      return void response.writeHead(404).end('no such file')
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
})
test.afterAll(() => {
  host.closeAllConnections()
  host.close()
})

test.beforeEach(({ guard }) => {
  guard.allowOrigin(url)
  // The page asks once whether a server has the sandbox; a static host has not.
  guard.allowError(/404/)
})

for (const id of ['text-classification', 'object-detection', 'automatic-speech-recognition']) {
  test(`${id} runs with the sandbox inside the page`, async ({ page }) => {
    const requests: string[] = []
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`))
    await page.goto(`${url}/some/sub/path/#/tasks/${id}`)
    await expect(page.getByTestId('model')).toHaveValue(`sandbox/${id}`)
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([])
    // Its work holds nothing up: it runs beside the page.
    expect(page.workers().filter((worker) => worker.url().includes('sandbox'))).toHaveLength(1)
    await axe(page)
  })
}

test('a stream is stopped inside the page, and what came is kept', async ({ page }) => {
  await page.goto(`${url}/some/sub/path/#/tasks/text-generation`)
  await page.getByTestId('model').fill('sandbox/slow')
  await page.getByTestId('run').click()
  await expectState(page, 'streaming')
  await expect(page.getByTestId('generated-text')).toHaveText(/\w+ \w+/)
  await page.keyboard.press('Escape')
  await expectState(page, 'aborted')
  await expect(page.getByTestId('generated-text')).toHaveText(/\w+/)
})

test('it is said that no curl can reach the sandbox of a static page', async ({ page }) => {
  await page.goto(`${url}/some/sub/path/#/tasks/text-classification`)
  await expect(page.getByText(/inside (this|the) page/i).first()).toBeVisible()
})
