import type { Page } from '@playwright/test'
import { startEndpoint } from './support/endpoint'
import { expect, expectState, openTask, test } from './support/test'

/** Links that open a page as it was, and ask before anything that could harm. */

async function linkOf(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  // The words of an earlier copy may still stand there: what the clipboard holds tells.
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.getByTestId('copy-link').click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('s=')
  await expect(page.getByText('Link copied')).toBeVisible()
  return copied()
}

test('a link opens the page as it was, sends nothing, and what was there can be had back', async ({
  page,
  context,
}) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill(`It's "fine" 你好 😀`)
  await page.getByTestId('param-top_k').fill('2')
  const link = await linkOf(page)

  const other = await context.newPage()
  const posts: string[] = []
  other.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await openTask(other, 'text-classification')
  await other.getByTestId('input-inputs').fill('work in progress')
  await other.goto(link)
  await expect(other.getByTestId('input-inputs')).toHaveValue(`It's "fine" 你好 😀`)
  await expect(other.getByTestId('param-top_k')).toHaveValue('2')
  await expectState(other, 'idle')
  expect(posts).toEqual([])
  await other.getByTestId('undo').click()
  await expect(other.getByTestId('input-inputs')).toHaveValue('work in progress')
})

test('what is changed after a link was opened survives a reload', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill('from the link')
  const link = await linkOf(page)
  await page.goto('/#/')
  await page.goto(link)
  await expect(page.getByTestId('input-inputs')).toHaveValue('from the link')
  await expect(page).not.toHaveURL(/s=/)
  await page.getByTestId('input-inputs').fill('my own change')
  await page.waitForTimeout(700)
  await page.reload()
  await expect(page.getByTestId('input-inputs')).toHaveValue('my own change')
})

test('an endpoint in a link is asked for, and gets no token', async ({ page, context, guard }) => {
  const endpoint = await startEndpoint(() => ({ body: '[[{"label":"JOY","score":0.75}]]' }))
  guard.allowOrigin(endpoint.url)
  await openTask(page, 'text-classification')
  await page
    .getByTestId('connection')
    .getByRole('radio', { name: 'Endpoint' })
    .check({ force: true })
  await page.getByTestId('endpoint-url').fill(endpoint.url)
  await page.getByTestId('endpoint-auth').selectOption('own')
  await page.getByTestId('endpoint-token').fill('own-secret')
  await page.getByTestId('endpoint-token').press('Enter')
  const link = await linkOf(page)
  expect(link).not.toContain('secret')

  const other = await context.newPage()
  await other.goto('/#/')
  await other.evaluate(() => localStorage.removeItem('taskscope.connection'))
  await other.reload()
  await other.goto(link)
  await expect(other.getByTestId('link-notice')).toContainText(endpoint.url)
  await expect(other.getByRole('radio', { name: 'Sandbox' })).toBeChecked()
  await other.getByTestId('link-accept').click()
  await other.getByTestId('run').click()
  await expectState(other, 'done')
  expect(endpoint.received[0]?.headers.authorization).toBeUndefined()
  await endpoint.close()
})

test("a sample comes along, a file of one's own is asked for", async ({ page }) => {
  await openTask(page, 'object-detection')
  await expect(page.getByText('street.png').first()).toBeVisible()
  const withSample = await linkOf(page)
  await page.getByTestId('input-image').setInputFiles({
    name: 'mine.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  })
  await expect(page.getByText('mine.png').first()).toBeVisible()
  const withOwn = await linkOf(page)
  await page.goto(withSample)
  await expect(page).not.toHaveURL(/s=/)
  await expect(page.getByText('street.png').first()).toBeVisible()
  await page.goto(withOwn)
  await expect(page.getByTestId('link-notice')).toContainText('mine.png')
})

test('a damaged link says so and changes nothing', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill('my words')
  await page.goto('/#/tasks/text-classification?s=nonsense')
  await expect(page.getByTestId('link-notice')).toContainText('damaged')
  await expect(page.getByTestId('input-inputs')).toHaveValue('my words')
})

test('what is too long for a link says so', async ({ page }) => {
  await openTask(page, 'summarization')
  let noise = ''
  for (let i = 1; noise.length < 40_000; i++) noise += Math.sin(i).toString(36).slice(2)
  await page.getByTestId('input-inputs').fill(noise)
  await page.getByTestId('copy-link').click()
  await expect(page.getByText(/too (much|long)/)).toBeVisible()
})

test('a link carries no secret that was typed, and sends no token by itself', async ({ page }) => {
  await openTask(page, 'custom')
  for (const [name, value] of [
    ['Authorization', 'Bearer hush-hush-1'],
    ['X-Api-Key', 'hush-hush-2'],
    ['X-Mode', 'fast'],
  ] as const) {
    await page.getByTestId('add-header').click()
    await page.getByLabel('Header name').last().fill(name)
    await page.getByRole('textbox', { name: 'Value' }).last().fill(value)
  }
  await page.getByTestId('input-data').fill('{"inputs": "hf_abcdefghijklmnopqrstuv"}')
  const link = await linkOf(page)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' || request.headers().authorization) sent.push(request.url())
  })
  await page.getByTestId('input-data').fill('{}')
  await page.goto(link)
  await expect(page.getByTestId('input-data')).toHaveValue('{"inputs": "hf_…"}')
  await expect(page.getByLabel('Header name')).toHaveCount(1)
  await expect(page.getByLabel('Header name')).toHaveValue('X-Mode')
  await expectState(page, 'idle')
  expect(sent).toEqual([])
})

test('a file that came by an address is named with it, and not loaded by itself', async ({
  page,
  guard,
}) => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const endpoint = await startEndpoint(() => ({ type: 'image/png', body: picture }))
  guard.allowOrigin(endpoint.url)
  await openTask(page, 'image-classification')
  await page.getByRole('button', { name: 'From a URL' }).first().click()
  await page.getByRole('textbox', { name: 'URL' }).fill(`${endpoint.url}/cat.png`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('cat.png').first()).toBeVisible()
  const link = await linkOf(page)
  const loads = endpoint.received.length
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.goto(link)
  await expect(page.getByTestId('link-notice')).toContainText(`${endpoint.url}/cat.png`)
  expect(endpoint.received.length).toBe(loads)
  await endpoint.close()
})
