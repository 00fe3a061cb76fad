import { expect, expectState, openTask, test } from './support/test'

const scores = '[data-testid="result"] [data-testid="score"]'

test('labels a picture beside it, and sends its bytes as they are', async ({ page }) => {
  await openTask(page, 'image-classification')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByTestId('run').click()
  expect((await sent).headers()['content-type']).toBe('image/png')
  await expectState(page, 'done')
  await expect(page.locator(scores)).toHaveCount(5)
  await expect(page.locator(scores).first()).toContainText(/%/)
  const picture = await page.getByTestId('result').getByRole('img').boundingBox()
  const first = await page.locator(scores).first().boundingBox()
  expect(first?.x ?? 0).toBeGreaterThan((picture?.x ?? 0) + (picture?.width ?? 0))
})

test('sends base64 with parameters, which change the answer', async ({ page }) => {
  await openTask(page, 'image-classification')
  await page.getByTestId('param-top_k').fill('2')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByTestId('run').click()
  const body = (await sent).postDataJSON() as { inputs: string; parameters: object }
  expect(body.parameters).toEqual({ top_k: 2 })
  expect(body.inputs).toMatch(/^iVBORw0KGgo/)
  await expectState(page, 'done')
  await expect(page.locator(scores)).toHaveCount(2)
})
