import { startEndpoint } from './support/endpoint'
import { expect, expectState, openTask, test } from './support/test'

const id = 'text-ranking'

test('orders the texts, and says how far each has moved', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('input-query').fill('museums of Rome')
  await page
    .getByTestId('input-sentences')
    .fill('Rain falls.\nRome has cats.\nRome has the finest museums.')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const ranked = page.getByTestId('ranked')
  await expect(ranked.nth(0)).toContainText('Rome has the finest museums.')
  await expect(ranked.nth(0)).toContainText('▲2')
  await expect(ranked.nth(0)).toContainText('up 2, from 3')
  await expect(ranked.nth(1)).toContainText('same place')
  await expect(ranked.nth(2)).toContainText('down 2, from 1')
})

test('sends pairs, or the body of TEI by choice', async ({ page }) => {
  await openTask(page, id)
  await expect(page.getByTestId('snippet-curl')).toContainText('[["How many people')
  await page.getByRole('radio', { name: 'TEI /rerank' }).check()
  await expect(page.getByTestId('snippet-curl')).toContainText('"query":"How many people')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('ranked')).toHaveCount(6)
})

test('speaks to /rerank of an endpoint as its URL says', async ({ page, guard }) => {
  const endpoint = await startEndpoint(() => ({
    body: JSON.stringify([
      { index: 1, score: 2.2 },
      { index: 0, score: -6.26 },
    ]),
  }))
  guard.allowOrigin(endpoint.url)
  try {
    await openTask(page, id)
    await page.getByRole('radio', { name: 'Endpoint' }).check({ force: true })
    await page.getByTestId('endpoint-url').fill(`${endpoint.url}/rerank`)
    await page.getByTestId('input-query').fill('q')
    await page.getByTestId('input-sentences').fill('a\nb')
    await page.getByTestId('param-raw_scores').selectOption('true')
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    const { path, body } = endpoint.received.at(-1) ?? {}
    expect(path).toBe('/rerank')
    expect(JSON.parse(body?.toString() ?? '')).toEqual({
      query: 'q',
      texts: ['a', 'b'],
      raw_scores: true,
    })
    await expect(page.getByTestId('ranked').nth(0)).toContainText('2.2000')
    await expect(page.getByTestId('ranked').nth(1)).toContainText('−6.2600')
    await expect(page.getByTestId('result')).toContainText('both sides of zero')
  } finally {
    await endpoint.close()
  }
})
