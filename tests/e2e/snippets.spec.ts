import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { startEndpoint } from './support/endpoint'
import { axe, expect, expectState, openTask, test } from './support/test'

/** The code on the page, run in a terminal against the same server, gets the answer that the page shows. */

const run = promisify(execFile)
const sample = (name: string) =>
  fileURLToPath(new URL(`../../public/samples/${name}`, import.meta.url))

function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-'))
  for (const name of names) copyFileSync(sample(name), join(folder, name))
  return folder
}

test('curl carries any text through the shell', async ({ page }) => {
  const text = `It's "great" — $HOME \`date\` \\ 100% 😀 你好\n-d @file`
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill(text)
  await page.getByTestId('param-top_k').fill('1')
  const curl = page.getByTestId('snippet-curl')
  await expect(curl).toContainText('"top_k":1')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const { stdout } = await run('bash', ['-c', `${await curl.textContent()} -s`])
  const answer = JSON.parse(stdout) as { label: string; score: number }[]
  expect(answer).toHaveLength(1)
  await expect(page.getByTestId('result')).toContainText(answer[0]?.label ?? 'no label')
  await expect(page.getByTestId('raw-response')).toContainText(stdout.trim())
})

for (const threshold of ['', '0.85']) {
  test(`curl sends the picture ${threshold ? 'as base64 with its parameters' : 'as it is'}`, async ({
    page,
  }) => {
    await openTask(page, 'object-detection')
    await page.getByTestId('param-threshold').fill(threshold)
    const curl = page.getByTestId('snippet-curl')
    await expect(curl).toContainText(threshold ? 'base64' : '--data-binary @street.png')
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    const { stdout } = await run('bash', ['-c', `${await curl.textContent()} -s`], {
      cwd: folderWith('street.png'),
    })
    expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(0)
    await expect(page.getByTestId('box')).toHaveCount((JSON.parse(stdout) as unknown[]).length)
  })
}

test('JavaScript streams a chat', async ({ page }) => {
  await openTask(page, 'conversational')
  await page.getByTestId('input-messages').fill('What is 6 * 7?')
  const code = page.getByTestId('snippet-javascript')
  await expect(code).toContainText('6 * 7')
  // Inside the project, so that the client library is found.
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const { stdout } = await run(
    'node',
    ['--input-type=module', '-e', (await code.textContent()) ?? ''],
    {
      cwd,
      env: { ...process.env, HF_TOKEN: 'hf_unused' },
    },
  )
  expect(stdout).toContain('42')
})

test('a copied snippet is the code on the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTask(page, 'text-classification')
  await expect(page.getByTestId('snippet-curl')).toContainText('I like you')
  await page.getByTestId('copy-curl').click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await page.getByTestId('snippet-curl').textContent())
})

test('the library that was chosen is remembered, and raw HTTP goes over a socket', async ({
  page,
}) => {
  await openTask(page, 'conversational')
  await page.getByRole('tab', { name: 'JavaScript' }).click()
  await page.getByTestId('library-javascript').selectOption('openai')
  await expect(page.getByTestId('snippet-javascript')).toContainText('import OpenAI')
  await page.reload()
  await expect(page.getByTestId('snippet-javascript')).toContainText('import OpenAI')
  await page.getByRole('tab', { name: 'JavaScript' }).press('End')
  await expect(page.getByRole('tab', { name: 'HTTP', exact: true })).toBeFocused()
  const raw = page.getByTestId('snippet-http')
  await expect(raw).toContainText('HTTP/1.1')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('download-http').click(),
  ])
  expect(download.suggestedFilename()).toBe('request.http')
  const message = readFileSync(await download.path())
  expect(message.toString()).toBe(await raw.textContent())
  expect(await overSocket(new URL(page.url()), message)).toContain('data: [DONE]')
  await axe(page)
})

function overSocket({ hostname, port }: URL, message: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = ''
    const socket = connect(Number(port), hostname, () => socket.write(message))
    socket.on('data', (piece) => (reply += piece.toString()))
    socket.on('end', () => resolve(reply))
    socket.on('error', reject)
  })
}

test('a long body is a file to save, and works with the code', async ({ page }) => {
  await openTask(page, 'summarization')
  await page.getByTestId('input-inputs').fill(`It's "long" $HOME \\ 你好. `.repeat(5000))
  const curl = page.getByTestId('snippet-curl')
  await expect(curl).toContainText('--data-binary @request.json')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save request.json' }).first().click(),
  ])
  const cwd = folderWith()
  await download.saveAs(join(cwd, 'request.json'))
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const { stdout } = await run('bash', ['-c', `${await curl.textContent()} -s`], { cwd })
  await expect(page.getByTestId('raw-response')).toContainText(stdout.trim().slice(0, 200))
})

test('a form is sent by the page and by its code alike', async ({ page }) => {
  await openTask(page, 'custom')
  await page.getByTestId('mode-form').check()
  await page.getByTestId('form-name-0').fill('prompt')
  await page.getByTestId('form-value-0').fill(`@it's; "one"\ntwo 你好`)
  await page.getByTestId('add-file-field').click()
  await page.getByTestId('form-file-1').setInputFiles(sample('tones.wav'))
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const curl = page.getByTestId('snippet-curl')
  await expect(curl).toContainText('file=@tones.wav;type=audio/wav')
  const { stdout } = await run('bash', ['-c', `${await curl.textContent()} -s`], {
    cwd: folderWith('tones.wav'),
  })
  expect(stdout).toContain('"file":"tones.wav"')
  const response = await page.getByTestId('raw-response').textContent()
  expect(response).toContain(stdout.trim().slice(-300))
  await axe(page)
})

const SECRET = 'own-secret-0123456789'

test('the token is shown on a word, copied as shown, and kept nowhere', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTask(page, 'text-classification')
  await page.getByTestId('connection').getByText('Endpoint').click()
  await page.getByTestId('endpoint-url').fill('http://localhost:9/x')
  await page.getByTestId('endpoint-auth').selectOption('own')
  await page.getByTestId('endpoint-token').fill(SECRET)
  await page.getByTestId('endpoint-token').press('Enter')
  const curl = page.getByTestId('snippet-curl')
  await expect(curl).toContainText('Bearer $ENDPOINT_TOKEN')
  const toggle = page.getByTestId('show-token-curl')
  const show = async () => {
    await toggle.click()
    await expect(curl).toContainText(`'Authorization: Bearer ${SECRET}'`)
    await expect(page.getByTestId('token-shown')).toBeVisible()
  }
  await show()
  await page.getByTestId('copy-curl').click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await curl.textContent())
  expect(await kept(page)).not.toContain(SECRET)
  await axe(page)

  await page.getByRole('tab', { name: 'Python' }).click()
  await expect(page.getByTestId('snippet-python')).not.toContainText(SECRET)
  await page.getByRole('tab', { name: 'curl' }).click()
  await expect(curl).toContainText('$ENDPOINT_TOKEN')

  await show()
  await page.getByTestId('endpoint-url').fill('http://localhost:9999/other')
  await expect(curl).not.toContainText(SECRET)
  await page.getByTestId('endpoint-url').fill('http://localhost:9/x')
  await expect(curl).toContainText('http://localhost:9/x')
  await expect(curl).not.toContainText(SECRET)

  await show()
  await page.goto('/#/tasks/fill-mask')
  await expect(curl).toContainText('$ENDPOINT_TOKEN')
  await expect(curl).not.toContainText(SECRET)
  await show()
  await page.reload()
  await expect(curl).toContainText('$ENDPOINT_TOKEN')
  expect(await page.content()).not.toContain(SECRET)
  expect(await kept(page)).not.toContain(SECRET)
})

/** The address, and all that the browser keeps of this origin. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const wrap = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error('IndexedDB'))
      })
    const found: unknown[] = [location.href, { ...localStorage }, { ...sessionStorage }]
    for (const { name } of await indexedDB.databases()) {
      const database = await wrap(indexedDB.open(name ?? ''))
      for (const store of database.objectStoreNames)
        found.push(await wrap(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
    return JSON.stringify(found)
  })
}

test('the history and its export hold nothing of a token that is shown', async ({
  page,
  guard,
}) => {
  const endpoint = await startEndpoint(() => ({ body: '[[{"label":"JOY","score":0.75}]]' }))
  guard.allowOrigin(endpoint.url)
  await openTask(page, 'text-classification')
  await page.getByTestId('connection').getByText('Endpoint').click()
  await page.getByTestId('endpoint-url').fill(endpoint.url)
  await page.getByTestId('endpoint-auth').selectOption('own')
  await page.getByTestId('endpoint-token').fill(SECRET)
  await page.getByTestId('endpoint-token').press('Enter')
  await page.getByTestId('show-token-curl').click()
  await expect(page.getByTestId('snippet-curl')).toContainText(SECRET)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  expect(endpoint.received[0]?.headers.authorization).toBe(`Bearer ${SECRET}`)
  await expect.poll(() => kept(page)).toContain('JOY')
  expect(await kept(page)).not.toContain(SECRET)
  await page.goto('/#/history')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('history-export').click(),
  ])
  const exported = readFileSync(await download.path(), 'utf8')
  expect(exported).toContain('JOY')
  expect(exported).not.toContain(SECRET)
  await endpoint.close()
})
