import { readFile } from 'node:fs/promises'
import { decode, encode } from 'fast-png'
import { unzipSync } from 'fflate'
import type { Locator, Page } from '@playwright/test'
import { axe, expect, expectState, openTask, test } from './support/test'

/** Half a picture each, and one that is half as wide and high as the picture. */
const [width, height] = [200, 100]
const halves = [
  { label: 'left', score: 0.9, mask: mask(width, height, (x) => x < 100) },
  { label: 'right', score: null, mask: mask(width, height, (x) => x >= 100) },
  { label: 'dot', score: 0.4, mask: mask(100, 50, (x, y) => Math.hypot(x - 25, y - 25) < 10) },
]

function mask(across: number, down: number, isInside: (x: number, y: number) => boolean): string {
  const data = new Uint8Array(across * down)
  for (let at = 0; at < data.length; at++) {
    if (isInside(at % across, Math.floor(at / across))) data[at] = 255
  }
  return Buffer.from(encode({ width: across, height: down, channels: 1, data })).toString('base64')
}

async function show(page: Page, reply: unknown): Promise<void> {
  await page.route('**/sandbox/models/**', (route) => route.fulfill({ json: reply }))
  await openTask(page, 'image-segmentation')
  const data = new Uint8Array(width * height * 3).fill(128)
  const buffer = Buffer.from(encode({ width, height, channels: 3, data }))
  await page
    .getByTestId('input-image')
    .setInputFiles({ name: 'grey.png', mimeType: 'image/png', buffer })
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('image-stage')).toContainText(/\d+ of \d+ masks/)
}

async function pointAt(page: Page, x: number, y: number): Promise<void> {
  const box = await page.getByTestId('mask-canvas').boundingBox()
  if (!box) throw new Error('There is no canvas')
  await page.mouse.move(box.x + (x / width) * box.width, box.y + (y / height) * box.height)
}

const entries = (page: Page): Locator => page.getByTestId('mask')
const active = (page: Page) => page.locator('[data-testid="mask"][aria-selected="true"]')

test('finds the mask under the pointer to the pixel, a null score too', async ({ page }) => {
  await show(page, halves)
  for (const [x, y, label] of [
    [20, 90, 'left'],
    [98.5, 90, 'left'],
    [101.5, 90, 'right'],
    [50, 50, 'dot'],
    [50, 29, 'left'],
    [50, 32, 'dot'],
  ] as const) {
    await pointAt(page, x, y)
    await expect(active(page)).toContainText(label)
  }
  await page.mouse.move(2, 2)
  await expect(active(page)).toHaveCount(0)
  await axe(page)
})

test('filters by score and label without a new request, and says what passes', async ({ page }) => {
  await show(page, halves)
  let requests = 0
  page.on('request', (request) => (requests += request.method() === 'POST' ? 1 : 0))
  await expect(page.getByTestId('mask-notes')).toContainText(
    '100 × 50 px, stretched over 200 × 100',
  )
  await page.getByTestId('score-threshold').fill('0.5')
  await expect(entries(page)).toHaveCount(2)
  await expect(entries(page).last()).toContainText('right')
  await expect(page.getByTestId('mask-notes')).toContainText('pass any minimum score')
  await pointAt(page, 50, 50)
  await expect(active(page)).toContainText('left')
  await page.getByRole('button', { name: /^left/, pressed: true }).click()
  await expect(entries(page)).toHaveCount(1)
  expect(requests).toBe(0)
})

test('goes from picture to list and back with the keyboard', async ({ page }) => {
  await show(page, halves)
  const group = page.getByRole('group', { name: 'Masks on the picture' })
  await group.getByRole('button', { name: /left/ }).focus()
  await expect(active(page)).toContainText('left')
  await page.keyboard.press('ArrowRight')
  await expect(active(page)).toContainText('right')
  await page.keyboard.press('Enter')
  await expect(entries(page).nth(1)).toBeFocused()
  await expect(page.getByTestId('mask-detail')).toContainText('10,000 px · 50%')
  await page.keyboard.press('ArrowDown')
  await expect(group.locator('.chip.active')).toContainText('dot')
})

test('saves the overlay, a mask and the areas', async ({ page }) => {
  await show(page, halves)
  const saved = async (button: Locator) => {
    const download = page.waitForEvent('download')
    await button.click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const overlay = await saved(page.getByTestId('save-overlay'))
  expect(overlay.name).toBe('grey-masks.png')
  expect(decode(overlay.bytes)).toMatchObject({ width, height })
  const zip = await saved(page.getByTestId('save-masks'))
  expect(zip.name).toBe('grey-masks.zip')
  const files = Object.entries(unzipSync(zip.bytes))
  expect(files.map(([name]) => name)).toEqual([
    'grey-mask-1-left.png',
    'grey-mask-2-right.png',
    'grey-mask-3-dot.png',
  ])
  expect(files.map(([, data]) => Buffer.from(data).toString('base64'))).toEqual(
    halves.map((each) => each.mask),
  )
  const csv = await saved(page.getByTestId('save-csv'))
  expect(csv.bytes.toString()).toContain('right,,10000,0.5,100,0,200,100,200,100\n')
  await entries(page).nth(2).click()
  const one = await saved(page.getByTestId('save-mask'))
  expect(one.name).toBe('grey-mask-3-dot.png')
  expect(one.bytes.toString('base64')).toBe(halves[2]?.mask)
})

test('draws the colours of the masks, and lets go of a mask that is none', async ({ page }) => {
  await show(page, [...halves, { label: 'broken', score: 1, mask: 'bm8gcGljdHVyZQ==' }])
  await expect(entries(page).last()).toContainText('no PNG')
  const colours = await page.getByTestId('mask-canvas').evaluate((canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d')
    const at = (x: number, y: number) => {
      const [red, green, blue] =
        context?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data ?? []
      return `${red} ${green} ${blue}`
    }
    return [at(0.1, 0.9), at(0.9, 0.9), at(0.25, 0.5)]
  })
  expect(new Set(colours).size).toBe(3)
})
