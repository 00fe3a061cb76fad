import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { decode } from 'fast-png'
import { unzipSync } from 'fflate'
import { startEndpoint } from './support/endpoint'
import { png } from './support/pictures'
import { axe, expect, expectState, openTask, test } from './support/test'

const strip = (page: Page) => page.getByTestId('strip-picture')
const seed = (page: Page) => page.getByTestId('param-seed')

async function open(page: Page): Promise<void> {
  await openTask(page, 'text-to-image')
  await expect(page.getByTestId('input-inputs')).not.toHaveValue('')
}

async function run(page: Page): Promise<void> {
  const before = await strip(page).count()
  await page.getByTestId('run').click()
  await expect(strip(page)).toHaveCount(before + 1)
  await expectState(page, 'done')
}

test('size, steps, guidance and seed are sent as they are set', async ({ page }) => {
  await open(page)
  await page.getByTestId('param-negative_prompt').fill('fog')
  await page.getByTestId('image-size').selectOption('768x1024')
  await page.getByTestId('param-num_inference_steps').fill('12')
  await page.getByTestId('param-guidance_scale').fill('6.5')
  await seed(page).fill('42')
  await axe(page)
  await run(page)
  const sent = page.getByTestId('raw-request')
  for (const part of [
    '"negative_prompt": "fog"',
    '"width": 768',
    '"height": 1024',
    '"num_inference_steps": 12',
    '"guidance_scale": 6.5',
    '"seed": 42',
  ])
    await expect(sent).toContainText(part)
  await expect(page.getByTestId('result')).toContainText('768 × 1024 px')

  // What means no number is said, and keeps the page from running.
  await page.getByTestId('param-num_inference_steps').fill('many')
  await expect(page.getByTestId('param-num_inference_steps')).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await page.getByTestId('run').click()
  await expect(strip(page)).toHaveCount(1)
  await page.getByTestId('param-num_inference_steps').fill('')
  await page.getByTestId('image-size').selectOption('own')
  await page.getByTestId('param-width').fill('320')
  await expect(page.getByTestId('snippet-curl')).toContainText('"width":320')
})

test('the session’s images stay, with their settings to come back to', async ({ page }) => {
  await open(page)
  await page.getByTestId('image-size').selectOption('512x512')
  await page.getByTestId('input-inputs').fill('A red circle')
  await seed(page).fill('7')
  await run(page)
  await page.getByTestId('input-inputs').fill('A blue square')
  await seed(page).fill('8')
  await run(page)
  await strip(page).last().focus()
  await expect(page.getByTestId('strip-about')).toHaveText('seed 7 · 512 × 512 px · A red circle')
  await strip(page).last().click()
  const detail = page.getByTestId('strip-detail')
  await expect(detail.getByTestId('result-image')).toBeVisible()
  await axe(page)

  await detail.getByTestId('same-seed').click()
  await expect(seed(page)).toHaveValue('7')
  await expect(page.getByTestId('input-inputs')).toHaveValue('A blue square')
  await detail.getByTestId('restore-settings').click()
  await expect(page.getByTestId('input-inputs')).toHaveValue('A red circle')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByTestId('input-inputs')).toHaveValue('A blue square')

  // Another seed with that picture's settings.
  await detail.getByTestId('again').click()
  await expect(strip(page)).toHaveCount(3)
  await expect(page.getByTestId('input-inputs')).toHaveValue('A red circle')
  await expect(seed(page)).not.toHaveValue('7')
  await expect(detail).toHaveCount(0)

  // They are still there after another page was looked at.
  await page.goto('/#/tasks/text-classification')
  await expect(page.getByTestId('picture-strip')).toHaveCount(0)
  await page.goto('/#/tasks/text-to-image')
  await expect(strip(page)).toHaveCount(3)
  await strip(page).last().click()
  await detail.getByTestId('remove-picture').click()
  await expect(strip(page)).toHaveCount(2)
  await page.getByTestId('remove-all').click()
  await expect(page.getByTestId('picture-strip')).toHaveCount(0)
})

test('every run can have a seed of its own, which is sent and shown', async ({ page }) => {
  await open(page)
  await page.getByTestId('new-seed').click()
  await expect(seed(page)).toHaveValue(/^\d+$/)
  const first = await seed(page).inputValue()
  await page.getByTestId('seed-every-run').check()
  await run(page)
  const second = await seed(page).inputValue()
  expect(second).not.toBe(first)
  await strip(page).first().focus()
  await expect(page.getByTestId('strip-about')).toContainText(`seed ${second} ·`)
  await page.reload()
  await expect(page.getByTestId('seed-every-run')).toBeChecked()
})

test('all images are saved as one zip, with what they were made of', async ({ page }) => {
  await open(page)
  await page.getByTestId('image-size').selectOption('512x512')
  for (const value of ['1', '2']) {
    await seed(page).fill(value)
    await page.getByTestId('input-inputs').fill('A red circle')
    await run(page)
  }
  const download = page.waitForEvent('download')
  await page.getByTestId('save-all').click()
  const files = unzipSync(await readFile(await (await download).path()))
  expect(Object.keys(files)).toEqual([
    'A-red-circle-seed-1.png',
    'A-red-circle-seed-2.png',
    'images.json',
  ])
  expect(decode(files['A-red-circle-seed-2.png'] ?? new Uint8Array())).toMatchObject({ width: 512 })
  const list: unknown = JSON.parse(new TextDecoder().decode(files['images.json']))
  expect(list).toMatchObject([
    { parameters: { seed: 1 } },
    { parameters: { seed: 2 }, height: 512 },
  ])
})

test('an image becomes the input of another page, where undo brings back what was there', async ({
  page,
}) => {
  await openTask(page, 'visual-question-answering')
  await page.getByTestId('input-question').fill('What colour is the circle?')
  await expect(page.locator('figcaption').first()).toContainText('.png')
  const former = await page.locator('figcaption .name').first().innerText()

  await page.goto('/#/tasks/text-to-image')
  await page.getByTestId('input-inputs').fill('A red circle')
  await seed(page).fill('5')
  await run(page)
  await page.getByTestId('use-picture').click()
  await expect(page.getByTestId('use-in-object-detection')).toBeVisible()
  await axe(page)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('use-in-object-detection')).toHaveCount(0)
  await page.getByTestId('use-picture').click()
  await page.getByTestId('use-in-visual-question-answering').click()
  await expect(page).toHaveURL(/visual-question-answering/)
  await expect(page.locator('figcaption .name').first()).toHaveText('image.png')
  await expect(page.getByTestId('input-question')).toHaveValue('What colour is the circle?')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.locator('figcaption .name').first()).toHaveText(former)
})

test('several images of one reply each have their place, one at an address too', async ({
  page,
  guard,
}) => {
  const picture = png(64, 48, 'rgb', Buffer.alloc(64 * 3, 90))
  const endpoint = await startEndpoint(({ path }) =>
    path === '/far.png'
      ? { type: 'image/png', body: picture }
      : {
          body: JSON.stringify({
            data: [{ b64_json: picture.toString('base64') }, { url: `${endpoint.url}/far.png` }],
          }),
        },
  )
  guard.allowOrigin(endpoint.url)
  guard.allowError('Content Security Policy')
  try {
    await open(page)
    await page.getByTestId('connection').getByText('Endpoint').click()
    await page.getByTestId('endpoint-url').fill(endpoint.url)
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    await expect(strip(page)).toHaveCount(2)
    await expect(page.getByTestId('picture-strip')).toContainText('not in the ZIP')
  } finally {
    await endpoint.close()
  }
})
