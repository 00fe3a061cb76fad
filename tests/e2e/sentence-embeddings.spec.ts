import { expect, expectState, openTask, test } from './support/test'
import { startEndpoint } from './support/endpoint'

const id = 'sentence-embeddings'

test('opens with sentences of three subjects, which come out near each other', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('vectors')).toHaveText('6')
  await expect(page.getByTestId('result')).toContainText('Most alike: 5 and 6')
  await expect(page.getByTestId('result')).toContainText('of the variance')
})

test('reads what an endpoint answers, and leaves out what one vector has not', async ({
  page,
  guard,
}) => {
  const endpoint = await startEndpoint(() => ({
    body: JSON.stringify({ embeddings: [0.6, -0.8, 0] }),
  }))
  guard.allowOrigin(endpoint.url)
  try {
    await openTask(page, id)
    await page.getByRole('radio', { name: 'Endpoint' }).check({ force: true })
    await page.getByTestId('endpoint-url').fill(endpoint.url)
    await page.getByTestId('examples').getByRole('button', { name: 'One sentence' }).click()
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    await expect(page.getByTestId('dimensions')).toHaveText('3')
    await expect(page.getByTestId('embedding')).toContainText('0.6000, −0.8000, 0.0000')
    await expect(page.getByTestId('cosines')).toHaveCount(0)
    expect(JSON.parse(endpoint.received.at(-1)?.body.toString() ?? '')).toEqual({
      inputs: 'Today is a sunny day and I will get some ice cream.',
    })
  } finally {
    await endpoint.close()
  }
})
