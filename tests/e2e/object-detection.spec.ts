import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from '@playwright/test'
import { decode } from 'fast-png'
import { startEndpoint, type Endpoint } from './support/endpoint'
import { png } from './support/pictures'
import { axe, expect, expectState, openTask, test } from './support/test'

/** Boxes of a real endpoint's reply, on the picture and beside it. */

const [WIDTH, HEIGHT] = [1000, 800]
const box = (xmin: number, ymin: number, xmax: number, ymax: number) => ({ xmin, ymin, xmax, ymax })
const three = [
  { label: 'cat', score: 0.9, box: box(100, 100, 400, 400) },
  { label: 'dog', score: 0.6, box: box(500, 100, 900, 700) },
  { label: 'cat', score: null, box: box(120, 500, 300, 700) },
]

let endpoint: Endpoint
let reply: unknown = three

test.beforeEach(async ({ guard }) => {
  reply = three
  endpoint = await startEndpoint(() => ({ body: JSON.stringify(reply) }))
  guard.allowOrigin(endpoint.url)
})
test.afterEach(() => endpoint.close())

async function show(page: Page, value: unknown = three): Promise<void> {
  reply = value
  await openTask(page, 'object-detection')
  await page.getByTestId('connection').getByText('Endpoint').click()
  await page.getByTestId('endpoint-url').fill(endpoint.url)
  const buffer = png(WIDTH, HEIGHT, 'rgb', Buffer.alloc(WIDTH * 3, 200))
  await page
    .getByTestId('input-image')
    .setInputFiles({ name: 'pets.png', mimeType: 'image/png', buffer })
  await expect(page.locator('figcaption .name').first()).toHaveText('pets.png')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
}

const entries = (page: Page) => page.getByTestId('box')
const active = (page: Page) => page.locator('[data-testid="box"][aria-selected="true"]')
const frame = (page: Page) => page.getByRole('group', { name: /zoom/i }).first()
const onPicture = (page: Page, index: number) => page.locator(`svg [data-box="${index}"]`)

test('filters without a new request, and what has no score passes', async ({ page }) => {
  await show(page)
  await expect(entries(page)).toHaveCount(3)
  await expect(entries(page).last()).toContainText('—')
  await page.getByTestId('score-threshold').fill('0.7')
  await expect(entries(page)).toHaveCount(2)
  await page.getByRole('button', { name: /^cat/, pressed: true }).click()
  await expect(entries(page)).toHaveCount(0)
  await expect(page.getByTestId('image-stage')).toContainText('0 of 3 boxes')
  await axe(page)
  expect(endpoint.received).toHaveLength(1)
})

for (const [kind, value] of [
  ['a list', three],
  ['a list in a list', [three]],
  ['a list of none', []],
] as const) {
  test(`shows ${kind}`, async ({ page }) => {
    await show(page, value)
    const count = value.length === 0 ? 0 : 3
    await expect(page.locator('svg [data-box]')).toHaveCount(count)
    await expect(entries(page)).toHaveCount(count)
  })
}

test('picture and list point at each other, by pointer and by keyboard', async ({ page }) => {
  await show(page)
  await onPicture(page, 1).hover()
  await expect(active(page)).toContainText('dog')
  await entries(page).first().hover()
  await expect(onPicture(page, 0)).toHaveClass(/active/)
  // A pointer that rests on the list would point too, once the page scrolls below it.
  await page.mouse.move(1, 1)
  await onPicture(page, 0).focus()
  await page.keyboard.press('ArrowRight')
  await expect(active(page)).toContainText('dog')
  await page.keyboard.press('Enter')
  await expect(entries(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(onPicture(page, 2)).toHaveClass(/active/)
})

test('zooms and pans by keys, wheel and buttons', async ({ page }) => {
  await show(page)
  const scale = page.locator('.zoom .scale')
  const left = async () => (await onPicture(page, 0).boundingBox())?.x ?? 0
  await frame(page).focus()
  await page.keyboard.press('+')
  await expect(scale).toHaveText('140%')
  const before = await left()
  await page.keyboard.press('ArrowRight')
  await expect.poll(left).toBeLessThan(before)
  await page.keyboard.press('0')
  await expect(scale).toHaveText('100%')
  await frame(page).hover()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect(scale).not.toHaveText('100%')
  await page.getByRole('button', { name: /fit|whole/i }).click()
  await expect(scale).toHaveText('100%')
})

/** Two fingers that part from the middle of the frame. */
async function pinch(cdp: CDPSession, middle: { x: number; y: number }): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', reach: number) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [-reach, reach].map((by, id) => ({ x: middle.x + by, y: middle.y, id })),
    })
  await touch('touchStart', 20)
  for (const reach of [25, 35, 50, 70]) await touch('touchMove', reach)
  await touch('touchEnd', 0)
}

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('zooms by a pinch', async ({ page }) => {
    await show(page)
    await frame(page).scrollIntoViewIfNeeded()
    const place = await frame(page).boundingBox()
    if (!place) throw new Error('The picture has no place on the page')
    const cdp = await page.context().newCDPSession(page)
    await pinch(cdp, { x: place.x + place.width / 2, y: place.y + place.height / 2 })
    await expect(page.locator('.zoom .scale')).not.toHaveText('100%')
  })
})

test('saves boxes on the picture, as COCO and as CSV', async ({ page }) => {
  await show(page)
  await page.getByTestId('score-threshold').fill('0.7')
  const saved = async (format: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `Download as ${format}` }).click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const drawn = await saved('PNG')
  expect(drawn.name).toBe('pets-boxes.png')
  const { width, height, channels, data } = decode(drawn.bytes)
  expect([width, height]).toEqual([WIDTH, HEIGHT])
  const at = (x: number, y: number) => [...data.slice((y * width + x) * channels).slice(0, 3)]
  expect(at(250, 250)).toEqual([200, 200, 200])
  expect(at(100, 250)).not.toEqual([200, 200, 200])
  expect(at(500, 400)).toEqual([200, 200, 200])
  const csv = await saved('CSV')
  expect(csv.bytes.toString()).toBe(
    'label,score,xmin,ymin,xmax,ymax\ncat,0.9,100,100,400,400\ncat,,120,500,300,700\n',
  )
  const coco: unknown = JSON.parse((await saved('COCO')).bytes.toString())
  expect(coco).toMatchObject({
    images: [{ file_name: 'pets.png', width: WIDTH, height: HEIGHT }],
    annotations: [{ bbox: [100, 100, 300, 300] }, { bbox: [120, 500, 180, 200] }],
  })
})

test('a list that goes on below says so, and its end is whole', async ({ page }) => {
  const many = Array.from({ length: 300 }, (_, at) => ({
    label: `thing ${at % 12}`,
    score: 1 - at / 400,
    box: box((at % 20) * 50, Math.floor(at / 20) * 50, (at % 20) * 50 + 60, 60 + at),
  }))
  await show(page, many)
  const list = page.getByRole('listbox', { name: 'Boxes' })
  await expect(entries(page)).toHaveCount(300)
  await expect(list).toHaveClass(/more/)
  await list.evaluate((element) => (element.scrollTop = element.scrollHeight))
  await expect(list).not.toHaveClass(/more/)
})
