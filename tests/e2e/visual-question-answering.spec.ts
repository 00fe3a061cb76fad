import type { Page } from '@playwright/test'
import { expect, expectState, openTask, test } from './support/test'

/** Opens the page and waits for its example, which is loaded. */
async function open(page: Page): Promise<void> {
  await openTask(page, 'visual-question-answering')
  await expect(page.getByTestId('input-question')).not.toHaveValue('')
}

test('takes several questions on one picture, and asks one again', async ({ page }) => {
  await open(page)
  const question = page.getByTestId('input-question')
  const answer = page.getByTestId('answer')
  const asked = page.getByTestId('asked-question')
  for (const [text, expected] of [
    ['How many shapes are there?', '6'],
    ['How wide is the picture?', '640 pixels'],
    ['Where is the green one?', 'at the bottom'],
  ] as const) {
    await question.fill(text)
    await question.press('Enter')
    await expect(answer).toHaveText(expected)
  }
  await expect(asked).toHaveCount(3)
  await expect(asked.first()).toContainText('Where is the green one?')
  await expect(asked.last()).toContainText('How many shapes are there?')

  await page.getByRole('button', { name: 'Ask again: How wide' }).click()
  await expect(answer).toHaveText('640 pixels')
  await expect(question).toHaveValue('How wide is the picture?')
  await expect(asked).toHaveCount(3)
  await expect(asked.first()).toContainText('How wide is the picture?')
})

test('another picture begins another list', async ({ page }) => {
  await open(page)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('asked-question')).toHaveCount(1)
  await page.getByTestId('sample-fruit.png').click()
  await expect(page.getByTestId('asked')).toHaveCount(0)
  await page.getByTestId('run').click()
  await expect(page.getByTestId('asked-question')).toHaveCount(1)
})

test('says plainly what pixels do not tell', async ({ page }) => {
  await open(page)
  await page.getByTestId('input-question').fill('Who painted this?')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('answer')).toContainText('I cannot tell')
})

test('an empty question is asked for, not sent', async ({ page }) => {
  await open(page)
  await page.getByTestId('input-question').fill('')
  await page.getByTestId('input-question').press('Enter')
  await expectState(page, 'idle')
  await expect(page.locator('#problem-question')).toBeVisible()
})
