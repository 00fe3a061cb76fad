import type { Page } from '@playwright/test'
import { axe, expect, test } from './support/test'
import { openSeededHistory, rawRun } from './support/history'

const TOKEN = 'hf_abcdefghijklmnopqrstuvwx1234'
const stored = (page: Page) =>
  page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))

test('a token is kept in memory only, until it is remembered, and then forgotten', async ({
  page,
}) => {
  await page.goto('/#/settings')
  await expect(page.getByTestId('token-status')).toHaveText('No token is set.')
  await expect(page.getByTestId('token-forget')).toBeDisabled()
  await expect(page.getByTestId('token-input')).toHaveAttribute('type', 'password')
  await page.getByTestId('token-input').fill(`  Bearer ${TOKEN}\n`)
  await page.getByTestId('token-save').click()
  await expect(page.getByTestId('token-status')).toContainText('hf_…1234')
  await expect(page.getByTestId('token-input')).toHaveValue('')
  expect(await page.content()).not.toContain(TOKEN)
  expect(await stored(page)).not.toContain(TOKEN)

  await page.reload()
  await expect(page.getByTestId('token-status')).toHaveText('No token is set.')

  await page.getByTestId('token-remember').check()
  await page.getByTestId('token-input').fill(TOKEN)
  await page.getByTestId('token-input').press('Enter')
  await expect(page.getByTestId('token-status')).toContainText('remembered on this device')
  await page.reload()
  await expect(page.getByTestId('token-status')).toContainText('hf_…1234')
  await expect(page.getByTestId('token-remember')).toBeChecked()

  await page.getByTestId('token-remember').uncheck()
  expect(await stored(page)).not.toContain(TOKEN)
  await expect(page.getByTestId('token-status')).toContainText('for this visit only')
  await page.getByTestId('token-remember').check()
  await page.getByTestId('token-forget').click()
  await expect(page.getByTestId('token-status')).toHaveText('No token is set.')
  expect(await stored(page)).not.toContain(TOKEN)
})

test('says in words what is odd about a token', async ({ page }) => {
  await page.goto('/#/settings')
  const note = page.getByTestId('token-note')
  await page.getByTestId('token-save').click()
  await expect(note).toHaveText('Paste a token first.')
  await page.getByTestId('token-input').fill('naïve')
  await page.getByTestId('token-save').click()
  await expect(note).toContainText('This is not a token')
  await expect(page.getByTestId('token-input')).toHaveAttribute('aria-invalid', 'true')
  await page.getByTestId('token-input').fill('something-else')
  await page.getByTestId('token-save').click()
  await expect(note).toContainText('usually start with hf_')
  await axe(page)
})

test('offers Hugging Face for the first token, and forces nothing', async ({ page }) => {
  await page.goto('/#/settings')
  await page.getByTestId('token-input').fill(TOKEN)
  await page.getByTestId('token-save').click()
  await expect(page.getByTestId('token-offer')).toBeVisible()
  await axe(page)
  await page.getByTestId('token-offer-accept').click()
  await expect(page.getByTestId('token-offer')).toBeHidden()
  await page.goto('/#/tasks/text-classification')
  await expect(page.getByRole('radio', { name: 'Hugging Face' })).toBeChecked()
})

test('language and theme change at once and are kept', async ({ page }) => {
  await page.goto('/#/settings')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByTestId('theme').selectOption('dark')
  await expect.poll(background).not.toBe(light)
  const dark = await background()
  await axe(page)
  await page.getByTestId('language').selectOption('zh-CN')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
  await expect(page.getByTestId('theme')).toHaveValue('dark')
  expect(await background()).toBe(dark)
  await page.getByTestId('theme').selectOption('light')
  await expect.poll(background).toBe(light)
})

test('shows and clears what the history takes', async ({ page }) => {
  await openSeededHistory(page, [rawRun('a', 1, { bytes: 2_500_000 }), rawRun('b', 2)])
  await page.goto('/#/settings')
  await expect(page.getByTestId('storage-usage')).toContainText('history: 2. They use 2.5 MB of')
  await page.getByTestId('history-clear').click()
  await page.getByTestId('history-clear-confirm').click()
  await expect(page.getByTestId('storage-usage')).toContainText('The history is empty.')
  await page.goto('/#/history')
  await expect(page.getByTestId('history-empty')).toBeVisible()
})

test('an endpoint gets the Hugging Face token on the person’s word, and loses it again', async ({
  page,
}) => {
  await page.addInitScript(
    ([token]) => {
      if (localStorage.getItem('taskscope.tokens')) return
      const tokens = { huggingface: token, 'https://my.example': 'own-token-12345' }
      localStorage.setItem(
        'taskscope.tokens',
        JSON.stringify({ tokens, grants: ['https://other.example'] }),
      )
    },
    [TOKEN],
  )
  await page.goto('/#/settings')
  const mine = page.getByTestId('endpoint-token').filter({ hasText: 'my.example' })
  const other = page.getByTestId('endpoint-token').filter({ hasText: 'other.example' })
  await expect(mine).toContainText('…2345')
  await expect(mine).toContainText('Does not get the Hugging Face token')
  await mine.getByTestId('endpoint-grant').click()
  await expect(mine).toContainText('May get the Hugging Face token')
  await mine.getByTestId('endpoint-revoke').click()
  await mine.getByTestId('endpoint-forget').click()
  await expect(mine).toBeHidden()
  await expect(other).toBeVisible()
  await other.getByTestId('endpoint-revoke').click()
  await expect(other).toBeHidden()
  await axe(page)
})

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 })
  await openSeededHistory(page, [
    rawRun('a', Date.UTC(2026, 10, 20), {
      title: 'x'.repeat(200),
      model: `org/${'m'.repeat(120)}`,
    }),
  ])
  for (const route of ['history', 'settings']) {
    await page.goto(`/#/${route}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, route).toBeLessThanOrEqual(375)
    await axe(page)
  }
})
