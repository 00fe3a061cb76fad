import type { Page } from '@playwright/test'
import { startEndpoint, type Endpoint } from './support/endpoint'
import { expect, expectState, openTask, test } from './support/test'

/** Endpoints and tokens: where a token goes, and where it must never be. */

const TOKEN = 'hf_e2eSecretSecretSecretSecret'
let endpoint: Endpoint

test.beforeEach(async ({ guard }) => {
  endpoint = await startEndpoint(() => ({ body: '[[{"label":"JOY","score":0.75}]]' }))
  guard.allowOrigin(endpoint.url)
})
test.afterEach(() => endpoint.close())

async function chooseEndpoint(page: Page, url: string): Promise<void> {
  await page
    .getByTestId('connection')
    .getByRole('radio', { name: 'Endpoint' })
    .check({ force: true })
  await page.getByTestId('endpoint-url').fill(url)
}

async function saveToken(page: Page): Promise<void> {
  await page.goto('/#/settings')
  await page.getByTestId('token-input').fill(TOKEN)
  await page.getByTestId('token-save').click()
}

/** Everything that the page keeps or shows, as text. */
async function traces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts = [
      document.documentElement.outerHTML,
      JSON.stringify({ ...sessionStorage }),
      location.href,
    ]
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no database'))
      })
      for (const store of db.objectStoreNames) {
        const all = await new Promise<unknown>((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result)
        })
        parts.push(JSON.stringify(all))
      }
      db.close()
    }
    return parts.join('\n')
  })
}

test('an endpoint gets the documented request, and no token by itself', async ({ page }) => {
  await saveToken(page)
  await openTask(page, 'text-classification')
  await chooseEndpoint(page, `${endpoint.url}/my/path`)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('result')).toContainText('JOY')
  await expect(page.getByTestId('result')).toContainText('75.0%')
  const [request] = endpoint.received
  expect(request).toMatchObject({ method: 'POST', path: '/my/path' })
  expect(request?.headers.authorization).toBeUndefined()
  expect(JSON.parse(request?.body.toString() ?? '')).toEqual({ inputs: 'I like you. I love you' })
})

test('the Hugging Face token goes to an endpoint once the person has said so, and is kept nowhere else', async ({
  page,
}) => {
  await saveToken(page)
  await openTask(page, 'text-classification')
  await chooseEndpoint(page, endpoint.url)
  await page.getByTestId('endpoint-auth').selectOption('huggingface')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  expect(endpoint.received[0]?.headers.authorization).toBeUndefined()

  await page.getByTestId('endpoint-grant').click()
  await page.getByTestId('run').click()
  await expect.poll(() => endpoint.received.length).toBe(2)
  expect(endpoint.received[1]?.headers.authorization).toBe(`Bearer ${TOKEN}`)
  await expectState(page, 'done')
  await expect(page.getByTestId('snippet-curl')).toContainText('$HF_TOKEN')
  await expect(page.getByTestId('snippet-curl')).not.toContainText(TOKEN)
  await page.waitForTimeout(800)
  expect(await traces(page)).not.toContain(TOKEN)
})

test('an endpoint can have a token of its own, and it goes to no other origin', async ({
  page,
  guard,
}) => {
  const other = await startEndpoint(() => ({ body: '[]' }))
  guard.allowOrigin(other.url)
  await openTask(page, 'text-classification')
  await chooseEndpoint(page, endpoint.url)
  await page.getByTestId('endpoint-auth').selectOption('own')
  await page.getByTestId('endpoint-token').fill('own-secret')
  await page.getByTestId('endpoint-token').press('Enter')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  expect(endpoint.received[0]?.headers.authorization).toBe('Bearer own-secret')
  await page.getByTestId('endpoint-url').fill(other.url)
  await page.getByTestId('run').click()
  await expect.poll(() => other.received.length).toBe(1)
  expect(other.received[0]?.headers.authorization).toBeUndefined()
  await other.close()
})

test('a token is remembered on request, and forgotten on request', async ({ page }) => {
  await saveToken(page)
  await page.reload()
  await expect(page.getByTestId('token-forget')).toBeDisabled()
  await saveToken(page)
  await page.getByTestId('token-remember').check()
  await page.reload()
  await expect(page.getByTestId('token-forget')).toBeEnabled()
  await page.getByTestId('token-forget').click()
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(TOKEN)
})

test('chat on an endpoint streams from its OpenAI route', async ({ page, guard }) => {
  const chunk = (delta: object, finish: string | null = null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
  const tgi = await startEndpoint(() => ({
    type: 'text/event-stream',
    body: `${chunk({ role: 'assistant', content: 'Hello' })}${chunk({ content: ' **you**' })}${chunk({}, 'stop')}data: [DONE]\n\n`,
  }))
  guard.allowOrigin(tgi.url)
  await openTask(page, 'conversational')
  await chooseEndpoint(page, tgi.url)
  await page.getByTestId('input-messages').fill("It's me")
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(
    page.getByTestId('message-assistant').locator('strong', { hasText: 'you' }),
  ).toBeVisible()
  expect(tgi.received[0]?.path).toBe('/v1/chat/completions')
  expect(JSON.parse(tgi.received[0]?.body.toString() ?? '')).toMatchObject({
    stream: true,
    messages: [{ role: 'user', content: "It's me" }],
  })
  await tgi.close()
})

test('an address where nobody answers is explained, and nothing is lost', async ({
  page,
  guard,
}) => {
  guard.allowOrigin('http://127.0.0.1:9')
  guard.allowError(/ERR_CONNECTION_REFUSED|ERR_UNSAFE_PORT|Failed to fetch|net::/)
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill('my words')
  await chooseEndpoint(page, 'http://127.0.0.1:9')
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toContainText('No answer from this address')
  await expect(page.getByTestId('error')).toContainText('the server down')
  await expect(page.getByTestId('input-inputs')).toHaveValue('my words')
  await page.getByRole('button', { name: 'Use the sandbox' }).click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
})

test('a URL that is none is said at its field', async ({ page }) => {
  await openTask(page, 'text-classification')
  await chooseEndpoint(page, 'not a url')
  await expect(page.locator('#problem-endpoint-url')).toBeVisible()
  await page.getByTestId('run').click()
  await expectState(page, 'idle')
})

test('without a token Hugging Face says that one is needed', async ({ page }) => {
  await page.route('https://huggingface.co/**', (route) => route.fulfill({ json: [] }))
  await openTask(page, 'text-classification')
  await page
    .getByTestId('connection')
    .getByRole('radio', { name: 'Hugging Face' })
    .check({ force: true })
  await expect(page.getByTestId('model')).toHaveValue(/distilbert/)
  await page.getByTestId('run').click()
  await expectState(page, 'idle')
  await expect(page.getByText('A Hugging Face token is needed.').first()).toBeVisible()
})

test('hf-inference gets the token, the documented URL and the organisation to bill', async ({
  page,
}) => {
  const seen: { url: string; headers: Record<string, string> }[] = []
  await page.route('https://router.huggingface.co/**', async (route) => {
    seen.push({ url: route.request().url(), headers: await route.request().allHeaders() })
    await route.fulfill({
      json: [[{ label: 'POSITIVE', score: 1 }]],
      headers: { 'access-control-allow-origin': '*' },
    })
  })
  await page.route('https://huggingface.co/**', (route) => route.fulfill({ json: [] }))
  await saveToken(page)
  await openTask(page, 'text-classification')
  await page
    .getByTestId('connection')
    .getByRole('radio', { name: 'Hugging Face' })
    .check({ force: true })
  await page.getByTestId('provider').selectOption('hf-inference')
  await page.getByTestId('bill-to').fill('my-org')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  expect(seen[0]?.url).toBe(
    'https://router.huggingface.co/hf-inference/models/distilbert/distilbert-base-uncased-finetuned-sst-2-english',
  )
  expect(seen[0]?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    'x-hf-bill-to': 'my-org',
  })
})

test('a text that can be no token is said and not thrown away', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('connection').getByText('Endpoint').click()
  await page.getByTestId('endpoint-url').fill('http://127.0.0.1:8080')
  await page.getByTestId('endpoint-auth').selectOption('own')
  const field = page.getByTestId('endpoint-token')
  await field.fill('my—token')
  await field.press('Enter')
  await expect(page.locator('form').filter({ has: field }).getByRole('alert')).toBeVisible()
  await expect(field).toHaveValue('my—token')
  await field.fill('my-token')
  await field.press('Enter')
  await expect(field).toHaveCount(0)
})
