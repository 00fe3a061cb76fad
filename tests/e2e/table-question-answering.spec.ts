import { axe, expect, expectState, openTask, test } from './support/test'

/** Questions about a table: what is computed, and several of them in a row. */

test('computes what the aggregator says from the cells', async ({ page }) => {
  await openTask(page, 'table-question-answering')
  await page.getByTestId('input-query').fill('What is the total number of stars?')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('answer')).toHaveText('SUM > 36542, 4512, 3934')
  await expect(page.getByTestId('result')).toContainText('the sum of the cells: 44,988')
  await expect(page.getByTestId('lit-cell')).toContainText(['36542', '4512', '3934'])
})

test('keeps the questions asked, shows an answer again and asks again', async ({ page }) => {
  await openTask(page, 'table-question-answering')
  await page.getByTestId('run').click()
  await expect(page.getByTestId('asked')).toHaveCount(1)
  await page.getByTestId('input-query').fill('What is the average number of contributors?')
  await page.getByTestId('run').click()
  await expect(page.getByTestId('asked')).toHaveCount(2)
  await expect(page.getByTestId('computed')).toHaveText('254')
  const first = page.getByTestId('asked').last()
  await first.getByRole('button', { pressed: false }).first().click()
  await expect(page.getByTestId('answered-question')).toContainText('How many stars')
  await expect(page.getByTestId('lit-cell')).toContainText(['36542'])
  await page.getByTestId('table-paste').fill('Repository,Stars\nTransformers,7\nDatasets,9\n')
  await expect(first).toContainText('of another table')
  await first.getByTestId('ask-again').click()
  await expect(page.getByTestId('asked')).toHaveCount(3)
  await expect(page.getByTestId('answer')).toHaveText('7')
  await axe(page)
})

test('brings the lit cell of a long table into view', async ({ page }) => {
  await openTask(page, 'table-question-answering')
  const rows = Array.from(
    { length: 1000 },
    (_, row) => `${row === 900 ? 'Oslo' : `t${row}`},${row * 3},${row * 5}`,
  )
  await page.getByTestId('table-paste').fill(['city,people,cars', ...rows].join('\n'))
  await page.getByTestId('input-query').fill('How many cars does Oslo have?')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('lit-cell')).toContainText(['4500'])
  await expect(page.getByTestId('lit-cell')).toBeInViewport()
})
