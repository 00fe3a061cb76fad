import { axe } from './support/axe'
import { expect, expectState, openTask, test } from './support/test'
import { startTextServer, useEndpoint } from './support/text-server'

/** The documented bodies of a chat beside OpenAI's, chosen on the page. */

test('a chat speaks the body that is chosen, and reads each reply', async ({ page, guard }) => {
  const server = await startTextServer((response, body) => {
    const { inputs } = body as { inputs: unknown }
    const past = ['Hi']
    const older = { generated_text: 'Old.', conversation: { past_user_inputs: past } }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(Array.isArray(inputs) ? [{ generated_text: 'New.' }] : older))
  })
  guard.allowOrigin(server.url)
  await openTask(page, 'conversational')
  await useEndpoint(page, server.url)
  await page.getByTestId('stream').uncheck()
  await page.getByTestId('dialect').selectOption('inputs')
  await page.getByTestId('input-messages').fill('Hi')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('message-assistant')).toContainText('New.')

  await page.getByTestId('dialect').selectOption('older')
  await page.getByTestId('input-messages').fill('And you?')
  await expect(page.getByTestId('snippet-curl')).toContainText('past_user_inputs')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('message-assistant').last()).toContainText('Old.')
  expect(server.bodies).toEqual([
    { inputs: [{ role: 'user', content: 'Hi' }] },
    { inputs: { past_user_inputs: ['Hi'], generated_responses: ['New.'], text: 'And you?' } },
  ])
  expect(server.paths).toEqual(['/', '/'])
  server.close()
})

test('says what the oldest body has no place for, and sends nothing', async ({ page }) => {
  await openTask(page, 'conversational')
  await page.getByTestId('dialect').selectOption('older')
  await page.getByTestId('input-system').fill('Be brief.')
  await page.getByTestId('input-messages').fill('Hi')
  await page.getByTestId('run').click()
  await expect(page.getByText('This request format has no place for: system')).toBeVisible()
  await expectState(page, 'idle')
  await page.goto('/#/tasks/conversational?lang=zh-CN')
  await expect(page.getByTestId('dialect')).toHaveValue('older')
  await axe(page)
})
