import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import type { TaskMeta } from '../../src/core/task'
import { axe, expect, expectState, openTask, test } from './support/test'

/** The page contract of docs/DESIGN.md, for every task: a folder of src/tasks is a page. */

const folder = fileURLToPath(new URL('../../src/tasks', import.meta.url))
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

const ALWAYS = [
  'model',
  'connection',
  'examples',
  'parameters',
  'run',
  'result',
  'snippet-curl',
  'snippet-javascript',
  'snippet-python',
  'copy-curl',
  'raw-request',
]

/** Tasks whose documentation names no parameters. */
const NO_PARAMETERS = [
  'audio-to-audio',
  'custom',
  'sentence-similarity',
  'tabular-classification',
  'tabular-regression',
]

async function metaOf(id: string): Promise<TaskMeta> {
  const path = pathToFileURL(`${folder}/${id}/meta.ts`).href
  return ((await import(path)) as { default: TaskMeta }).default
}

const connections = (page: Page) => page.getByTestId('connection').getByRole('radio')

async function choose(page: Page, name: string): Promise<void> {
  // The circle itself may be covered by its label.
  await page.getByTestId('connection').getByRole('radio', { name }).check({ force: true })
}

async function run(page: Page): Promise<void> {
  await page.getByTestId('run').click()
  await expectState(page, 'done')
}

/** A colour `rgb(r, g, b)` as one number, 0 for black to 255 for white. */
async function brightness(page: Page): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const channels = colour.match(/\d+/g)?.slice(0, 3).map(Number) ?? []
  return channels.reduce((sum, channel) => sum + channel, 0) / 3
}

test('there are task pages', () => {
  expect(ids.length).toBeGreaterThan(0)
})

for (const id of ids) {
  test.describe(id, () => {
    test('has every part, and opens filled on the sandbox', async ({ page }) => {
      await openTask(page, id)
      for (const part of ALWAYS) {
        await expect(page.getByTestId(part), part).toBeAttached()
      }
      await expect(page.getByTestId('model')).toHaveValue(`sandbox/${id}`)
      await expectState(page, 'idle')
      expect(await page.locator('[data-testid^="input-"]').count()).toBeGreaterThan(0)
      if (!NO_PARAMETERS.includes(id)) {
        const fields = page.getByTestId('parameters').locator('[data-testid^="param-"]')
        expect(await fields.count()).toBeGreaterThan(0)
      }
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        (await metaOf(id)).title.en,
      )
    })

    test('offers the three connections, each with its own field', async ({ page }) => {
      // The list of providers: that of a service which knows of none.
      await page.route('https://huggingface.co/api/**', (route) =>
        route.fulfill({ json: [], headers: { 'access-control-allow-origin': '*' } }),
      )
      await openTask(page, id)
      await expect(connections(page)).toHaveCount(3)
      await expect(connections(page).first()).toBeChecked()
      await choose(page, 'Hugging Face')
      await expect(page.getByTestId('provider')).toBeVisible()
      await choose(page, 'Endpoint')
      await expect(page.getByTestId('endpoint-url')).toBeVisible()
      await choose(page, 'Sandbox')
      await expect(page.getByTestId('model')).toHaveValue(`sandbox/${id}`)
    })

    test('runs as it opened, and shows the request and the reply', async ({ page, app }) => {
      await openTask(page, id)
      const before = await page.getByTestId('snippet-curl').textContent()
      expect(before).toContain('curl')
      expect(before).toContain(`${app}/sandbox/`)
      await run(page)
      await expect(page.getByTestId('latency')).toContainText(/\d/)
      await expect(page.getByTestId('raw-request')).toContainText('/sandbox/')
      await expect(page.getByTestId('raw-response')).toContainText('200')
      await expect(page.getByTestId('error')).toHaveCount(0)
      await expect(page.getByTestId('result')).not.toBeEmpty()
      for (const language of ['curl', 'javascript', 'python']) {
        const snippet = await page.getByTestId(`snippet-${language}`).textContent()
        expect(snippet).toContain('sandbox')
        expect(snippet).not.toMatch(/undefined|\[object /)
      }
    })

    test('Ctrl+Enter runs and Escape stops', async ({ page }) => {
      await openTask(page, id)
      const model = page.getByTestId('model')
      await model.fill('sandbox/slow')
      await model.press('Control+Enter')
      await expectState(page, /^(sending|waiting|streaming)$/)
      await expect(page.getByTestId('stop')).toBeVisible()
      await page.keyboard.press('Escape')
      await expectState(page, 'aborted')
      await model.fill(`sandbox/${id}`)
      await run(page)
    })

    test('shows in place what a broken reply was', async ({ page }) => {
      await openTask(page, id)
      await page.getByTestId('model').fill('sandbox/broken')
      await page.getByTestId('run').click()
      // Any reply is one that the custom page can show.
      await expectState(page, id === 'custom' ? /^(done|failed)$/ : 'failed')
      if (id !== 'custom') await expect(page.getByTestId('error')).toContainText(/\w/)
      await expect(page.getByTestId('raw-response')).toContainText('200')
    })

    test('is free of axe violations in light and dark', async ({ page }) => {
      await openTask(page, id)
      await axe(page)
      await run(page)
      await axe(page)
      expect(await brightness(page)).toBeGreaterThan(128)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect.poll(() => brightness(page)).toBeLessThan(128)
      await axe(page)
    })

    test('speaks Chinese', async ({ page }) => {
      await openTask(page, id, 'zh-CN')
      const { title } = await metaOf(id)
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title['zh-CN'])
      await expect(page.getByTestId('run')).toHaveText(/\p{Script=Han}/u)
      await run(page)
      await axe(page)
    })

    test('fits a phone', async ({ page }) => {
      await page.setViewportSize({ width: 375, height: 740 })
      await openTask(page, id)
      await run(page)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(375)
      await axe(page)
    })
  })
}
