import type { Page } from '@playwright/test'
import { expect, expectState, openTask, test } from './support/test'

/** What becomes of an answer when the person does not wait for its end. */

/** Asks a slow model, and resolves with what was said of the answer so far. */
async function askSlowly(page: Page): Promise<string> {
  await openTask(page, 'conversational')
  await page.getByTestId('model').fill('sandbox/slow')
  await page.getByTestId('input-messages').fill('Tell me something long, please')
  await page.getByTestId('run').click()
  await expectState(page, 'streaming')
  const answer = page.getByTestId('thread').locator('> *').nth(1)
  await expect(answer).toContainText(/\w+ \w+/)
  return (await answer.innerText()).trim().split('\n').at(-1) ?? ''
}

test('an example that is taken while an answer comes does not get that answer', async ({
  page,
}) => {
  await askSlowly(page)
  await page.getByTestId('example-deep-learning').click()
  await page.getByTestId('stop').click()
  await expectState(page, 'aborted')
  await expect(page.getByTestId('thread')).not.toContainText('Assistant')
})

test('a message that cuts an answer short keeps what came of it', async ({ page }) => {
  const partial = await askSlowly(page)
  await page.getByTestId('input-messages').fill('Enough')
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('stop').click()
  await expectState(page, 'aborted')
  const turns = page.getByTestId('thread').locator('> *')
  await expect(turns.nth(1)).toContainText(partial)
  await expect(turns.nth(2)).toContainText('Enough')
})

test('the last answer can be removed', async ({ page }) => {
  await askSlowly(page)
  await page.getByTestId('stop').click()
  await expectState(page, 'aborted')
  const turns = page.getByTestId('thread').locator('> *')
  await turns.nth(1).hover()
  await turns.nth(1).getByRole('button', { name: 'Delete message' }).click()
  await expect(turns).toHaveCount(1)
})
