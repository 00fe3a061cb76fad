import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { expect, expectState, openTask, test } from './support/test'
import { setParameters, sse, startTextServer, useEndpoint } from './support/text-server'

/** The tokens of an answer: seen, pointed at, walked through, gone on from. */

const cells = (page: Page) => page.locator('[data-cell]')
const popover = (page: Page) => page.getByTestId('token-popover')

async function generate(page: Page, lang = 'en') {
  await openTask(page, 'text-generation')
  if (lang !== 'en') await page.goto(`/#/tasks/text-generation?lang=${lang}`)
  await page.getByTestId('example-details').click()
  await expect(page.getByTestId('input-inputs')).toHaveValue(/Once upon/)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(cells(page).first()).toBeVisible()
}

test('shows probability and alternatives to the pointer and to the keyboard', async ({ page }) => {
  await generate(page)
  await cells(page).nth(3).hover()
  await expect(popover(page)).toContainText('Token 4')
  await expect(popover(page)).toContainText('%')
  expect(await popover(page).getByRole('listitem').count()).toBeGreaterThanOrEqual(5)
  await page.getByTestId('token-view').hover()
  await expect(popover(page)).toBeHidden()

  await cells(page).first().focus()
  await expect(popover(page)).toContainText('Token 1')
  await page.keyboard.press('ArrowRight')
  await expect(popover(page)).toContainText('Token 2')
  await page.keyboard.press('End')
  await expect(cells(page).last()).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(cells(page).first()).not.toBeFocused()
  await page.keyboard.press('ArrowUp')
  // One stop of the Tab key for all of them.
  await expect(page.locator('[data-cell][tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(popover(page).getByRole('button').first()).toBeFocused()
  // Back to the token, which still shows what it is; then away.
  await page.keyboard.press('Escape')
  await expect(popover(page).getByRole('button')).toHaveCount(0)
  await expect(page.locator('[data-cell][tabindex="0"]')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(popover(page)).toBeHidden()
})

test('goes on with an alternative: the text up to there becomes the prompt', async ({ page }) => {
  await generate(page)
  const prompt = await page.getByTestId('input-inputs').inputValue()
  const before = (await cells(page).allTextContents()).slice(0, 2).join('')
  await cells(page).nth(2).click()
  const other = popover(page).getByTestId('token-alternative').first()
  const chosen = (await other.locator('.word').textContent()) ?? ''
  await other.click()
  await expect(page.getByTestId('input-inputs')).toHaveValue(prompt + before + chosen)
  await expectState(page, 'done')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('input-inputs')).toHaveValue(prompt)
})

test('joins a character whose bytes are spread over tokens', async ({ page, guard }) => {
  const bytes = [...Buffer.from('你')]
  const entry = (token: string, own: number[]) => ({
    token,
    logprob: -0.5,
    bytes: own,
    top_logprobs: [],
  })
  const content = [
    entry('Say ', [...Buffer.from('Say ')]),
    entry('\ufffd', bytes.slice(0, 2)),
    entry('\ufffd', bytes.slice(2)),
  ]
  const server = await startTextServer((response) => {
    const message = { role: 'assistant', content: 'Say 你' }
    const choices = [{ index: 0, message, logprobs: { content }, finish_reason: 'stop' }]
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ choices }))
  })
  guard.allowOrigin(server.url)
  await openTask(page, 'conversational')
  await useEndpoint(page, server.url)
  await page.getByTestId('input-messages').fill('Hi')
  await page.getByTestId('stream').uncheck()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await page.getByTestId('show-tokens').click()
  await expect(cells(page)).toHaveText(['Say ', '你'])
  await cells(page).nth(1).hover()
  await expect(popover(page)).toContainText('Tokens 2 to 3')
  server.close()
})

test('a chat goes on from a token in a branch of its own', async ({ page, guard }) => {
  const server = await startTextServer((response, body) => {
    const { messages } = body as { messages: { role: string; content: string }[] }
    const goesOn = messages.at(-1)?.role === 'assistant'
    const say = (text: string, other: string) => ({
      choices: [
        {
          index: 0,
          delta: { content: text },
          logprobs: {
            content: [
              {
                token: text,
                logprob: -0.2,
                top_logprobs: [
                  { token: text, logprob: -0.2 },
                  { token: other, logprob: -1.8 },
                ],
              },
            ],
          },
          finish_reason: null,
        },
      ],
    })
    const end = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }
    response.setHeader('content-type', 'text/event-stream')
    response.end(
      goesOn
        ? sse(say(' Rome.', ' Oslo.'), end, '[DONE]')
        : sse(say('In', 'To'), say(' Paris.', ' Rome.'), end, '[DONE]'),
    )
  })
  guard.allowOrigin(server.url)
  await openTask(page, 'conversational')
  await useEndpoint(page, server.url)
  await page.getByTestId('input-messages').fill('Where?')
  await setParameters(page, { logprobs: true, top_logprobs: 2 })
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await page.getByTestId('show-tokens').click()
  await cells(page).first().click()
  await popover(page).getByTestId('token-alternative').click()
  await expect(page.getByTestId('message-assistant')).toContainText('To Rome.')
  expect(server.bodies.at(-1)).toMatchObject({
    messages: [
      { role: 'user', content: 'Where?' },
      { role: 'assistant', content: 'To' },
    ],
  })
  await expect(page.getByTestId('message-assistant')).toContainText('2/2')
  server.close()
})

test('five thousand tokens: one stop of the Tab key, one popover', async ({ page }) => {
  await openTask(page, 'text-generation')
  await page.getByTestId('input-inputs').fill('Once')
  await setParameters(page, { max_new_tokens: 5000, details: true, top_n_tokens: 3, seed: 1 })
  await page.getByTestId('stream').uncheck()
  await page.getByTestId('run').click()
  await expect(page.getByTestId('result')).toHaveAttribute('data-state', 'done', {
    timeout: 30_000,
  })
  await expect(cells(page)).toHaveCount(5000)
  await expect(page.locator('[data-cell][tabindex="0"]')).toHaveCount(1)
  await cells(page).first().focus()
  await page.keyboard.press('End')
  await expect(popover(page)).toContainText('Token 5000')
  await expect(popover(page)).toHaveCount(1)
})

for (const lang of ['en', 'zh-CN'])
  test(`the popover is accessible: ${lang}`, async ({ page }) => {
    await generate(page, lang)
    await cells(page).nth(1).click()
    await expect(popover(page)).toBeVisible()
    await axe(page)
  })
