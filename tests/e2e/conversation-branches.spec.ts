import { answers, openChat, press, questions, say, sentBy, texts, turns } from './support/chat'
import { startEndpoint } from './support/endpoint'
import { axe, expect, expectState, test } from './support/test'

/** What can be done with a message: nothing of another branch is ever lost. */

test('what was said is edited and sent as another branch, by the keyboard alone', async ({
  page,
}) => {
  await openChat(page)
  await say(page, 'First question')
  await say(page, 'Second question')
  const before = await texts(page)

  await questions(page).nth(1).getByTestId('edit-message').press('Enter')
  const field = page.getByTestId('edit-text')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Second question')
  await axe(page, '[data-testid=result]')
  await field.fill('Another question')
  const sent = await sentBy(page, () => page.keyboard.press('Control+Enter'))
  expect(sent.map(({ content }) => content)).toEqual([before[0], before[1], 'Another question'])
  await expectState(page, 'done')
  await expect(answers(page)).toHaveCount(2)
  await expect(questions(page).nth(1)).toContainText('Another question')
  await expect(questions(page).nth(1).getByTestId('versions')).toContainText('2/2')

  await questions(page).nth(1).getByTestId('previous-version').press('Enter')
  expect(await texts(page)).toEqual(before)
  await page.reload()
  await expect(questions(page).nth(1).getByTestId('versions')).toContainText('1/2')
  expect(await texts(page)).toEqual(before)
  await questions(page).nth(1).getByTestId('next-version').click()
  await expect(questions(page).nth(1)).toContainText('Another question')
})

test('an edit can be left, and a message changed where it stands, and back', async ({ page }) => {
  await openChat(page)
  await say(page, 'A question')
  await press(questions(page).first(), 'edit-message')
  await page.getByTestId('edit-text').fill('Never mind')
  await page.keyboard.press('Escape')
  await expect(questions(page).first()).toContainText('A question')
  await expect(questions(page).first().getByTestId('edit-message')).toBeFocused()

  await press(answers(page).first(), 'edit-message')
  await page.getByTestId('edit-text').fill('My **own** answer')
  await page.keyboard.press('Control+Enter')
  await expect(answers(page).first().locator('strong').last()).toHaveText('own')
  await expect(answers(page).first()).toContainText('edited')
  await expect(turns(page)).toHaveCount(2)
  const sent = await sentBy(page, () => say(page, 'And then?'))
  expect(sent[1]).toEqual({ role: 'assistant', content: 'My **own** answer' })

  await press(answers(page).first(), 'edit-message')
  await page.getByTestId('edit-text').fill('Something else')
  await page.getByTestId('edit-save').click()
  await page.getByTestId('undo-message').click()
  await expect(answers(page).first()).toContainText('My own answer')
})

test('an earlier answer is given again in a branch of its own, and what stands in the composer stays', async ({
  page,
}) => {
  await openChat(page)
  await say(page, 'First question')
  await say(page, 'Second question')
  const before = await texts(page)
  await page.getByTestId('input-messages').fill('Not sent yet')
  const sent = await sentBy(page, () => press(answers(page).first(), 'regenerate'))
  expect(sent).toEqual([{ role: 'user', content: 'First question' }])
  await expectState(page, 'done')
  await expect(turns(page)).toHaveCount(2)
  await expect(answers(page).first().getByTestId('versions')).toContainText('2/2')
  await expect(page.getByTestId('input-messages')).toHaveValue('Not sent yet')
  await answers(page).first().getByTestId('previous-version').click()
  expect(await texts(page)).toEqual(before)
})

test('a conversation branches from any message', async ({ page }) => {
  await openChat(page)
  await say(page, 'First question')
  await say(page, 'Second question')
  const before = await texts(page)
  await press(answers(page).first(), 'branch-here')
  await expect(turns(page)).toHaveCount(2)
  await page.getByTestId('show-hidden').click()
  expect(await texts(page)).toEqual(before)
  await press(answers(page).first(), 'branch-here')
  await say(page, 'Another way')
  await expect(questions(page).nth(1).getByTestId('versions')).toContainText('2/2')
})

test('a message is taken out alone or with what followed, and put back', async ({ page }) => {
  await openChat(page)
  await say(page, 'First question')
  await say(page, 'Second question')
  const before = await texts(page)

  await answers(page).first().getByTestId('remove-message').press('Enter')
  await expect(turns(page)).toHaveCount(3)
  await expect(page.getByTestId('undo-message')).toBeFocused()
  await axe(page, '[data-testid=result]')
  await page.keyboard.press('Enter')
  expect(await texts(page)).toEqual(before)

  await press(answers(page).first(), 'remove-message')
  await page.getByTestId('remove-rest').click()
  expect(await texts(page)).toEqual(before.slice(0, 1))
  await page.getByTestId('undo-message').click()
  expect(await texts(page)).toEqual(before)
  await page.reload()
  await expect(turns(page)).toHaveCount(4)
  expect(await texts(page)).toEqual(before)
})

test('any message is copied as Markdown, and shown as it was written', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openChat(page)
  await say(page, 'A question')
  await press(answers(page).first(), 'edit-message')
  await page.getByTestId('edit-text').fill('Some *Markdown* and $x^2$')
  await page.getByTestId('edit-save').click()
  await press(answers(page).first(), 'copy-message')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('Some *Markdown* and $x^2$')
  await expect(answers(page).locator('math')).toHaveCount(1)
  await page.getByTestId('plain-text').click()
  await expect(answers(page).first()).toContainText('Some *Markdown* and $x^2$')
  await page.reload()
  await expect(page.getByTestId('plain-text')).toHaveAttribute('aria-pressed', 'true')
  await expect(answers(page).first()).toContainText('Some *Markdown* and $x^2$')
})

test('an answer that the connection cut is kept, said, and gone on with as one message', async ({
  page,
  guard,
}) => {
  guard.allowError('ERR_INCOMPLETE_CHUNKED_ENCODING')
  await openChat(page)
  await page.getByTestId('model').fill('sandbox/cut')
  await page.getByTestId('input-messages').fill('Tell me something long, please')
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(answers(page).getByTestId('broken')).toContainText('broke off')
  const [, partial = ''] = await texts(page)
  expect(partial).toMatch(/\w/)

  await page.getByTestId('model').fill('sandbox/conversational')
  const sent = await sentBy(page, () => page.getByTestId('continue').click())
  expect(sent.map(({ role }) => role)).toEqual(['user', 'assistant'])
  expect(sent[1]?.content).toContain(partial)
  await expectState(page, 'done')
  await expect(turns(page)).toHaveCount(2)
  const [, whole = ''] = await texts(page)
  expect(whole.startsWith(partial)).toBe(true)
  expect(whole.length).toBeGreaterThan(partial.length)
  await expect(page.getByTestId('continue')).toHaveCount(0)
})

test('an answer that reached its limit, or was stopped, can be gone on with', async ({ page }) => {
  await openChat(page)
  await page.getByTestId('param-max_tokens').fill('3')
  await say(page, 'Tell me something long, please')
  await expect(answers(page).getByTestId('answer-facts')).toContainText('length')
  await expect(answers(page).getByTestId('answer-facts')).toContainText(/3 out|first token/)
  await expect(page.getByTestId('continue')).toBeVisible()

  await page.getByTestId('model').fill('sandbox/slow')
  await page.getByTestId('param-max_tokens').fill('')
  await page.getByTestId('input-messages').fill('Tell me more')
  await page.getByTestId('run').click()
  await expect(answers(page).nth(1).getByTestId('answer-facts')).toContainText('first token')
  await page.keyboard.press('Escape')
  await expectState(page, 'aborted')
  await expect(answers(page).nth(1).getByTestId('broken')).toContainText('Stopped')
  await expect(answers(page).nth(1).getByTestId('continue')).toBeVisible()
  await expect(answers(page).first().getByTestId('continue')).toHaveCount(0)
})

test('each of several choices is a branch', async ({ page, guard }) => {
  const message = (index: number) => ({
    index,
    message: { role: 'assistant', content: `No. ${index}` },
  })
  const endpoint = await startEndpoint(() => ({
    body: JSON.stringify({ choices: [0, 1, 2].map(message) }),
  }))
  guard.allowOrigin(endpoint.url)
  await openChat(page)
  await page.getByRole('radio', { name: 'Endpoint' }).check({ force: true })
  await page.getByTestId('endpoint-url').fill(endpoint.url)
  await say(page, 'Three answers')
  await expect(answers(page)).toContainText('No. 0')
  await expect(answers(page).getByTestId('versions')).toContainText('1/3')
  await answers(page).getByTestId('next-version').click()
  await expect(answers(page)).toContainText('No. 1')
  await endpoint.close()
})

test('pictures come into a message by drop and by paste, also while it is edited', async ({
  page,
}) => {
  await openChat(page)
  const give = (testid: string, kind: 'drop' | 'paste', name: string) =>
    page.getByTestId(testid).evaluate(
      async (field, [event, file]) => {
        const canvas = new OffscreenCanvas(4, 4)
        canvas.getContext('2d')?.fillRect(0, 0, 4, 4)
        const data = new DataTransfer()
        data.items.add(new File([await canvas.convertToBlob()], file, { type: 'image/png' }))
        const options = { bubbles: true, cancelable: true }
        field.dispatchEvent(
          event === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: data })
            : new ClipboardEvent('paste', { ...options, clipboardData: data }),
        )
      },
      [kind, name] as const,
    )
  await page.getByTestId('input-messages').fill('Look')
  await give('input-messages', 'drop', 'dropped.png')
  await give('input-messages', 'paste', 'pasted.png')
  await expect(page.getByRole('img', { name: /ed\.png/ })).toHaveCount(2)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(questions(page).first().getByRole('img')).toHaveCount(2)

  await press(questions(page).first(), 'edit-message')
  await page.getByRole('button', { name: 'Remove image' }).first().click()
  await give('edit-text', 'paste', 'second.png')
  await expect(page.getByTestId('message-editor').getByRole('img')).toHaveCount(2)
  const sent = await sentBy(page, () => page.getByTestId('edit-send').click())
  expect(sent[0]?.content).toHaveLength(3)
  await expectState(page, 'done')
  await page.reload()
  await expect(questions(page).first().getByRole('img', { name: 'second.png' })).toBeVisible()
  await questions(page).first().getByTestId('previous-version').click()
  await expect(questions(page).first().getByRole('img', { name: 'dropped.png' })).toBeVisible()
})
