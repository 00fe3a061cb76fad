import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axe, expect, expectState, openTask, test } from './support/test'

const id = 'feature-extraction'
const lines = 'A cat sleeps\nA cat is sleeping\nRain falls in Rome'

async function run(page: Page) {
  await page.getByTestId('run').click()
  await expectState(page, 'done')
}

async function saved(page: Page, format: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: `Download as ${format}` }).click()
  return readFile(await (await downloading).path())
}

test('several texts become vectors that are compared and laid out', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('input-inputs').fill(lines)
  await expect(page.getByTestId('snippet-curl')).toContainText('A cat sleeps\\nA cat')
  await page.getByRole('radio', { name: 'One per line' }).check()
  await expect(page.getByTestId('snippet-curl')).toContainText('["A cat sleeps","A cat is')
  await run(page)
  await expect(page.getByTestId('dimensions')).toHaveText('384')
  await expect(page.getByTestId('vectors')).toHaveText('3')
  await expect(page.getByTestId('norm')).toHaveText('1.0000')
  await expect(page.getByTestId('embedding')).toHaveCount(3)
  await expect(page.getByTestId('embedding').first().getByRole('img')).toHaveAccessibleName(
    /^384 values, from −0\.\d+ at dimension \d+ to 0\.\d+/,
  )
  const cells = page.getByTestId('cosines').getByRole('cell')
  await expect(cells.filter({ hasText: '1.00' })).toHaveCount(3)
  await expect(page.getByTestId('result')).toContainText('Most alike: 1 and 2')

  const points = page.getByTestId('projection').locator('[data-entry]')
  await expect(points).toHaveCount(3)
  await points.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(points.nth(1)).toBeFocused()
  await expect(points.nth(1)).toHaveAccessibleName(/^2: A cat is sleeping \(/)
  await expect(page.getByTestId('embedding').nth(1)).toHaveClass(/active/)
})

test('tokens are shown as the mean of a text, or each by itself', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('model').fill('sandbox/feature-extraction:tokens')
  await page.getByTestId('input-inputs').fill('Rain falls in Rome')
  await run(page)
  await expect(page.getByTestId('vectors')).toHaveText('1')
  await expect(page.getByTestId('result')).toContainText('the mean of its tokens')
  await page.getByRole('radio', { name: 'Tokens' }).check()
  await expect(page.getByTestId('vectors')).toHaveText('4')
  await expect(page.getByTestId('embedding')).toHaveCount(4)
  await axe(page)
})

test('vectors are saved as JSON, CSV and .npy', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('input-inputs').fill(lines)
  await page.getByRole('radio', { name: 'One per line' }).check()
  await run(page)
  const json = JSON.parse((await saved(page, 'JSON')).toString()) as {
    text: string
    embedding: number[]
  }[]
  expect(json.map(({ text }) => text)).toEqual(lines.split('\n'))
  const csv = (await saved(page, 'CSV')).toString().trim().split('\n')
  expect(csv).toHaveLength(4)
  expect(csv[1]?.split(',').slice(1).map(Number)).toEqual(json[0]?.embedding)
  const npy = await saved(page, '.npy')
  const data = 10 + npy.readUInt16LE(8)
  expect(npy.subarray(0, data).toString('latin1')).toContain("'shape': (3, 384)")
  const first = json[0]?.embedding.map((_, at) => npy.readFloatLE(data + at * 4))
  expect(first).toEqual(json[0]?.embedding.map(Math.fround))
})

test('parameters go to the root of the body and change the answer', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('param-normalize').selectOption('false')
  await expect(page.getByTestId('snippet-curl')).toContainText('"normalize":false')
  await expect(page.getByTestId('snippet-curl')).not.toContainText('"parameters"')
  await run(page)
  await expect(page.getByTestId('norm')).not.toHaveText('1.0000')
})

test('a text of 1 MB stays fluid, one beyond it is refused in words', async ({ page }) => {
  await openTask(page, id)
  const text = 'The rain in Rome falls mainly on the dome. '.repeat(23_000)
  const input = page.getByTestId('input-inputs')
  await input.fill(text)
  // What the page itself does for a key; the browser's own layout of such a text comes on top.
  const busy = await input.evaluate(async (field: HTMLTextAreaElement) => {
    const started = performance.now()
    field.setRangeText('abc', 0, 0, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await Promise.resolve()
    return performance.now() - started
  })
  expect(busy).toBeLessThan(500)
  await run(page)
  await input.fill(`${text}${text.slice(0, 100_000)}`)
  await expect(page.locator('#problem-inputs')).toContainText('at most 1 MB')
})
