import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { decode as decodeJpeg } from 'jpeg-js'
import { startEndpoint } from './support/endpoint'
import { jpeg, noisePng, png } from './support/pictures'
import { axe, expect, expectState, openTask, test } from './support/test'

/** A picture can be sent smaller than it is: by choice, or where it is too large for the page or for the service. */

const scale = (page: Page) => page.getByTestId('input-image-scale')
const caption = (page: Page) => page.locator('figcaption').first()

/** Red where the stored picture begins, then blue; green below. */
const flag = (x: number, y: number) =>
  y > 0.5 ? ([20, 160, 60] as const) : x < 0.5 ? ([200, 30, 30] as const) : ([30, 30, 200] as const)

async function give(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.getByTestId('input-image').setInputFiles({ name, mimeType, buffer })
}

async function useEndpoint(page: Page, url: string): Promise<void> {
  await page.getByTestId('connection').getByText('Endpoint').click()
  await page.getByTestId('endpoint-url').fill(url)
}

test('what is sent, shown, named and drawn on is the smaller picture', async ({ page, guard }) => {
  const endpoint = await startEndpoint(() => ({
    body: JSON.stringify([
      { label: 'flag', score: 0.9, box: { xmin: 10, ymin: 10, xmax: 500, ymax: 300 } },
    ]),
  }))
  guard.allowOrigin(endpoint.url)
  try {
    await openTask(page, 'object-detection')
    await give(page, 'photo.jpg', 'image/jpeg', jpeg(1800, 1200, flag))
    await expect(caption(page)).toContainText('1800 × 1200')
    await expect(scale(page)).toHaveValue('as-is')
    await scale(page).selectOption('1024')
    await expect(caption(page)).toContainText('photo-1024.jpg')
    await expect(caption(page)).toContainText('1024 × 683')
    await expect(page.getByText(/Made from photo\.jpg \(1800 × 1200 px/)).toContainText('90%')
    await expect(page.getByTestId('snippet-curl')).toContainText('photo-1024.jpg')
    await axe(page)

    await useEndpoint(page, endpoint.url)
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    const sent = endpoint.received.at(-1)
    expect(sent?.headers['content-type']).toBe('image/jpeg')
    expect(decodeJpeg(sent?.body ?? Buffer.alloc(0))).toMatchObject({ width: 1024, height: 683 })
    await expect(page.getByTestId('image-stage')).toContainText('1024 × 683 px')
    await expect(page.getByTestId('raw-request')).toContainText('photo-1024.jpg')

    const download = page.waitForEvent('download')
    await page.getByTestId('input-image-save').click()
    const file = await download
    expect(file.suggestedFilename()).toBe('photo-1024.jpg')
    expect(await readFile(await file.path())).toEqual(sent?.body)
  } finally {
    await endpoint.close()
  }
})

test('the original comes back without being chosen again, after a reload too', async ({ page }) => {
  await openTask(page, 'image-classification')
  await give(page, 'photo.jpg', 'image/jpeg', jpeg(1300, 900, flag))
  await scale(page).selectOption('640')
  await expect(caption(page)).toContainText('photo-640.jpg')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await page.reload()
  await expect(caption(page)).toContainText('photo-640.jpg')
  await expect(scale(page)).toHaveValue('640')
  await scale(page).selectOption('as-is')
  await expect(caption(page)).toContainText('1300 × 900')
  await expect(caption(page)).toContainText('photo.jpg')

  // The history holds what was sent, and not what it was made of.
  await page.goto('/#/history')
  await page.getByTestId('history-row').first().getByRole('link').first().click()
  await expect(caption(page)).toContainText('photo-640.jpg')
  await expect(scale(page).locator('option')).toHaveText([/Longer side 1024/, /Longer side 640/])
})

test('a turned photograph is upright when it is made smaller', async ({ page }) => {
  await openTask(page, 'object-detection')
  // Orientation 6: what is stored first, at the top left, is shown at the top right.
  await give(page, 'turned.jpg', 'image/jpeg', jpeg(1200, 800, flag, 6))
  await expect(caption(page)).toContainText('800 × 1200')
  await scale(page).selectOption('640')
  await expect(caption(page)).toContainText('427 × 640')
  const download = page.waitForEvent('download')
  await page.getByTestId('input-image-save').click()
  const { width, height, data } = decodeJpeg(await readFile(await (await download).path()))
  expect([width, height]).toEqual([427, 640])
  const at = (x: number, y: number) => {
    const place = (Math.floor(y * height) * width + Math.floor(x * width)) * 4
    return ['red', 'green', 'blue'][
      data.subarray(place, place + 3).indexOf(Math.max(...data.subarray(place, place + 3)))
    ]
  }
  expect([at(0.75, 0.25), at(0.75, 0.75), at(0.25, 0.5)]).toEqual(['red', 'blue', 'green'])
})

test('a picture beyond the bounds is offered smaller', async ({ page }) => {
  await openTask(page, 'image-to-text')
  const refusal = page.getByTestId('input-image-problem')
  await give(page, 'wide.png', 'image/png', png(9000, 6000, 'bits', Buffer.alloc(1125, 0xf0)))
  await expect(refusal).toContainText('54 megapixels')
  await axe(page)
  await page.getByTestId('scale-to-2048').click()
  await expect(caption(page)).toContainText('wide-2048.png')
  await expect(caption(page)).toContainText('2048 × 1365')
  await expect(refusal).toHaveCount(0)
  await scale(page).selectOption('640')
  await expect(caption(page)).toContainText('640 × 427')

  await give(page, 'heavy.png', 'image/png', noisePng(3000, 2400))
  await expect(refusal).toContainText('22 MB')
  await page.getByTestId('scale-to-640').click()
  await expect(caption(page)).toContainText('heavy-640.png')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
})

test('a picture that the service refuses is offered smaller, and sent again', async ({
  page,
  guard,
}) => {
  const endpoint = await startEndpoint(({ body }) =>
    body.length > 20_000
      ? { status: 413, body: JSON.stringify({ error: 'Payload too large' }) }
      : { body: JSON.stringify([{ label: 'flag', score: 0.7 }]) },
  )
  guard.allowOrigin(endpoint.url)
  try {
    await openTask(page, 'image-classification')
    await useEndpoint(page, endpoint.url)
    await give(page, 'photo.jpg', 'image/jpeg', jpeg(1800, 1200, flag))
    await page.getByTestId('run').click()
    await expectState(page, 'failed')
    await expect(page.getByRole('group', { name: /too large/ })).toBeVisible()
    await page.getByTestId('scale-to-640').click()
    await expectState(page, 'done')
    await expect(caption(page)).toContainText('photo-640.jpg')
  } finally {
    await endpoint.close()
  }
})

test('a document keeps its words when it is made smaller, and a link says the size', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTask(page, 'document-question-answering')
  await expect(caption(page)).toContainText('invoice.png')
  await scale(page).selectOption('640')
  await expect(caption(page)).toContainText('512 × 640')
  await expect(page.getByTestId('words-removed')).toHaveCount(0)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('answer-box').first()).toBeVisible()

  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.getByTestId('copy-link').click()
  await expect.poll(copied).toContain('s=')
  const link = await copied()
  const other = await context.newPage()
  await other.goto(link)
  await expect(caption(other)).toContainText('invoice-640.png')
  await expect(scale(other)).toHaveValue('640')
})
