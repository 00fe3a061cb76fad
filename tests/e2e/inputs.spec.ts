import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { axe, expect, openTask, test } from './support/test'

/** What a person gives a page: every way in, and what is said when it can't be used. */

test.use({
  launchOptions: [
    // Headless Chromium has nowhere to ask whether a page may use the microphone.
    async ({ launchOptions }, use) => {
      const fake = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']
      const args = [...(launchOptions.args ?? []), ...fake]
      await use({ ...launchOptions, args })
    },
    { scope: 'worker' },
  ],
})

const sample = (name: string) =>
  fileURLToPath(new URL(`../../public/samples/${name}`, import.meta.url))
const refusal = (page: Page) => page.getByTestId('input-image-problem')
const shown = (page: Page, name: string) => page.locator('figcaption', { hasText: name })

/** A PNG whose header names another size: it is to be refused before anything is decoded. */
function claiming(width: number, height: number): Buffer {
  const bytes = readFileSync(sample('shapes.png'))
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

test.describe('an image', () => {
  test('comes by file, sample, drop and paste, and can be taken back', async ({ page }) => {
    await openTask(page, 'object-detection')
    await page.getByTestId('input-image').setInputFiles(sample('shapes.png'))
    await expect(shown(page, 'shapes.png')).toContainText('640 × 420')
    await page.getByTestId('sample-fruit.png').click()
    await expect(shown(page, 'fruit.png')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(shown(page, 'shapes.png')).toBeVisible()
    for (const way of ['drop', 'paste'] as const) {
      await give(page, way, `${way}.png`)
      await expect(shown(page, `${way}.png`)).toBeVisible()
    }
    await axe(page)
  })

  test('that is none is refused by its content, and the one before stays', async ({ page }) => {
    await openTask(page, 'object-detection')
    const input = page.getByTestId('input-image')
    await input.setInputFiles(sample('shapes.png'))
    await input.setInputFiles({
      name: 'notes.png',
      mimeType: 'image/png',
      buffer: Buffer.from('a text'),
    })
    await expect(refusal(page)).toContainText('notes.png')
    await expect(refusal(page)).toContainText('plain text')
    await expect(refusal(page)).toHaveRole('alert')
    await expect(shown(page, 'shapes.png')).toBeVisible()
    await input.setInputFiles({
      name: 'big.png',
      mimeType: 'image/png',
      buffer: claiming(10_000, 6000),
    })
    await expect(refusal(page)).toContainText('60 megapixels')
    await expect(shown(page, 'shapes.png')).toBeVisible()
    await input.setInputFiles(sample('fruit.png'))
    await expect(refusal(page)).toHaveCount(0)
  })

  test('is refused in Chinese words on the Chinese page', async ({ page }) => {
    await openTask(page, 'object-detection', 'zh-CN')
    await page
      .getByTestId('input-image')
      .setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('a text') })
    await expect(refusal(page)).toContainText('它不是图片，内容是纯文本')
  })

  test('is taken with the camera, which is off again afterwards', async ({ page, context }) => {
    await context.grantPermissions(['camera'])
    await openTask(page, 'object-detection')
    const camera = page.getByRole('button', { name: 'Camera', exact: true })
    await camera.click()
    const video = page.getByLabel('Camera picture')
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth))
      .toBeGreaterThan(0)
    await axe(page)
    const track = await video.evaluateHandle((element: HTMLVideoElement) => {
      const [first] = (element.srcObject as MediaStream).getTracks()
      return first
    })
    await page.getByRole('button', { name: 'Take the picture' }).click()
    await expect(shown(page, 'camera.png')).toContainText('image/png')
    await expect(video).toHaveCount(0)
    expect(await track.evaluate((each) => each?.readyState)).toBe('ended')
  })

  test('that is broken is said to be so, and can be replaced', async ({ page }) => {
    await openTask(page, 'object-detection')
    const input = page.getByTestId('input-image')
    const whole = readFileSync(sample('shapes.png'))
    const buffer = Buffer.concat([whole.subarray(0, 8), Buffer.alloc(200, 7)])
    await input.setInputFiles({ name: 'broken.png', mimeType: 'image/png', buffer })
    await expect(page.getByText('can’t show this format')).toBeVisible()
    await page.getByTestId('run').click()
    await expect(page.getByTestId('error')).toBeVisible()
    await input.setInputFiles(sample('fruit.png'))
    await expect(page.getByAltText('Preview of fruit.png')).toBeVisible()
    await page.getByTestId('run').click()
    await expect(page.getByTestId('image-stage')).toBeVisible()
  })

  test('comes by URL, or it is said why not', async ({ page, guard }) => {
    const server = createServer((request, response) => {
      if (request.url === '/open.png') response.setHeader('access-control-allow-origin', '*')
      response.end(readFileSync(sample('street.png')))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    guard.allowOrigin(origin)
    guard.allowError('CORS policy')
    guard.allowError('Failed to load resource')
    try {
      await openTask(page, 'object-detection')
      await page.getByRole('button', { name: 'From a URL' }).click()
      const url = page.getByLabel('URL of the file')
      await url.fill(`${origin}/closed.png`)
      await url.press('Enter')
      await expect(refusal(page)).toContainText('CORS')
      await url.fill(`${origin}/open.png`)
      await url.press('Enter')
      await expect(shown(page, 'open.png')).toContainText('image/png')
      await url.fill('not a URL')
      await url.press('Enter')
      await expect(refusal(page)).toContainText('not a URL')
      await expect(shown(page, 'open.png')).toBeVisible()
    } finally {
      server.close()
    }
  })
})

/** Drops or pastes a picture as the operating system would hand it over. */
async function give(page: Page, way: 'drop' | 'paste', name: string) {
  await page.getByTestId('input-image').evaluate(
    async (input, { kind, file }) => {
      const blob = await (await fetch('samples/street.png')).blob()
      const carried = new DataTransfer()
      carried.items.add(new File([blob], file, { type: 'image/png' }))
      const init = { bubbles: true, cancelable: true }
      if (kind === 'drop') {
        input.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: carried }))
      } else {
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { ...init, clipboardData: carried }),
        )
      }
    },
    { kind: way, file: name },
  )
}

test.describe('a sound', () => {
  test('is recorded as WAV', async ({ page, context }) => {
    await context.grantPermissions(['microphone'])
    await openTask(page, 'automatic-speech-recognition')
    await page.getByTestId('record').click()
    await expect(page.getByText('Recording', { exact: true })).toBeVisible()
    await expect(page.getByText('0:01', { exact: true })).toBeVisible()
    await page.getByTestId('record-stop').click()
    await expect(shown(page, 'recording.wav')).toContainText('audio/wav')
  })

  test('that is a picture is refused', async ({ page }) => {
    await openTask(page, 'automatic-speech-recognition')
    await page.getByTestId('input-audio').setInputFiles(sample('fruit.png'))
    await expect(page.getByTestId('input-audio-problem')).toContainText('an image (image/png)')
  })
})

test.describe('a table', () => {
  test('is filled by text and by keys, and undone', async ({ page }) => {
    await openTask(page, 'table-question-answering')
    await page.getByTestId('table-paste').fill('city,people\nOslo,700000\nRome,2800000')
    const cell = (at: string) => page.locator(`[data-cell="${at}"]`)
    await expect(cell('1,0')).toHaveText('Rome')
    const grid = page.getByTestId('input-table').getByRole('grid')
    await grid.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('town')
    await page.keyboard.press('Enter')
    await expect(cell('-1,0')).toHaveText('town')
    await page.keyboard.type('Bergen')
    await page.keyboard.press('Tab')
    await expect(cell('0,0')).toHaveText('Bergen')
    await page.keyboard.press('Enter')
    await page.keyboard.type('junk')
    await page.keyboard.press('Escape')
    await expect(cell('0,1')).toHaveText('700000')
    await page.keyboard.press('Control+z')
    await expect(cell('0,0')).toHaveText('Oslo')
    await axe(page)
  })

  test('that is ragged is marked and not repaired', async ({ page }) => {
    await openTask(page, 'table-question-answering')
    await page.getByTestId('table-paste').fill('a,a\n1\n1,2')
    const table = page.getByTestId('input-table')
    await expect(table.getByRole('alert')).toContainText('Row 1: the number of cells is 1')
    await expect(table.getByRole('alert')).toContainText('Two columns are called “a”')
    await expect(table.locator('[data-cell="0,1"]')).toHaveAttribute('aria-invalid', 'true')
  })

  test('with an error in its JSON changes nothing', async ({ page }) => {
    await openTask(page, 'table-question-answering')
    const before = await page.getByTestId('input-table').getByRole('grid').textContent()
    const paste = page.getByTestId('table-paste')
    await paste.fill('{"a": ["1",, "2"]}')
    await expect(page.getByTestId('input-table').getByRole('alert')).toContainText('near line 1')
    await expect(paste).toHaveValue('{"a": ["1",, "2"]}')
    expect(await page.getByTestId('input-table').getByRole('grid').textContent()).toBe(before)
  })

  test('of 10,000 cells shows only what is in view', async ({ page }) => {
    await openTask(page, 'table-question-answering')
    const rows = Array.from({ length: 1000 }, (_, row) =>
      Array.from({ length: 10 }, (__, column) => `${row}-${column}`).join(','),
    )
    await page.getByTestId('table-paste').fill(['a,b,c,d,e,f,g,h,i,j', ...rows].join('\n'))
    const table = page.getByTestId('input-table')
    await expect(table).toContainText('1,000 rows')
    expect(await table.locator('td').count()).toBeLessThan(600)
    await table.getByRole('grid').focus()
    await page.keyboard.press('Control+End')
    await expect(page.locator('[data-cell="999,9"]')).toBeInViewport()
  })
})

test('JSON with an error says where, and keeps what was typed', async ({ page }) => {
  await openTask(page, 'custom')
  const input = page.getByTestId('input-data')
  await input.fill('{"inputs": "x",\n "parameters": }')
  await expect(page.getByTestId('input-data-state')).toContainText('Line 2, column 16')
  await expect(input).toHaveValue('{"inputs": "x",\n "parameters": }')
})
