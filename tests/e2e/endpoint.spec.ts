import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  startInferenceServer,
  tei,
  tgi,
  vllm,
  type InferenceServer,
} from '../support/inference-servers'
import { axe, expect, expectState, openTask, test } from './support/test'

/** The page that shows what answers at an address, and keeps endpoints. */

const TOKEN = 'own-secret-of-this-endpoint'
const servers: InferenceServer[] = []
test.afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function start(...args: Parameters<typeof startInferenceServer>): Promise<InferenceServer> {
  const server = await startInferenceServer(...args)
  servers.push(server)
  return server
}

async function check(page: Page, url: string): Promise<void> {
  await page.goto('/#/endpoint')
  await page.getByTestId('check-url').fill(url)
  await page.getByTestId('check').click()
}

const result = (page: Page) => page.getByTestId('check-result')
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }))

test('TGI is known by what it answers, with its facts, numbers and raw replies', async ({
  page,
  guard,
}) => {
  const server = await start(tgi)
  guard.allowOrigin(server.url)
  await page.goto('/#/endpoint')
  await page.getByTestId('check-url').fill(`${server.url}/v1/chat/completions`)
  expect(server.asked).toEqual([])
  await page.getByTestId('check').click()
  await expect(result(page)).toHaveAttribute('data-kind', 'tgi')
  await expect(result(page)).toHaveAttribute('data-health', 'healthy')
  await expect(result(page)).toContainText('Text Generation Inference (TGI)')
  await expect(page.getByTestId('check-facts')).toContainText('HuggingFaceH4/zephyr-7b-beta')
  await expect(page.getByTestId('check-facts')).toContainText('4,096 tokens')
  await expect(page.getByTestId('check-metrics')).toContainText('600 ms')
  await expect(page.getByTestId('probe-health')).toContainText('200 OK')
  await expect(page.getByTestId('probe-health')).toContainText(/\d ms/)
  await page.getByRole('button', { name: 'Show the reply of /info' }).click()
  await expect(page.getByTestId('probe-info')).toContainText('"docker_label":"sha-bb9095a"')
  await page.getByRole('button', { name: /All metrics/ }).click()
  await page.getByTestId('find-metrics').fill('failure')
  await expect(page.getByTestId('check-metrics').getByRole('row')).toHaveCount(1)
  expect(server.asked.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'GET /health',
    'GET /info',
    'GET /metrics',
    'GET /v1/models',
  ])
  await axe(page)
})

test('TEI is tried on the page that suits it; work there is kept, and undo goes back', async ({
  page,
  guard,
}) => {
  const server = await start(tei)
  guard.allowOrigin(server.url)
  await openTask(page, 'feature-extraction')
  await page.getByTestId('input-inputs').fill('my unfinished words')
  await check(page, server.url)
  await expect(result(page)).toHaveAttribute('data-kind', 'tei')
  await expect(page.getByTestId('try-task')).toHaveValue('feature-extraction')
  await page.getByTestId('try-open').click()
  await expect(page.getByTestId('endpoint-url')).toHaveValue(`${server.url}/`)
  await expect(page.getByTestId('input-inputs')).toHaveValue('my unfinished words')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const sent = server.asked.find(({ method }) => method === 'POST')
  expect(JSON.parse(sent?.body ?? '')).toMatchObject({ inputs: 'my unfinished words' })
  await page.getByTestId('undo').click()
  const sandbox = page.getByTestId('connection').getByRole('radio', { name: 'Sandbox' })
  await expect(sandbox).toBeChecked()
  await expect(page.getByTestId('input-inputs')).toHaveValue('my unfinished words')
})

test('vLLM is tried with the model that it serves', async ({ page, guard }) => {
  const server = await start(vllm)
  guard.allowOrigin(server.url)
  await check(page, server.url)
  await expect(result(page)).toHaveAttribute('data-kind', 'vllm')
  await expect(page.getByTestId('probe-info')).toContainText('404')
  await page.getByTestId('try-open').click()
  await expect(page.getByTestId('model')).toHaveValue('Qwen/Qwen3-8B')
  await page.getByTestId('input-messages').fill('Who serves this?')
  await page.getByTestId('stream').uncheck()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('message-assistant')).toContainText('Served by vLLM.')
})

test('the sandbox is checked and tried in both languages', async ({ page }) => {
  await page.goto('/#/endpoint?lang=zh-CN')
  await page.getByTestId('check-sandbox').click()
  await expect(result(page)).toHaveAttribute('data-kind', 'sandbox')
  await expect(result(page)).toContainText('正常')
  await axe(page)
  await page.getByTestId('try-task').selectOption('fill-mask')
  await page.getByTestId('try-open').click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
})

test('a closed server gets its token at the person’s word, and the token is nowhere else', async ({
  page,
  guard,
}) => {
  const server = await start(tei, { token: TOKEN })
  guard.allowOrigin(server.url)
  await check(page, server.url)
  await expect(result(page)).toHaveAttribute('data-health', 'closed')
  await expect(page.getByTestId('check-advice')).toContainText('wants a token')
  expect(server.asked.every(({ headers }) => headers.authorization === undefined)).toBe(true)
  await page.getByTestId('endpoint-auth').selectOption('own')
  await page.getByTestId('endpoint-token').fill(TOKEN)
  await page.getByTestId('endpoint-token').press('Enter')
  await page.getByTestId('check').click()
  await expect(result(page)).toHaveAttribute('data-kind', 'tei')
  expect(server.asked.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`)

  await page.getByTestId('endpoint-save').click()
  await page.getByTestId('save-name').fill('My TEI')
  await page.getByTestId('save-it').click()
  await expect(page.getByTestId('saved-endpoint')).toContainText('own token')
  const download = page.waitForEvent('download')
  await page.getByTestId('endpoints-export').click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(JSON.parse(text)).toEqual({
    endpoints: [{ name: 'My TEI', url: `${server.url}/`, task: 'feature-extraction', auth: 'own' }],
  })
  expect(`${text}${await stored(page)}${await page.content()}`).not.toContain(TOKEN)
})

test('saved endpoints are named, edited, deleted, had back, and stay over a reload', async ({
  page,
}) => {
  await page.goto('/#/endpoint')
  await page.getByTestId('check-sandbox').click()
  await page.getByTestId('endpoint-save').click()
  await page.getByTestId('save-name').fill('First')
  await page.getByTestId('save-url').fill('no url')
  await page.getByTestId('save-it').click()
  await expect(page.getByTestId('endpoint-form').getByRole('alert')).toBeVisible()
  await page.getByTestId('save-url').fill('localhost:9999/v1')
  await page.getByTestId('save-task').selectOption('conversational')
  await page.getByTestId('save-it').click()
  const rows = page.getByTestId('saved-endpoint')
  await expect(rows).toContainText('http://localhost:9999/v1')
  await page.getByTestId('saved-edit').click()
  await page.getByTestId('save-name').fill('  Renamed ')
  await page.getByTestId('save-it').click()
  await expect(rows).toContainText('Renamed')
  await axe(page, '[data-testid=saved-endpoints]')
  await page.getByTestId('saved-remove').click()
  await expect(rows).toHaveCount(0)
  await page.getByTestId('endpoint-undo').click()
  await page.reload()
  await expect(rows).toContainText('Renamed')
  await page.getByTestId('saved-try').click()
  await expect(page.getByTestId('endpoint-url')).toHaveValue('http://localhost:9999/v1')
})

test('what does not answer is told apart: CORS, nobody there, no URL', async ({ page, guard }) => {
  const closed = await start(tgi, { cors: false })
  const gone = await startInferenceServer(tgi)
  await gone.close()
  guard.allowOrigin(closed.url)
  guard.allowOrigin(gone.url)
  guard.allowError(/CORS policy|net::ERR/)
  await check(page, closed.url)
  await expect(page.getByTestId('check-advice')).toContainText('--cors-allow-origin')
  await expect(page.getByTestId('probe-info')).toContainText('web pages may not read it')
  await check(page, gone.url)
  await expect(page.getByTestId('check-advice')).toContainText('the server down')
  await page.getByTestId('check-url').fill('not a url')
  await expect(page.getByRole('alert')).toContainText('not a URL')
})

test('an address that the page’s policy forbids is told apart', async ({ page, guard }) => {
  guard.allowError(/Content Security Policy|violates the following|net::ERR/i)
  await check(page, 'http://192.0.2.1:8080')
  await expect(page.getByTestId('check-advice')).toContainText('Plain http is allowed for this')
})
