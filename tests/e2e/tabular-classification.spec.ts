import { readFileSync } from 'node:fs'
import { axe, expect, expectState, openTask, test } from './support/test'
import { startEndpoint } from './support/endpoint'

/** Classes for rows: as a column, by colour, as CSV; and what is said when they do not fit the rows. */

test('fills in the classes that are missing, and hides the rows of one', async ({ page }) => {
  await openTask(page, 'tabular-classification')
  await page
    .getByTestId('table-paste')
    .fill('size,kind\n1,mouse\n1.2,mouse\n9,cat\n9.5,cat\n9.2,\n')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const result = page.getByTestId('result')
  await expect(result.getByTestId('prediction')).toHaveText(['mouse', 'mouse', 'cat', 'cat', 'cat'])
  const cats = result.getByRole('button', { name: /cat/ })
  await expect(cats).toContainText('3')
  await cats.click()
  await expect(result.getByTestId('prediction')).toHaveText(['mouse', 'mouse'])
  await expect(result.getByRole('rowheader')).toHaveText(['1', '2'])
  await axe(page)
})

test('gives the table with its predictions as CSV', async ({ page }) => {
  await openTask(page, 'tabular-classification')
  await page.getByTestId('table-paste').fill('prediction,note\n1,"a, b"\n1.1,\n3,c\n')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const download = page.waitForEvent('download')
  await page.getByTestId('predictions-csv').click()
  const file = await (await download).path()
  expect(readFileSync(file, 'utf8')).toBe(
    'prediction,note,prediction 2\n1,"a, b","a, b"\n1.1,,"a, b"\n3,c,c\n',
  )
})

test('says that the predictions are fewer or more than the rows, and hides none', async ({
  page,
  guard,
}) => {
  const replies = ['[5]', '[5,"good",7,8]']
  const endpoint = await startEndpoint(() => ({ body: replies.shift() ?? '[]' }))
  guard.allowOrigin(endpoint.url)
  try {
    await openTask(page, 'tabular-classification')
    await page.getByTestId('table-paste').fill('a,b\n1,2\n3,4\n')
    await page.getByTestId('connection').getByText('Endpoint').click()
    await page.getByTestId('endpoint-url').fill(endpoint.url)
    await page.getByTestId('run').click()
    await expect(page.getByTestId('mismatch')).toContainText('1 predictions for 2 rows')
    await expect(page.getByTestId('result').getByText('no prediction')).toHaveCount(1)
    await page.getByTestId('run').click()
    await expect(page.getByTestId('mismatch')).toContainText('4 predictions for 2 rows')
    await expect(page.getByTestId('prediction')).toHaveText(['5', 'good'])
    await expect(page.getByTestId('beyond')).toHaveText(['7', '8'])
    expect(JSON.parse(endpoint.received[0]?.body.toString() ?? '')).toEqual({
      inputs: { data: { a: ['1', '3'], b: ['2', '4'] } },
    })
  } finally {
    await endpoint.close()
  }
})

test('leads to a fault in a long table and mends it', async ({ page }) => {
  await openTask(page, 'tabular-classification')
  const rows = Array.from({ length: 1000 }, (_, row) => (row === 733 ? 'x' : `${row},${row % 7},`))
  await page.getByTestId('table-import').setInputFiles({
    name: 'rows.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['a,b,', ...rows].join('\n')),
  })
  const table = page.getByTestId('input-data')
  await expect(table).toContainText('1,000 rows')
  await expect(table.getByRole('alert')).toContainText('Row 734: the number of cells is 1')
  await expect(table.getByRole('alert')).toContainText('Column 3 has no name')
  await table.getByRole('button', { name: 'Remove empty columns (1)' }).click()
  await table.getByRole('button', { name: 'Show' }).click()
  await expect(page.locator('[data-cell="733,1"]')).toBeInViewport()
  await table.getByRole('button', { name: 'Fill up short rows (1)' }).click()
  await expect(table.getByRole('alert')).toHaveCount(0)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const result = page.getByTestId('result')
  expect(await result.getByTestId('prediction').count()).toBeLessThan(60)
  await table.getByRole('button', { name: 'Undo' }).click()
  await expect(table.getByRole('alert')).toContainText('Row 734: the number of cells is 1')
})
