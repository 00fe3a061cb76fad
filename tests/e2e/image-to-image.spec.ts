import type { Page } from '@playwright/test'
import { expect, expectState, openTask, test } from './support/test'

/** Opens the page and waits for its example, which is loaded. */
async function open(page: Page): Promise<void> {
  await openTask(page, 'image-to-image')
  await expect(page.getByTestId('input-prompt')).not.toHaveValue('')
}

test('compares before and after by keyboard and by pointer', async ({ page }) => {
  await open(page)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const slider = page.getByRole('slider', { name: 'Before and after' })
  await expect(slider).toHaveAttribute('aria-valuenow', '50')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuenow', '52')
  await page.keyboard.press('End')
  await expect(slider).toHaveAttribute('aria-valuenow', '100')
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuenow', '0')

  const box = await page.getByTestId('result-image').boundingBox()
  if (!box) throw new Error('The picture has no place on the page')
  const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const
  await page.mouse.move(...at(0.5))
  await page.mouse.down()
  await page.mouse.move(...at(0.25))
  await page.mouse.up()
  await expect(slider).toHaveAttribute('aria-valuenow', '25')
  await page.mouse.move(...at(0.8))
  await expect(slider).toHaveAttribute('aria-valuenow', '25')
})

test('changes the picture as the prompt says, at the size that was asked for', async ({ page }) => {
  await open(page)
  await page.getByTestId('input-prompt').fill('black and white')
  await page.getByTestId('param-width').fill('64')
  await page.getByTestId('param-height').fill('48')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const image = page.getByTestId('result-image')
  await expect(image).toBeVisible()
  await expect(page.getByTestId('compare')).toContainText('64 × 48 px')
  const coloured = await image.evaluate((element: HTMLImageElement) => {
    const canvas = document.createElement('canvas')
    canvas.width = element.naturalWidth
    canvas.height = element.naturalHeight
    const context = canvas.getContext('2d')
    if (!context) return -1
    context.drawImage(element, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 0; at < data.length; at += 4) if (data[at] !== data[at + 2]) count++
    return count
  })
  expect(coloured).toBe(0)
  await expect(page.getByTestId('raw-request')).toContainText('"prompt": "black and white"')
})

test('saves the picture under the name of the one that was sent', async ({ page }) => {
  await open(page)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const saved = page.waitForEvent('download')
  await page.getByTestId('download-image').click()
  expect((await saved).suggestedFilename()).toBe('fruit-changed.png')
})

test('sends the bytes alone without a prompt', async ({ page }) => {
  await open(page)
  await page.getByTestId('input-prompt').fill('')
  const sent = page.waitForRequest(/\/sandbox\/models\//)
  await page.getByTestId('run').click()
  expect(await (await sent).headerValue('content-type')).toBe('image/png')
  await expectState(page, 'done')
})

test('what came back becomes the next input, and undo brings the first one back', async ({
  page,
}) => {
  await open(page)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const name = page.locator('figcaption .name').first()
  await expect(name).toHaveText('fruit.png')
  await page.getByTestId('use-picture').click()
  await page.getByTestId('use-in-image-to-image').click()
  await expect(name).toHaveText('fruit-changed.png')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(name).toHaveText('fruit.png')
  await page.getByTestId('use-picture').click()
  await page.getByTestId('use-in-image-to-text').click()
  await expect(page).toHaveURL(/image-to-text/)
  await expect(name).toHaveText('fruit-changed.png')
})
