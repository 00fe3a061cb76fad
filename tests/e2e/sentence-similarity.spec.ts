import { expect, expectState, openTask, test } from './support/test'

const id = 'sentence-similarity'

test('ranks the sentences, and shows them as they were entered', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const ranked = page.getByTestId('ranked')
  await expect(ranked).toHaveCount(3)
  await expect(ranked.first()).toContainText('That is a very happy person')
  await expect(ranked.first()).toContainText('number 2 of the input')
  await expect(ranked.first()).toContainText(/0\.\d{4}/)
  await page.getByRole('radio', { name: 'As entered' }).check()
  await expect(ranked.first()).toContainText('That is a happy dog')
})

test('sentences are added, removed and pasted one by one', async ({ page }) => {
  await openTask(page, id)
  const all = page.getByTestId('input-sentences')
  await page.getByRole('button', { name: 'One by one' }).click()
  await page.getByRole('button', { name: 'Remove line 3' }).click()
  await expect(all).toHaveValue('That is a happy dog\nThat is a very happy person')

  await page.getByRole('button', { name: 'Add a line' }).click()
  await expect(page.getByLabel('Sentences 3')).toBeFocused()
  await page.keyboard.type('A sad cat')
  await page.keyboard.press('Enter')
  await page.getByLabel('Sentences 4').evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'one\n two \n\nthree')
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(all).toHaveValue(
    'That is a happy dog\nThat is a very happy person\nA sad cat\none\ntwo\nthree',
  )
  await expect(page.getByTestId('snippet-curl')).toContainText('"A sad cat","one","two","three"]')

  await all.fill('only this')
  await expect(page.getByLabel('Sentences 1')).toHaveValue('only this')
  await expect(page.getByLabel('Sentences 2')).toHaveCount(0)
})

test('says what is missing', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('input-sentences').fill(' \n')
  await page.getByTestId('run').click()
  await expect(page.locator('#problem-sentences')).toContainText('at least one sentence')
  await expectState(page, 'idle')
})
