import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { answers, openChat, press, questions, say, texts, turns } from './support/chat'
import { axe, expect, expectState, test } from './support/test'

/** A conversation is one thing of the history: kept, named, found, opened, written to files, read back, deleted. */

const talks = (page: Page) => page.getByTestId('history-conversation')

async function download(page: Page, testid: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByTestId(testid).click()
  return readFile(await (await downloading).path(), 'utf8')
}

test('is one row with its runs behind it, named, found by any word, and opened again', async ({
  page,
}) => {
  await openChat(page)
  await say(page, 'Tell me about gardens')
  await say(page, 'And about pomegranates')
  await press(answers(page).nth(1), 'regenerate')
  await expectState(page, 'done')
  const said = await texts(page)
  await page.getByTestId('rename-conversation').click()
  await expect(page.getByTestId('conversation-name-input')).toBeFocused()
  await page.getByTestId('conversation-name-input').fill('Fruit')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('conversation-name')).toHaveText('Fruit')
  await page.getByTestId('new-conversation').click()
  await expect(turns(page)).toHaveCount(0)
  await say(page, 'Something else')

  await page.goto('/#/history')
  await expect(talks(page)).toHaveCount(2)
  await expect(page.getByTestId('history-row')).toHaveCount(0)
  await expect(talks(page).nth(1)).toContainText('Fruit')
  await expect(talks(page).nth(1)).toContainText('5 messages')
  await expect(talks(page).nth(1)).toContainText('2 branches')
  await axe(page)
  for (const [words, count] of [
    ['pomegranates gardens', 1],
    ['fruit', 1],
    ['ELSE', 1],
    ['nowhere', 0],
  ] as const) {
    await page.getByTestId('history-search').fill(words)
    await expect(talks(page)).toHaveCount(count)
  }
  await page.getByTestId('history-search').fill('pomegranates')
  await expect(talks(page)).toHaveCount(1)

  await talks(page).getByTestId('conversation-runs').click()
  await expect(page.getByTestId('history-of-conversation')).toContainText('Fruit')
  await page.getByTestId('history-search').fill('')
  await expect(page.getByTestId('history-row')).toHaveCount(3)
  await page.getByTestId('history-of-conversation').getByRole('link').click()

  await talks(page).nth(1).getByTestId('conversation-open').click()
  await expect(turns(page)).toHaveCount(4)
  expect(await texts(page)).toEqual(said)
  await expect(answers(page).nth(1).getByTestId('versions')).toContainText('2/2')
  await expect(page.getByTestId('conversation-name')).toHaveText('Fruit')
  await say(page, 'One more')
  await page.goto('/#/history')
  await expect(talks(page).first()).toContainText('Fruit')
  await expect(talks(page).first()).toContainText('7 messages')
})

test('is deleted with its runs, and both come back', async ({ page }) => {
  await openChat(page)
  await say(page, 'Keep this')
  const said = await texts(page)
  await page.goto('/#/history')
  await talks(page).getByTestId('conversation-delete').press('Enter')
  await expect(talks(page)).toHaveCount(0)
  await expect(page.getByTestId('history-undo')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(talks(page)).toHaveCount(1)
  await talks(page).getByTestId('conversation-runs').click()
  await expect(page.getByTestId('history-row')).toHaveCount(1)
  await page.goto('/#/tasks/conversational')
  await expect(turns(page)).toHaveCount(2)
  expect(await texts(page)).toEqual(said)
})

test('keeps what came of an answer over a reload, and over leaving the page', async ({ page }) => {
  await openChat(page)
  await page.getByTestId('model').fill('sandbox/slow')
  await page.getByTestId('input-messages').fill('Tell me something long, please')
  await page.getByTestId('run').click()
  await expect(answers(page).locator('.markdown')).toContainText(/\w+ \w+/)
  await page.goto('/#/history')
  await expect(talks(page)).toContainText('2 messages')
  await page.goBack()
  await expect(answers(page).getByTestId('broken')).toContainText('is kept')
  await expect(answers(page).locator('.markdown')).toContainText(/\w+ \w+/)
  await page.getByTestId('continue').click()
  await expectState(page, 'streaming')
  const [, partial = ''] = await texts(page)
  await expect(answers(page).getByTestId('answer-facts')).toContainText('token')
  const secondPartIsOnDisk = () =>
    page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('taskscope')
          opening.onsuccess = () => {
            const reading = opening.result.transaction('messages').objectStore('messages').getAll()
            reading.onsuccess = () => {
              opening.result.close()
              const kept = reading.result as { facts?: { writing?: true; runs: string[] } }[]
              resolve(kept.some(({ facts }) => facts?.writing && facts.runs.length > 1))
            }
          }
        }),
    )
  await expect.poll(secondPartIsOnDisk).toBe(true)
  await page.reload()
  await expect(answers(page).getByTestId('broken')).toContainText('broke off')
  expect((await texts(page))[1]?.startsWith(partial.slice(0, 8))).toBe(true)
  await expect(page.getByTestId('continue')).toBeVisible()
})

test('gets its answer when the page has moved on to another conversation', async ({ page }) => {
  await openChat(page)
  await page.getByTestId('model').fill('sandbox/slow')
  await page.getByTestId('input-messages').fill('Tell me something long, please')
  await page.getByTestId('run').click()
  await expect(answers(page)).toContainText(/\w+/)
  await page.getByTestId('new-conversation').click()
  await expect(turns(page)).toHaveCount(0)
  await expectState(page, 'done')
  await expect(turns(page)).toHaveCount(0)
  await page.goto('/#/history')
  await expect(talks(page)).toHaveCount(1)
  await talks(page).getByTestId('conversation-open').click()
  await expect(answers(page).getByTestId('answer-facts')).toContainText('Finished')
})

test('goes into files with all branches and pictures, and comes back out of them', async ({
  page,
}) => {
  await openChat(page)
  await page.getByTestId('example-picture').click()
  await expect(page.getByTestId('input-messages')).toHaveValue(/image/)
  await page.getByTestId('model').fill('sandbox/conversational')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await press(answers(page).first(), 'regenerate')
  await expectState(page, 'done')
  await say(page, 'And the *sky*?')
  const said = await texts(page)

  await page.getByTestId('export-conversation').click()
  const own = await download(page, 'export-branches')
  const plain = await download(page, 'export-openai')
  const markdown = await download(page, 'export-markdown')
  expect(JSON.parse(own)).toMatchObject({ format: 'taskscope-conversation', version: 1 })
  expect(own).toContain('data:image/png;base64,')
  const roles = (JSON.parse(plain) as { role: string }[]).map(({ role }) => role)
  expect(roles).toEqual(['user', 'assistant', 'user', 'assistant'])
  expect(markdown).toContain('## You\n\nAnd the *sky*?')

  for (const [file, versions] of [
    [own, 1],
    [plain, 0],
  ] as const) {
    await page.getByTestId('new-conversation').click()
    await expect(turns(page)).toHaveCount(0)
    await page.getByTestId('import-conversation').click()
    await page
      .getByTestId('import-file')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(file) })
    await expect(turns(page)).toHaveCount(4)
    expect(await texts(page)).toEqual(said)
    await expect(questions(page).first().getByRole('img')).toBeVisible()
    await expect(page.getByTestId('versions')).toHaveCount(versions)
  }
  await page.goto('/#/history')
  await expect(talks(page)).toHaveCount(3)
})

test('says what is wrong with a file, and leaves the page as it is', async ({ page }) => {
  await openChat(page)
  await say(page, 'Stay here')
  await page.getByTestId('import-conversation').click()
  const field = page.getByTestId('import-text')
  for (const [text, words] of [
    ['{"messages": [', 'no JSON'],
    ['{"runs": []}', 'no conversation'],
    ['[{"role": "boss", "content": ""}]', 'boss'],
    [
      '[{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://x.test/a.png"}}]}]',
      'none is fetched',
    ],
  ] as const) {
    await field.fill(text)
    await page.getByTestId('import-go').click()
    await expect(page.getByTestId('import-fault')).toContainText(words)
  }
  await axe(page, '[data-testid=result]')
  await expect(turns(page)).toHaveCount(2)
  await field.fill(
    '[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},{"role":"assistant","content":"Ho"}]',
  )
  await page.getByTestId('import-go').click()
  await expect(turns(page)).toHaveCount(2)
  expect(await texts(page)).toEqual(['Hi', 'Ho'])
  await expect(page.getByTestId('input-system')).toHaveValue('Be brief.')
})

test('is not overwritten by a second tab that holds it as well', async ({ page, context }) => {
  await openChat(page)
  await say(page, 'Said in both')
  await page.goto('/#/history')
  await talks(page).getByTestId('conversation-open').click()
  await expect(turns(page)).toHaveCount(2)
  const other = await context.newPage()
  await other.goto('/#/history')
  await talks(other).getByTestId('conversation-open').click()
  await expect(turns(other)).toHaveCount(2)

  await say(page, 'Said in the first')
  await say(other, 'Said in the second')
  await expect(questions(other).nth(1).getByTestId('versions')).toContainText('/2')
  await other.goto('/#/history')
  await expect(talks(other)).toContainText('6 messages')
  await talks(other).getByTestId('conversation-open').click()
  await expect(questions(other).nth(1).getByTestId('versions')).toContainText('/2')
})

test('opens without the messages that are damaged, and says so; a damaged one is counted', async ({
  page,
}) => {
  await openChat(page)
  await say(page, 'Good')
  await page.goto('/#/history')
  await expect(talks(page)).toHaveCount(1)
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('taskscope')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const tx = db.transaction(['conversations', 'messages'], 'readwrite')
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const reading = tx.objectStore('conversations').getAllKeys()
      reading.onsuccess = () => resolve(reading.result)
    })
    tx.objectStore('messages').put({ id: 'bad', role: 5 }, [String(keys[0]), 'bad'])
    tx.objectStore('conversations').put({ id: 'broken', name: 7, updatedAt: 1 })
    await new Promise((resolve) => (tx.oncomplete = resolve))
    db.close()
  })
  await page.reload()
  await expect(talks(page)).toHaveCount(1)
  await expect(page.getByTestId('history-damaged')).toBeVisible()
  await talks(page).getByTestId('conversation-open').click()
  await expect(turns(page)).toHaveCount(2)
  await expect(page.getByTestId('conversation-note')).toContainText('damaged')
  await page.goto('/#/tasks/conversational?conversation=broken')
  await expect(page.getByTestId('conversation-note').first()).toContainText('no longer')
  await expect(turns(page)).toHaveCount(2)
})

test('stays on the page when there is no room to keep it, and says so', async ({
  page,
  context,
  app,
}) => {
  await page.goto('/sandbox/health')
  const client = await context.newCDPSession(page)
  await client.send('Storage.overrideQuotaForOrigin', { origin: app, quotaSize: 1 })
  await openChat(page)
  await say(page, 'No room for this')
  await expect(page.getByTestId('conversation-note')).toContainText('no room')
  await expect(turns(page)).toHaveCount(2)
  await client.send('Storage.overrideQuotaForOrigin', { origin: app })
  await say(page, 'Room again')
  await expect(page.getByTestId('conversation-note')).toHaveCount(0)
  await page.goto('/#/history')
  await expect(talks(page)).toContainText('4 messages')
})

test('works on a phone, in Chinese', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await openChat(page, 'zh-CN')
  await say(page, '你好')
  await press(answers(page).first(), 'regenerate')
  await expectState(page, 'done')
  await page.getByTestId('export-conversation').click()
  await expect(page.getByTestId('export-markdown')).toBeVisible()
  await axe(page)
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide).toBe(0)
})
