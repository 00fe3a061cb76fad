import { expect, expectState, openTask, test } from './support/test'

test('puts the picture into words, other words for another picture', async ({ page }) => {
  await openTask(page, 'image-to-text')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const caption = page.getByTestId('generated-text')
  await expect(caption).toContainText('turquoise')
  await page.getByTestId('sample-shapes.png').click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(caption).toContainText('regions')
  await expect(caption).not.toContainText('turquoise')
})

test('the picture stays beside its words when another one is chosen', async ({ page }) => {
  await openTask(page, 'image-to-text')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const shown = page.getByTestId('result').locator('figure img')
  const before = await shown.getAttribute('src')
  await page.getByTestId('sample-street.png').click()
  await expect(page.getByText('street.png', { exact: true })).toBeVisible()
  expect(await shown.getAttribute('src')).toBe(before)
})

test('sends base64 once there is a parameter, bytes before', async ({ page }) => {
  await openTask(page, 'image-to-text')
  await expect(page.getByTestId('snippet-curl')).toContainText('--data-binary @fruit.png')
  await page.getByTestId('param-max_new_tokens').first().fill('4')
  await expect(page.getByTestId('snippet-curl')).toContainText('"max_new_tokens":4')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('generated-text')).toHaveText(/^\S+ \S+ \S+ ?\S*$/)
})
