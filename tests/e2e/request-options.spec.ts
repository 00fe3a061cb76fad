import { startEndpoint } from './support/endpoint'
import { axe, expect, expectState, openTask, test } from './support/test'

/** How a request is to be served: headers that the person chose, on the wire, in the code and in links. */

test('wait for the model sends the header, and no countdown is needed', async ({ page }) => {
  await openTask(page, 'fill-mask')
  await page.getByTestId('model').fill('sandbox/loading')
  await page.getByTestId('request-options').click()
  await page.getByTestId('option-wait-for-model').check()
  await axe(page, '.parameters')
  await expect(page.getByTestId('snippet-curl')).toContainText("'x-wait-for-model: true'")
  const sent = page.waitForRequest(/\/sandbox\/models\//)
  await page.getByTestId('run').click()
  expect((await sent).headers()['x-wait-for-model']).toBe('true')
  await expectState(page, 'waiting')
  await expect(page.getByTestId('retry')).toHaveCount(0)
  await expectState(page, 'done')
  await expect(page.getByTestId('raw-response')).not.toContainText('503')
})

test('the cache of a service is asked for, or left alone', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('model').fill('sandbox/slow')
  await page.getByTestId('input-inputs').fill(`The same again ${Date.now()}`)
  const run = async () => {
    const reply = page.waitForResponse(/\/sandbox\/models\//)
    await page.getByTestId('run').click()
    const { 'x-compute-type': type } = await (await reply).allHeaders()
    await expectState(page, 'done')
    return type
  }
  expect(await run()).toBeUndefined()
  expect(await run()).toBe('cache')
  await page.getByTestId('request-options').click()
  await page.getByTestId('option-fresh-answer').check()
  expect(await run()).toBeUndefined()
  await expect(page.getByTestId('raw-request')).toContainText('x-use-cache: false')
})

test('options are kept over a reload, and third-party providers get none', async ({ page }) => {
  await page.route('https://huggingface.co/**', (route) => route.fulfill({ json: [] }))
  await openTask(page, 'text-classification')
  await page.getByTestId('request-options').click()
  await page.getByTestId('option-wait-for-model').check()
  await expect(page.getByTestId('request-options')).toContainText('1 set')
  await page.reload()
  await expect(page.getByTestId('request-options')).toContainText('1 set')
  await page
    .getByTestId('connection')
    .getByRole('radio', { name: 'Hugging Face' })
    .check({ force: true })
  await page.getByTestId('provider').selectOption('auto')
  await expect(page.getByTestId('request-options')).toHaveCount(0)
  await page.getByTestId('provider').selectOption('hf-inference')
  await expect(page.getByTestId('request-options')).toContainText('1 set')
})

test('an endpoint gets the headers, and a pasted command brings them back', async ({
  page,
  guard,
}) => {
  const endpoint = await startEndpoint(() => ({ body: '[[{"label":"JOY","score":0.75}]]' }))
  guard.allowOrigin(endpoint.url)
  await page.goto('/#/paste')
  await page
    .getByTestId('paste-command')
    .fill(
      `curl ${endpoint.url} -H 'Content-Type: application/json' -H 'X-Wait-For-Model: true' -d '{"inputs": "I like you"}'`,
    )
  await page.getByTestId('paste-task').selectOption('text-classification')
  await page.getByTestId('paste-open').click()
  await expect(page.getByTestId('request-options')).toContainText('1 set')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  expect(endpoint.received[0]?.headers['x-wait-for-model']).toBe('true')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('connection').getByRole('radio', { name: 'Sandbox' })).toBeChecked()
  await expect(page.getByTestId('request-options')).not.toContainText('set')
  await endpoint.close()
})
