import { expect, expectState, openTask, test } from './support/test'

test('follows the instruction of the text', async ({ page }) => {
  await openTask(page, 'text2text-generation')
  for (const [text, answer] of [
    ['one plus two equals', 'three'],
    ['uppercase: quiet', 'QUIET'],
  ] as const) {
    await page.getByTestId('input-inputs').fill(text)
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    await expect(page.getByTestId('generated-text')).toHaveText(answer)
  }
})

test('streams, and hands its text back as the next input', async ({ page }) => {
  await openTask(page, 'text2text-generation')
  await page.getByRole('button', { name: 'Repeat, streamed' }).click()
  await expect(page.getByTestId('snippet-curl')).toContainText('"stream":true')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('generated-text')).toHaveText('one two three four')
  await page.getByRole('button', { name: 'Use as input' }).click()
  await expect(page.getByTestId('input-inputs')).toHaveValue('one two three four')
})
