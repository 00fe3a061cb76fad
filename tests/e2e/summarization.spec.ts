import { expect, expectState, openTask, test } from './support/test'

test('shows what the summary took, and how much shorter it is', async ({ page }) => {
  await openTask(page, 'summarization')
  await page
    .getByTestId('input-inputs')
    .fill('The red fox hunts the mice. It rained. A fox sleeps by day.')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const summary = page.getByTestId('summary-text')
  await expect(summary).toContainText('fox')
  const marked = page.getByTestId('taken-sentence')
  await expect(marked).toHaveCount(1)
  await expect(summary).toHaveText((await marked.textContent()) ?? '')
  await expect(page.getByTestId('taken')).toContainText('1 of 3')
  await expect(page.getByTestId('length')).toContainText(/\d+% shorter · 13 → \d+ words/)
})

test('points from a sentence to its source and back', async ({ page }) => {
  await openTask(page, 'summarization')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const first = page.getByTestId('summary-text').getByRole('button').first()
  const mark = page.getByTestId('taken-sentence').first()
  await first.focus()
  await expect(mark).toHaveClass(/active/)
  await first.blur()
  await expect(mark).not.toHaveClass(/active/)
  await mark.hover()
  await expect(first).toHaveClass(/active/)
})

test('shows every summary of a list', async ({ page }) => {
  await openTask(page, 'summarization')
  await page.getByRole('button', { name: 'Two summaries of one text' }).click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const summaries = page.getByTestId('summary-text')
  await expect(summaries).toHaveCount(2)
  const [one, two] = await summaries.allTextContents()
  expect(one).not.toBe(two)
})

test('takes a megabyte', async ({ page }) => {
  await openTask(page, 'summarization')
  const line = 'The old tower stands in the middle of the town, and everybody knows it. '
  await page.getByTestId('input-inputs').fill(line.repeat(13_500))
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('summary-text')).toContainText('old tower')
  const started = Date.now()
  await page.getByTestId('input-inputs').press('End')
  await page.getByTestId('input-inputs').pressSequentially('ok')
  expect(Date.now() - started).toBeLessThan(5_000)
})
