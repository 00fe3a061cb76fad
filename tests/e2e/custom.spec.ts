import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { axe, expect, expectState, openTask, test } from './support/test'
import { startEndpoint, type Answer } from './support/endpoint'

/** Any request, any reply, and requests kept under names. */

const picture = readFileSync(
  fileURLToPath(new URL('../../public/samples/shapes.png', import.meta.url)),
)
const replies: Readonly<Record<string, Answer>> = {
  '/json': { body: '{"a": {"b": 1}}' },
  '/html': { type: 'text/html', body: '<script>window.hacked = 1</script>' },
  '/picture': { type: 'image/png', body: picture },
  '/nameless': { type: 'application/octet-stream', body: picture },
  '/events': {
    type: 'text/event-stream',
    body: 'event: token\ndata: {"x": 1}\n\ndata: [DONE]\n\n',
  },
}

test('shows a reply as what it is', async ({ page, guard }) => {
  const endpoint = await startEndpoint(({ path }) => replies[path] ?? { status: 404, body: '{}' })
  guard.allowOrigin(endpoint.url)
  try {
    await openTask(page, 'custom')
    await page.getByTestId('connection').getByText('Endpoint').click()
    await page.getByTestId('endpoint-url').fill(endpoint.url)
    const result = page.getByTestId('result')
    const run = async (path: string) => {
      await page.getByTestId('input-path').fill(path)
      await page.getByTestId('run').click()
      await expectState(page, 'done')
    }
    await run('/json')
    await expect(result.getByRole('tree')).toContainText('b')
    await run('/html')
    await expect(result).toContainText('<script>window.hacked = 1</script>')
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    await run('/picture')
    await expect(result).toContainText('640 × 420')
    await run('/nameless')
    await expect(result).toContainText('640 × 420')
    await expect(result).toContainText('Its content is image/png')
    await run('/events')
    await expect(result.getByTestId('event')).toHaveCount(2)
    await expect(result.getByTestId('event').first()).toContainText('token')
    expect(endpoint.received.map(({ path }) => path)).toEqual(Object.keys(replies))
  } finally {
    await endpoint.close()
  }
})

test('keeps requests under names, without secrets', async ({ page }) => {
  await openTask(page, 'custom')
  await page.getByTestId('input-path').fill('/rerank')
  await page.getByTestId('input-data').fill('{"query": "x"}')
  for (const [name, value] of [
    ['X-Use-Cache', 'false'],
    ['X-Api-Secret', 'hush-hush'],
  ] as const) {
    await page.getByTestId('add-header').click()
    await page.getByLabel('Header name').last().fill(name)
    await page.getByRole('textbox', { name: 'Value' }).last().fill(value)
  }
  await page.getByTestId('preset-save').click()
  await page.getByTestId('preset-name').fill('Rerank')
  await page.keyboard.press('Enter')
  await expect(page.getByText('without headers that may hold a secret')).toBeVisible()
  const stored = await page.evaluate(() => localStorage.getItem('taskscope.presets') ?? '')
  expect(stored).toContain('X-Use-Cache')
  expect(stored).not.toContain('hush-hush')
  await axe(page)

  await page.reload()
  await page.getByTestId('input-path').fill('/other')
  await page.getByTestId('presets').selectOption({ label: 'Rerank' })
  await expect(page.getByTestId('input-path')).toHaveValue('/rerank')
  await expect(page.getByLabel('Header name')).toHaveCount(1)
  await page.getByTestId('preset-rename').click()
  await page.getByTestId('preset-name').fill('Ranking')
  await page.keyboard.press('Enter')
  await page.getByTestId('preset-delete').click()
  await expect(page.getByTestId('presets').locator('option')).toHaveCount(1)
  await page.getByText('The preset was deleted.').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByTestId('presets').locator('option')).toHaveText([/./, 'Ranking'])
})
