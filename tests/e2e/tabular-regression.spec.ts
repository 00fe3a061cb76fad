import { axe, expect, expectState, openTask, test } from './support/test'

/** Numbers for rows: as a column and as a histogram. */

test('goes on along a line, and shows how the numbers spread', async ({ page }) => {
  await openTask(page, 'tabular-regression')
  await page.getByTestId('table-paste').fill('metres,price\n50,100\n60,120\n70,140\n80,160\n90,\n')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const predictions = await page.getByTestId('prediction').allInnerTexts()
  expect(Number(predictions[4])).toBeGreaterThan(175)
  expect(Number(predictions[4])).toBeLessThan(185)
  const bins = await page.getByTestId('bin').allInnerTexts()
  const counted = bins.map((words) => Number(/^\d+/.exec(words)?.[0]))
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(5)
  await axe(page)
})

test('has the words of the page in Chinese', async ({ page }) => {
  await openTask(page, 'tabular-regression', 'zh-CN')
  await page.getByRole('button', { name: '中文', exact: true }).click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const result = page.getByTestId('result')
  await expect(result.getByRole('columnheader', { name: '预测' })).toBeVisible()
  await expect(result).toContainText('中位数')
  await expect(result.getByTestId('prediction')).toHaveCount(9)
})

test('says what it can not predict', async ({ page, guard }) => {
  guard.allowError('status of 422')
  await openTask(page, 'tabular-regression')
  await page.getByTestId('table-paste').fill('name\nOslo\nRome\n')
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toContainText('no column of numbers')
})
