import { axe, expect, openTask, test } from './support/test'

/** The frame around every page. */

test('the home page lists every task, finds them, and is fit for everybody', async ({ page }) => {
  await page.goto('/#/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await axe(page)
  await page.getByTestId('task-search').fill('detect')
  const nav = page.getByRole('navigation')
  await expect(nav.getByRole('link', { name: 'Object detection' })).toBeVisible()
  await expect(nav.getByRole('link', { name: 'Text classification' })).toHaveCount(0)
  await nav.getByRole('link', { name: 'Object detection' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Object detection')
  await expect(page).toHaveTitle('Object detection · Taskscope')
})

test('the search finds Chinese titles on the Chinese page', async ({ page }) => {
  await page.goto('/#/?lang=zh-CN')
  await page.getByTestId('task-search').fill('目标')
  await expect(page.getByRole('navigation').getByRole('link', { name: '目标检测' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('language and theme are switched, and stay over a reload', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('language-toggle').click()
  await expect(page.getByTestId('run')).toHaveText('运行')
  await page.getByTestId('theme-toggle').click()
  await page.getByTestId('theme-toggle').click()
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
  await page.reload()
  await expect(page.getByTestId('run')).toHaveText('运行')
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
})

test('on a phone the navigation is a drawer, and nothing is wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 720 })
  await openTask(page, 'text-classification')
  const link = page
    .getByRole('navigation')
    .getByRole('link', { name: 'Text generation', exact: true })
  await expect(link).toBeHidden()
  await page.getByTestId('nav-toggle').click()
  await axe(page)
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Text generation')
  await expect(link).toBeHidden()
  const widest = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(widest).toBeLessThanOrEqual(375)
})

test('an unknown address says so and leads back', async ({ page }) => {
  await page.goto('/#/tasks/no-such-task')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here')
  await page.getByRole('link', { name: 'All tasks' }).click()
  await expect(page).toHaveURL(/#\/$/)
})

test('the keyboard reaches the content past the navigation', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})
