import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axe, expect, expectState, openTask, test } from './support/test'
import { openSeededHistory, rawRun } from './support/history'

const NOON = Date.UTC(2026, 10, 20, 12)
const rows = (page: Page) => page.getByTestId('history-row')

async function classify(page: Page, text: string): Promise<void> {
  await page.getByTestId('input-inputs').fill(text)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
}

test('a run is kept, survives a reload and opens again as it was, without being sent', async ({
  page,
}) => {
  await openTask(page, 'text-classification')
  await classify(page, 'I love this quiet garden')
  const result = await page.getByTestId('result').innerText()

  await page.goto('/#/history')
  await expect(rows(page)).toHaveCount(1)
  await page.reload()
  await expect(rows(page)).toContainText('Text classification')
  await expect(rows(page)).toContainText('I love this quiet garden')
  await expect(rows(page)).toContainText('Sandbox')
  await expect(page.getByTestId('history-run-status')).toHaveText('Done')
  await axe(page)

  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await page.getByTestId('history-open').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('input-inputs')).toHaveValue('I love this quiet garden')
  for (const label of result.match(/[A-Z]{5,}/g) ?? []) {
    await expect(page.getByTestId('result')).toContainText(label)
  }
  expect(sent).toEqual([])
})

test('a run with a picture opens again with the picture, after a reload', async ({ page }) => {
  await openTask(page, 'object-detection')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const lines = async () =>
    (await page.getByTestId('result').innerText()).split('\n').filter(Boolean)
  const before = await lines()
  expect(before.length).toBeGreaterThan(3)

  await page.goto('/#/history')
  await expect(rows(page)).toHaveCount(1)
  await page.reload()
  await page.getByTestId('history-open').click()
  await expectState(page, 'done')
  // The page also says that the run comes from the history.
  expect(await lines()).toEqual(expect.arrayContaining(before))
  const picture = page.getByTestId('result').locator('img').first()
  await expect
    .poll(() =>
      picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
    )
    .toBeGreaterThan(0)
})

test('searches, filters, deletes, undoes and clears', async ({ page }) => {
  await openSeededHistory(page, [
    rawRun('garden', NOON, { title: 'A quiet garden' }),
    rawRun('street', NOON - 1000, { title: 'A loud street', model: 'org/other' }),
    rawRun('chat', NOON - 86_400_000, {
      title: 'Hello',
      task: 'conversational',
      phase: 'failed',
      failureKind: 'rate-limited',
      model: 'org/chat',
      connection: { kind: 'provider', label: 'hf-inference' },
    }),
  ])
  await expect(rows(page)).toHaveCount(3)
  await expect(page.getByTestId('history-day')).toHaveCount(2)
  await expect(rows(page).nth(2)).toContainText('Too many requests')
  await expect(rows(page).nth(2)).toContainText('Hugging Face: hf-inference')

  const search = page.getByTestId('history-search')
  for (const [query, count] of [
    ['quiet', 1],
    ['ORG/other', 1],
    ['text classification', 2],
    ['nothing like it', 0],
  ] as const) {
    await search.fill(query)
    await expect(rows(page)).toHaveCount(count)
  }
  await expect(page.getByText('No run matches.')).toBeVisible()
  await search.fill('')
  await page.getByTestId('history-task').selectOption('conversational')
  await expect(rows(page)).toHaveCount(1)
  await page.getByTestId('history-task').selectOption('')
  await expect(rows(page)).toHaveCount(3)

  await rows(page).first().getByTestId('history-delete').press('Enter')
  await expect(rows(page)).toHaveCount(2)
  await expect(page.getByTestId('history-undo')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).first()).toContainText('A quiet garden')
  await expect(page.getByTestId('history-undo')).toBeHidden()
  await rows(page).first().getByTestId('history-open').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('input-inputs')).toHaveValue('Text of garden')
  await page.goBack()

  await page.getByTestId('history-clear').click()
  await page.getByTestId('history-clear-cancel').click()
  await expect(rows(page)).toHaveCount(3)
  await page.getByTestId('history-clear').click()
  await page.getByTestId('history-clear-confirm').click()
  await expect(page.getByTestId('history-empty')).toBeVisible()
  await page.reload()
  await expect(page.getByTestId('history-empty')).toBeVisible()
  await axe(page)
})

test('opens with 500 runs, 50 at a time, and reads no payload for it', async ({ page }) => {
  const many = Array.from({ length: 500 }, (_value, index) => ({
    ...rawRun(`r${index}`, NOON - index * 60_000),
    payload: undefined,
  }))
  await openSeededHistory(page, many)
  await expect(rows(page)).toHaveCount(50)
  await page.getByTestId('history-more').click()
  await expect(rows(page)).toHaveCount(100)
  await page.getByTestId('history-search').fill('r499')
  await expect(rows(page)).toHaveCount(1)
})

test('damaged records are skipped and counted', async ({ page }) => {
  await openSeededHistory(page, [
    rawRun('good', NOON),
    rawRun('phase', NOON - 1, { phase: 'gone' }),
    rawRun('time', NOON, { startedAt: 'yesterday' }),
    { ...rawRun('timeless', NOON), summary: { id: 'timeless' } },
    { ...rawRun('hollow', NOON - 2), outcome: { phase: 'done', exchange: 'lost' } },
  ])
  await expect(rows(page)).toHaveCount(2)
  await expect(page.getByTestId('history-damaged')).toContainText('3 damaged entries')

  await rows(page).nth(1).getByTestId('history-open').click()
  await expect(page.getByTestId('run')).toBeVisible()
  await expectState(page, 'idle')
  await openTask(page, 'text-classification')
  await classify(page, 'Still working')
  await page.goto('/#/history')
  await expect(rows(page).first()).toContainText('Still working')
})

test('a database of a newer version is left untouched, in words, and the session goes on', async ({
  page,
}) => {
  await page.goto('/sandbox/health')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('taskscope', 99)
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('future').put({ of: 'a newer version' }, 'record')
        }
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      }),
  )
  await page.goto('/#/history')
  await expect(page.getByTestId('history-status')).toContainText('newer version of Taskscope')
  await axe(page)
  await openTask(page, 'text-classification')
  await classify(page, 'Kept in memory')
  await page.goto('/#/history')
  await expect(rows(page)).toContainText('Kept in memory')
  await page.goto('/#/history?lang=zh-CN')
  await expect(page.getByTestId('history-status')).toContainText('更新版本')

  const kept = await page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('taskscope')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const reading = db.transaction('future').objectStore('future').get('record')
          reading.onsuccess = () => resolve([db.version, [...db.objectStoreNames], reading.result])
        }
      }),
  )
  expect(kept).toEqual([99, ['future'], { of: 'a newer version' }])
})

test('gives way to a newer version in another tab', async ({ page, context }) => {
  await openSeededHistory(page, [rawRun('a', NOON)])
  const other = await context.newPage()
  await other.goto('/sandbox/health')
  const upgraded = await other.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('taskscope', 99)
        opening.onblocked = () => reject(new Error('blocked'))
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          opening.result.close()
          resolve('upgraded')
        }
      }),
  )
  expect(upgraded).toBe('upgraded')
  await expect(page.getByTestId('history-status')).toContainText('newer version of Taskscope')
})

test('works where the browser has no storage at all', async ({ page, guard }) => {
  // A refused preference may be noted on the console; nothing may break.
  guard.allowError('The user denied permission.')
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The user denied permission.', 'SecurityError')
    }
    Object.defineProperty(window, 'indexedDB', { get: refuse })
    Object.defineProperty(window, 'localStorage', { get: refuse })
    Object.defineProperty(window, 'sessionStorage', { get: refuse })
  })
  await openTask(page, 'text-classification')
  await classify(page, 'A private window')
  await page.goto('/#/history')
  await expect(page.getByTestId('history-status')).toContainText('private windows')
  await expect(rows(page)).toContainText('A private window')
})

test('tabs follow each other', async ({ page, context }) => {
  await openSeededHistory(page, [rawRun('a', NOON), rawRun('b', NOON - 1)])
  const other = await context.newPage()
  await other.goto('/#/history')
  await expect(rows(other)).toHaveCount(2)
  await rows(other).first().getByTestId('history-delete').click()
  await expect(rows(page)).toHaveCount(1)
  await other.getByTestId('history-undo').click()
  await expect(rows(page)).toHaveCount(2)
})

test('a full disk is said in words, and the history goes on once there is room', async ({
  page,
  context,
  app,
}) => {
  // Before the first write: the browser remembers for a while how much room there was.
  await page.goto('/sandbox/health')
  const client = await context.newCDPSession(page)
  await client.send('Storage.overrideQuotaForOrigin', { origin: app, quotaSize: 1 })
  await openTask(page, 'text-classification')
  await classify(page, 'No room for this')
  await page.goto('/#/history')
  await expect(page.getByTestId('history-status')).toContainText('no room left')
  await expect(rows(page)).toHaveCount(0)

  await client.send('Storage.overrideQuotaForOrigin', { origin: app })
  await openTask(page, 'text-classification')
  await classify(page, 'Room again')
  await page.goto('/#/history')
  await expect(rows(page).first()).toContainText('Room again')
  await expect(page.getByTestId('history-status')).toBeHidden()
})

test('the export holds each run, and no token', async ({ page }) => {
  await page.goto('/#/settings')
  await page.getByTestId('token-input').fill('hf_secretsecretsecretsecret')
  await page.getByTestId('token-save').click()
  await openTask(page, 'text-classification')
  await classify(page, 'Export me')
  await page.goto('/#/history')
  const downloading = page.waitForEvent('download')
  await page.getByTestId('history-export').click()
  const text = await readFile(await (await downloading).path(), 'utf8')
  const exported = JSON.parse(text)
  expect(exported).toMatchObject({ format: 'taskscope-history', version: 1 })
  expect(exported.runs).toHaveLength(1)
  expect(exported.runs[0]).toMatchObject({
    summary: { title: 'Export me' },
    draft: { input: { inputs: 'Export me' } },
    outcome: { phase: 'done', exchange: { status: 200 } },
  })
  expect(text).not.toContain('secret')
})

test('a reload in the middle of a stream keeps what came', async ({ page }) => {
  await openTask(page, 'text-generation')
  await page.getByTestId('model').fill('sandbox/slow')
  await page.getByTestId('input-inputs').fill('Once upon a time')
  await page.getByTestId('run').click()
  await expectState(page, 'streaming')
  await page.waitForTimeout(1000)
  await page.reload()
  await expect(page.getByTestId('run')).toBeVisible()
  await page.goto('/#/history')
  await expect(page.getByTestId('history-run-status')).toHaveText('Stopped')
  await page.getByTestId('history-open').click()
  await expectState(page, 'aborted')
})

test('a draft survives a reload, also one right after the last key', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill('Half a thought')
  await page.reload()
  await expect(page.getByTestId('input-inputs')).toHaveValue('Half a thought')
})
