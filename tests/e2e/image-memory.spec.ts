import type { CDPSession, Page } from '@playwright/test'
import { startEndpoint } from './support/endpoint'
import { jpeg, png } from './support/pictures'
import { expect, expectState, openTask, test } from './support/test'

/** Fifty large pictures one after the other: what was made for one is given back when the next one comes. */

const COUNT = 50
const [WIDTH, HEIGHT] = [4000, 3000]
/** Bytes that the page's own data may have grown by after all pictures: lists of the history, and the like. */
const GROWTH = 4_000_000

/** Counts the object URLs that are alive, from the first script of the page on. */
async function countUrls(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const alive = new Set<string>()
    const [make, revoke] = [URL.createObjectURL.bind(URL), URL.revokeObjectURL.bind(URL)]
    URL.createObjectURL = (source) => {
      const url = make(source)
      alive.add(url)
      return url
    }
    URL.revokeObjectURL = (url) => {
      alive.delete(url)
      revoke(url)
    }
    Object.assign(window, { aliveUrls: () => alive.size })
  })
  return () => page.evaluate(() => (window as unknown as { aliveUrls: () => number }).aliveUrls())
}

/** Bytes of scripts' data that are in use once the garbage is collected. */
async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Infinity
}

function pictures(): (index: number) => { name: string; mimeType: string; buffer: Buffer } {
  const photo = jpeg(WIDTH, HEIGHT, (x, y) => [x * 255, y * 255, 120])
  return (index) => {
    if (index % 5 === 4) return { name: `${index}.jpg`, mimeType: 'image/jpeg', buffer: photo }
    const row = Buffer.alloc(WIDTH * 3)
    for (let at = 0; at < row.length; at++) row[at] = (at * (index + 1)) % 251
    const buffer = png(WIDTH, HEIGHT, 'rgb', row)
    return { name: `${index}.png`, mimeType: 'image/png', buffer }
  }
}

test('fifty pictures of 12 megapixels leave neither object URLs nor data behind', async ({
  page,
  guard,
}) => {
  test.slow()
  const boxes = Array.from({ length: 100 }, (_, at) => ({
    label: `thing ${at % 9}`,
    score: 0.5 + at / 300,
    box: { xmin: at * 30, ymin: at * 20, xmax: at * 30 + 400, ymax: at * 20 + 300 },
  }))
  const endpoint = await startEndpoint(() => ({ body: JSON.stringify(boxes) }))
  guard.allowOrigin(endpoint.url)
  try {
    const urls = await countUrls(page)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    await openTask(page, 'object-detection')
    await page.getByTestId('connection').getByText('Endpoint').click()
    await page.getByTestId('endpoint-url').fill(endpoint.url)
    const picture = pictures()
    const seen: { urls: number; heap: number }[] = []
    for (let index = 0; index < COUNT; index++) {
      const file = picture(index)
      await page.getByTestId('input-image').setInputFiles(file)
      await expect(page.locator('figcaption .name').first()).toHaveText(file.name)
      await expect(page.locator('figcaption').first()).toContainText('4000 × 3000')
      await page.getByTestId('run').click()
      await expect.poll(() => endpoint.received.length).toBe(index + 1)
      await expectState(page, 'done')
      await expect(page.getByTestId('image-stage')).toContainText('100 of 100 boxes')
      if (index === 9 || index === COUNT - 1) {
        seen.push({ urls: await urls(), heap: await heap(cdp) })
      }
    }
    const [early, late] = seen
    expect(late?.urls).toBe(early?.urls)
    expect(late?.urls).toBeLessThanOrEqual(3)
    expect((late?.heap ?? Infinity) - (early?.heap ?? 0)).toBeLessThan(GROWTH)

    await page.goto('/#/')
    await expect(page.getByTestId('image-stage')).toHaveCount(0)
    await expect.poll(urls).toBe(0)
  } finally {
    await endpoint.close()
  }
})
