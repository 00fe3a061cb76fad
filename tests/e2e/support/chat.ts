import type { Locator, Page } from '@playwright/test'
import { expect, expectState, openTask } from './test'

export const turns = (page: Page): Locator => page.getByTestId('thread').locator('article')
export const answers = (page: Page): Locator => page.getByTestId('message-assistant')
export const questions = (page: Page): Locator => page.getByTestId('message-user')

/** Opens an empty chat page: the example that fills it has come. */
export async function openChat(page: Page, lang?: 'en' | 'zh-CN'): Promise<void> {
  await openTask(page, 'conversational', lang)
  await expect(page.getByTestId('input-messages')).not.toHaveValue('')
}

/** Says something, and waits for the whole answer. */
export async function say(page: Page, text: string): Promise<void> {
  const before = await turns(page).count()
  await page.getByTestId('input-messages').fill(text)
  await page.getByTestId('run').click()
  await expect(turns(page)).toHaveCount(before + 2)
  await expectState(page, 'done')
}

/** Presses a tool of a message, which shows its tools while the pointer or the focus is in it. */
export async function press(message: Locator, testid: string): Promise<void> {
  await message.hover()
  await message.getByTestId(testid).click()
}

/** What the conversation says, one text a message. */
export async function texts(page: Page): Promise<string[]> {
  return turns(page)
    .locator('.said, .markdown')
    .evaluateAll((bodies) =>
      bodies.map((body) => {
        const copy = body.cloneNode(true) as Element
        // What is read to screen readers stands there twice.
        copy.querySelectorAll('.visually-hidden').forEach((each) => each.remove())
        return copy.textContent.trim()
      }),
    )
}

/** The messages of the next request that the page sends, and what was done meanwhile. */
export async function sentBy(page: Page, action: () => Promise<void>): Promise<SentMessage[]> {
  const sending = page.waitForRequest((request) => request.method() === 'POST')
  await action()
  const body = (await sending).postDataJSON() as { messages: SentMessage[] }
  return body.messages
}

export interface SentMessage {
  readonly role: string
  readonly content: unknown
}
