import { expect, test } from './support/test'

/** Bytes of JavaScript, as served, that the first task page may load. The bench measures the rest: npm run bench. */
const MOST = 150_000

test('the first task page loads no more JavaScript than it may, all of it compressed', async ({
  page,
}) => {
  const sizes = new Map<string, number>()
  page.on('response', (response) => {
    const { 'content-type': type = '', 'content-encoding': encoding } = response.headers()
    if (!type.includes('javascript')) return
    expect.soft(encoding, response.url()).toBe('br')
    sizes.set(response.url(), Number(response.headers()['content-length']))
  })
  await page.goto('/#/tasks/text-classification')
  await expect(page.getByTestId('snippet-curl')).toContainText('curl')
  await page.waitForLoadState('networkidle')
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(0)
  expect(total, [...sizes].map(([url, size]) => `${size} ${url}`).join('\n')).toBeLessThanOrEqual(
    MOST,
  )
})
