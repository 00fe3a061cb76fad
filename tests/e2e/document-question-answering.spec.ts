import { readFile } from 'node:fs/promises'
import { decode } from 'fast-png'
import type { Page } from '@playwright/test'
import { expect, expectState, openTask, test } from './support/test'

/** Opens the page and waits for its example, which is loaded. */
async function open(page: Page): Promise<void> {
  await openTask(page, 'document-question-answering')
  await expect(page.getByTestId('input-question')).not.toHaveValue('')
}

test('marks the words that the answer stands in', async ({ page }) => {
  await open(page)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('answer')).toHaveText('BL-2041')
  await expect(page.getByTestId('word-box')).toHaveCount(71)
  await expect(page.getByTestId('answer-box')).toHaveCount(1)
  const picture = await page.getByTestId('word-overlay').boundingBox()
  const box = await page.getByTestId('answer-box').boundingBox()
  if (!picture || !box) throw new Error('The answer has no place on the page')
  // Beside “Invoice number:”, in the upper left quarter.
  expect((box.x - picture.x) / picture.width).toBeCloseTo(0.366, 1)
  expect((box.y - picture.y) / picture.height).toBeCloseTo(0.167, 1)
})

test('takes several questions on one document', async ({ page }) => {
  await open(page)
  const question = page.getByTestId('input-question')
  for (const [text, answer] of [
    ['What is the total?', '162.50'],
    ['What is the price of the desk lamp?', '38.00'],
    ['发票日期是什么？', '12/03/2026'],
  ] as const) {
    await question.fill(text)
    await question.press('Enter')
    await expect(page.getByTestId('answer')).toHaveText(answer)
  }
  await expect(page.getByTestId('asked-question')).toHaveCount(3)
})

test('says before and after that the sandbox reads no text', async ({ page }) => {
  await open(page)
  await page.getByTestId('reset-word_boxes').click()
  await expect(page.getByTestId('reads-nothing')).toBeVisible()
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toContainText('does not read text')
})

test('answers and their boxes point at each other', async ({ page }) => {
  await open(page)
  await page.getByTestId('param-top_k').fill('3')
  await page.getByTestId('input-question').fill('What is the price of the desk lamp?')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const answers = page.getByTestId('document-answer')
  expect(await answers.count()).toBeGreaterThan(1)
  await answers.first().hover()
  await expect(answers.first()).toHaveAttribute('aria-selected', 'true')
  await page.getByTestId('answer-box').first().hover()
  await expect(answers.last()).toHaveAttribute('aria-selected', 'true')
})

test('another document does not keep the words of the former one', async ({ page }) => {
  await open(page)
  await expect(page.getByTestId('snippet-curl')).toContainText('BL-2041')
  await page.getByTestId('input-image').setInputFiles('public/samples/street.png')
  await expect(page.getByTestId('words-removed')).toBeVisible()
  await expect(page.getByTestId('reads-nothing')).toBeVisible()
  await expect(page.getByTestId('snippet-curl')).not.toContainText('BL-2041')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByTestId('words-removed')).toHaveCount(0)
  await expect(page.getByTestId('snippet-curl')).toContainText('BL-2041')
})

test('the answer’s words are saved on the document, as COCO and as CSV', async ({ page }) => {
  await open(page)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const saved = async (format: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `Download as ${format}` }).click()
    const file = await download
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const drawn = await saved('PNG')
  expect(drawn.name).toBe('invoice-boxes.png')
  expect(decode(drawn.bytes)).toMatchObject({ width: 720, height: 900 })
  const csv = (await saved('CSV')).bytes.toString()
  expect(csv).toMatch(/^BL-2041,0\.9\d*,2\d\d/m)
  const coco: unknown = JSON.parse((await saved('COCO')).bytes.toString())
  expect(coco).toMatchObject({
    images: [{ width: 720, height: 900 }],
    categories: [{ name: 'BL-2041' }],
  })
})
