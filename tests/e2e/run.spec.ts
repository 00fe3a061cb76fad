import type { Page } from '@playwright/test'
import { expect, expectState, openTask, test } from './support/test'

/** What a run does on the page when the service is slow, cold, busy, broken or gone. */

async function useModel(page: Page, model: string): Promise<void> {
  await page.getByTestId('model').fill(model)
}

test('Ctrl+Enter runs and Escape stops before the first byte, and the server notices', async ({
  page,
}) => {
  await openTask(page, 'text-classification')
  await useModel(page, 'sandbox/slow')
  const sent = page.waitForRequest(/\/sandbox\/models\//)
  await page.getByTestId('input-inputs').press('Control+Enter')
  await expectState(page, 'waiting')
  const failed = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('/sandbox/models/'),
  )
  await sent
  await page.keyboard.press('Escape')
  await expectState(page, 'aborted')
  await failed
  await expect(page.getByTestId('result')).toContainText('Stopped before anything came back')
})

test('a stream that is stopped keeps what came, also over a reload', async ({ page }) => {
  await openTask(page, 'text-generation')
  await useModel(page, 'sandbox/slow')
  await page.getByTestId('run').click()
  await expectState(page, 'streaming')
  const text = page.getByTestId('generated-text')
  await expect(text).toHaveText(/\w+ \w+ \w+/)
  await page.getByTestId('stop').click()
  await expectState(page, 'aborted')
  const partial = (await text.textContent()) ?? ''
  expect(partial.trim().length).toBeGreaterThan(5)

  await page.goto('/#/history')
  await page.getByTestId('history-open').first().click()
  await expectState(page, 'aborted')
  await expect(page.getByTestId('generated-text')).toHaveText(partial)
})

test('a stream that was under way when the page was closed is in the history', async ({ page }) => {
  await openTask(page, 'text-generation')
  await useModel(page, 'sandbox/slow')
  await page.getByTestId('run').click()
  await expect(page.getByTestId('generated-text')).toHaveText(/\w+ \w+/)
  await expect
    .poll(async () =>
      page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
    )
    .toContain('taskscope')
  await page.waitForTimeout(600)
  await page.reload()
  await expect(page.getByTestId('run')).toBeVisible()
  await page.goto('/#/history')
  await page.getByTestId('history-open').first().click()
  await expectState(page, 'aborted')
  await expect(page.getByTestId('generated-text')).toHaveText(/\w+/)
})

test('a loading model is waited for with a countdown, then answers', async ({ page }) => {
  await openTask(page, 'text-classification')
  await useModel(page, 'sandbox/loading')
  await page.getByTestId('run').click()
  await expect(page.getByTestId('retry')).toContainText('The model is loading. Asking again in')
  await expectState(page, 'waiting')
  await expect(page.getByTestId('result')).toHaveAttribute('data-state', 'done', {
    timeout: 15_000,
  })
  await expect(page.getByTestId('raw-response')).toContainText('503 loading')
})

test('the wait for a loading model can be cancelled: nothing is asked again, nothing is lost', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()))
  await openTask(page, 'text-classification')
  await useModel(page, 'sandbox/loading')
  await page.getByTestId('run').click()
  await expect(page.getByTestId('retry')).toBeVisible()
  const before = asked.length
  await page.keyboard.press('Escape')
  await expectState(page, 'aborted')
  await expect(page.getByTestId('retry')).toBeHidden()
  await expect(page.getByTestId('input-inputs')).toHaveValue('I like you. I love you')
  // The next run is the next request: the one that was waited for never went out.
  await useModel(page, 'sandbox/text-classification')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  expect(asked).toHaveLength(before + 1)
})

test('a busy service says when to come back', async ({ page }) => {
  await openTask(page, 'text-classification')
  await useModel(page, 'sandbox/busy')
  await page.getByTestId('run').click()
  await expect(page.getByTestId('result')).toHaveAttribute('data-state', 'failed', {
    timeout: 15_000,
  })
  await expect(page.getByTestId('error')).toContainText('Too many requests')
  await expect(page.getByTestId('error')).toContainText('HTTP 429')
  await expect(page.getByTestId('error')).toContainText(/Try again after \d/)
  await expect(page.getByTestId('input-inputs')).toHaveValue('I like you. I love you')
})

test('a stream that is cut keeps what came and says so', async ({ page, guard }) => {
  guard.allowError(/ERR_INCOMPLETE_CHUNKED_ENCODING|net::ERR/)
  await openTask(page, 'text-generation')
  await useModel(page, 'sandbox/cut')
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toContainText('The connection ended early')
  await expect(page.getByTestId('generated-text')).toHaveText(/\w+/)
})

test('a malformed reply is shown raw, with what was expected', async ({ page }) => {
  await openTask(page, 'text-classification')
  await useModel(page, 'sandbox/broken')
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toContainText('The reply could not be read')
  await expect(page.getByTestId('error')).toContainText('Expected [{label, score}]')
  await expect(page.getByTestId('raw-response')).toContainText('200')
})

test('a text that is missing is said at its field, and only once Run was pressed', async ({
  page,
}) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill('')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByTestId('run').click()
  await expect(page.locator('#problem-inputs')).toBeVisible()
  await expectState(page, 'idle')
})

test('a parameter that is no number is refused where it stands, and kept', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('param-top_k').fill('many')
  await page.getByTestId('run').click()
  await expectState(page, 'idle')
  await expect(page.getByTestId('param-top_k')).toHaveValue('many')
  await page.getByTestId('param-top_k').fill('1')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('raw-request')).toContainText('"top_k": 1')
  await expect(page.getByTestId('result')).not.toContainText('NEGATIVE')
})

test('what was typed survives a reload, and each tab keeps its own', async ({ page, context }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill('kept by the first tab')
  const other = await context.newPage()
  await openTask(other, 'text-classification')
  await expect(other.getByTestId('input-inputs')).not.toHaveValue('')
  await other.getByTestId('input-inputs').fill('kept by the second tab')
  for (const tab of [page, other]) await tab.waitForTimeout(700)
  await page.reload()
  await expect(page.getByTestId('input-inputs')).toHaveValue('kept by the first tab')
  await other.reload()
  await expect(other.getByTestId('input-inputs')).toHaveValue('kept by the second tab')
})

test('an example can be taken back', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill('my own words')
  await page.getByTestId('example-chinese').click()
  await expect(page.getByTestId('input-inputs')).not.toHaveValue('my own words')
  await page.getByTestId('input-inputs').fill('words typed over the example')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('input-inputs')).toHaveValue('my own words')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('input-inputs')).toHaveValue('words typed over the example')
})

test('a key that is held down runs once', async ({ page }) => {
  await openTask(page, 'text-classification')
  await useModel(page, 'sandbox/slow')
  let sent = 0
  page.on('request', (request) => (sent += request.url().includes('/sandbox/models/') ? 1 : 0))
  await page.getByTestId('input-inputs').focus()
  await page.keyboard.down('Control')
  for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.up('Control')
  await expect.poll(() => sent).toBe(1)
  await page.keyboard.press('Escape')
  await expectState(page, 'aborted')
  expect(sent).toBe(1)
})

test('an example whose file can’t be loaded is said, and the page works on', async ({
  page,
  guard,
}) => {
  guard.allowError(/ERR_FAILED|LoadFailure|could not be loaded/)
  await page.route('**/samples/**', (route) => route.abort())
  await openTask(page, 'object-detection')
  await page.getByTestId('example-shapes').click()
  await expect(page.getByTestId('example-unloaded')).toBeVisible()
  await page.unroute('**/samples/**')
  await page.getByTestId('example-shapes').click()
  await expect(page.getByTestId('example-unloaded')).toHaveCount(0)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
})

test('of two examples the one chosen last stays', async ({ page }) => {
  await openTask(page, 'object-detection')
  await page.route('**/samples/**', async (route) => {
    await page.waitForTimeout(route.request().url().includes('shapes') ? 600 : 0)
    await route.continue()
  })
  await page.getByTestId('example-shapes').click()
  await page.getByTestId('example-fruit').click()
  await page.waitForTimeout(1200)
  await expect(page.locator('main')).toContainText(/fruit\.\w+/)
  await expect(page.locator('main')).not.toContainText(/shapes\.\w+/)
})

test('a sample that comes late comes to what was typed meanwhile', async ({ page }) => {
  await page.route('**/samples/*.png', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await openTask(page, 'zero-shot-image-classification')
  const field = page.getByTestId('input-candidate_labels')
  await field.fill('blue sky, fire')
  await field.press('Enter')
  await expect(page.getByText('street.png').first()).toBeVisible()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('result')).toContainText('blue sky')
})
