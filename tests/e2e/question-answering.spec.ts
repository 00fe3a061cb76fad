import { expect, expectState, openTask, test } from './support/test'

const id = 'question-answering'

test('every answer is marked in the context, and pointing goes both ways', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('example-amazon').click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const answers = page.getByTestId('answer')
  const marks = page.getByTestId('result').locator('.run')
  await expect(answers).toHaveCount(3)
  await expect(marks).toHaveCount(3)
  await expect(answers.first()).toContainText('Amazonia')
  await expect(answers.first()).toContainText('48–56')
  await expect(answers.first()).toContainText('%')

  await answers.nth(1).hover()
  await expect(marks.filter({ hasText: 'Amazon Jungle' })).toHaveClass(/active/)
  await marks.filter({ hasText: 'Amazonia' }).hover()
  await expect(answers.first()).toHaveAttribute('aria-selected', 'true')
  await answers.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(answers.nth(1)).toBeFocused()
  await expect(marks.filter({ hasText: 'Amazon Jungle' })).toHaveClass(/active/)
})

test('says in words that there is no answer', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('example-impossible').click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('no-answer')).toContainText('does not answer')
  await expect(page.getByTestId('answer').first()).toContainText('No answer')
})

test('marks the right place behind signs that take two units', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('input-context').fill('🐈🐈🐈 My name is Zoë and I live in Rome.')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('result').locator('.run')).toHaveText(/^Zoë/)
})

test('stays fluid with a context of a megabyte', async ({ page }) => {
  await openTask(page, id)
  const filler = 'The weather was the same on every other day of that long year. '
  const context = `${filler.repeat(7_500)}My name is Clara. ${filler.repeat(7_500)}`
  await page.getByTestId('input-context').fill(context)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('answer').first()).toContainText('Clara')
  await expect(page.getByTestId('result').locator('.run').first()).toBeInViewport()
  const slowest = await page.evaluate(async () => {
    let longest = 0
    let last = performance.now()
    for (let frame = 0; frame < 20; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }
    return longest
  })
  expect(slowest).toBeLessThan(1000)
})
