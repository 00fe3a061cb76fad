import type { Page } from '@playwright/test'
import { startEndpoint, type Answer } from './support/endpoint'
import { axe, expect, expectState, openTask, test } from './support/test'

/** Tools and structured answers, from their definition to what is said in the end. */

const languages = [
  { lang: 'en', send: 'Send results', valid: 'Valid by the schema' },
  { lang: 'zh-CN', send: '发送结果', valid: '符合 Schema' },
] as const

async function openChat(page: Page, lang = 'en') {
  await page.goto(`/#/tasks/conversational?lang=${lang}`)
  await expect(page.getByTestId('view-tools')).toBeVisible()
  await expect(page.getByTestId('input-messages')).not.toHaveValue('')
}

async function ask(page: Page, question: string) {
  await page.getByTestId('input-messages').fill(question)
  await page.getByTestId('run').click()
}

const thread = (page: Page) => page.getByTestId('thread')

/** Answers every request with what `answers` gives in turn, the last of them for ever. */
async function useEndpoint(page: Page, ...answers: Answer[]) {
  let at = 0
  const endpoint = await startEndpoint(
    () => answers[Math.min(at++, answers.length - 1)] ?? { body: '{}' },
  )
  await page.getByTestId('connection').getByText('Endpoint').click()
  await page.getByTestId('endpoint-url').fill(endpoint.url)
  return endpoint
}

const completion = (message: object, finish_reason = 'stop'): Answer => ({
  body: JSON.stringify({ choices: [{ index: 0, message, finish_reason }] }),
})
const sentTo = (endpoint: { received: readonly { body: Buffer }[] }) =>
  JSON.parse(endpoint.received.at(-1)?.body.toString() ?? '{}') as {
    messages: Record<string, unknown>[]
    tools?: unknown
    tool_choice?: unknown
  }

for (const { lang, send, valid } of languages) {
  test(`a tool is defined in the form, called, computed and answered (${lang})`, async ({
    page,
  }) => {
    await openChat(page, lang)
    await page.getByTestId('tool-add-calculator').click()
    await page.getByTestId('tool-add').click()
    const own = page.getByTestId('tool-definition').nth(1)
    await own.getByTestId('tool-name').fill('get_weather')
    await own.getByTestId('tool-description').fill('Get the weather of a city')
    await own.getByTestId('schema-add').click()
    await own.getByTestId('schema-name').fill('city')
    await own.getByTestId('schema-description').fill('Name of the city')
    await own.getByTestId('schema-required').check()
    await axe(page, '[data-testid=parameters]')

    await ask(page, 'What is the weather in Oslo, and what is 12 * (3 + 4)?')
    const calls = page.getByTestId('tool-call')
    await expect(calls).toHaveCount(2)
    await expect(calls.nth(0)).toContainText('get_weather')
    await expect(calls.nth(0).getByRole('treeitem').last()).toContainText('city: "Oslo"')
    await expect(calls.nth(1).getByRole('treeitem').last()).toContainText('12 * (3 + 4)')
    await expectState(page, 'done')
    await expect(page.getByTestId('send-results')).toBeDisabled()
    await calls.nth(1).getByTestId('tool-compute').click()
    await expect(calls.nth(1).getByTestId('tool-result')).toHaveValue('{"result":84}')
    await calls.nth(0).getByTestId('tool-result').fill('rainy')
    await axe(page, '[data-testid=thread]')
    await page.getByRole('button', { name: send }).click()

    const answer = page.getByTestId('message-assistant').last()
    await expect(answer).toContainText('rainy')
    await expect(answer).toContainText('84')
    await expect(page.getByTestId('message-tool')).toHaveCount(2)
    await expect(page.getByTestId('tool-result')).toHaveCount(0)
  })

  test(`an answer by a schema is valid (${lang})`, async ({ page }) => {
    await openChat(page, lang)
    await page.getByTestId('format-kind').locator('input[value=json_schema]').check()
    await page.getByTestId('schema-example-person').click()
    await ask(page, 'Sarah Smith is 42 years old and lives in Paris.')
    const answer = page.getByTestId('structured')
    await expect(answer).toHaveAttribute('data-state', 'valid')
    await expect(answer).toContainText(valid)
    await expect(answer.getByRole('treeitem')).toHaveText([
      /\{3\}/,
      /name: "Sarah Smith"/,
      /age: 42/,
      /city: "Paris"/,
    ])
    await axe(page, '[data-testid=thread]')
  })
}

test('results that were typed outlive a reload, and go with Ctrl+Enter', async ({ page }) => {
  await openChat(page)
  await page.getByTestId('example-tools').click()
  await expect(page.getByTestId('input-messages')).toHaveValue(/weather/)
  await page.getByTestId('run').click()
  await page.getByTestId('tool-result').fill('{"temperature": 21}')
  await expectState(page, 'done')
  await page.reload()
  await expect(page.getByTestId('tool-result')).toHaveValue('{"temperature": 21}')
  await page.getByTestId('tool-result').press('Control+Enter')
  await expect(page.getByTestId('message-assistant').last()).toContainText('temperature 21')
})

test('a conversation is not sent while a call waits for its result', async ({ page }) => {
  await openChat(page)
  await page.getByTestId('example-tools').click()
  await expect(page.getByTestId('input-messages')).toHaveValue(/weather/)
  await page.getByTestId('run').click()
  await expect(page.getByTestId('send-results')).toBeVisible()
  await page.getByTestId('run').click()
  await expect(page.getByText('Give each tool call its result first.')).toBeVisible()
  await page.getByTestId('tool-result').fill('sunny')
  await page.getByTestId('input-messages').fill('And say it briefly.')
  await page.getByTestId('run').click()
  await expect(page.getByTestId('message-tool')).toContainText('sunny')
  await expect(page.getByTestId('message-user').last()).toContainText('briefly')
})

test('tools are one truth in the form and as JSON, with faults marked', async ({ page }) => {
  await openChat(page)
  const view = page.getByTestId('view-tools')
  await page.getByTestId('tool-add-get_time').click()
  await view.getByText('JSON').click()
  const raw = page.locator('textarea[data-testid=param-tools]')
  await expect(raw).toHaveValue(/"name": "get_time"/)
  await raw.fill('[{"type": "function", "function": {"name": "twice"}}')
  await expect(page.getByRole('alert').filter({ hasText: 'line 1' })).toBeVisible()
  await raw.fill('[{"type": "function", "function": {"name": "two words"}, "kept": 1}]')
  await view.getByText('Form').click()
  await expect(page.getByTestId('tool-name')).toHaveAttribute('aria-invalid', 'true')
  await page.getByTestId('tool-name').fill('twice')
  await expect(page.getByTestId('tool-name')).toHaveAttribute('aria-invalid', 'false')
  const schema = page.getByTestId('tool-schema')
  await schema.getByText('JSON').click()
  await page.getByTestId('tool-schema-json').fill('{"type": "objekt"}')
  await expect(page.getByTestId('tool-schema-faults')).toContainText('"objekt"')
  await page.getByTestId('tool-schema-json').fill('{"type": ')
  await expect(schema.getByText('Not used until it is mended')).toBeVisible()
  await view.getByText('JSON').click()
  await expect(raw).toHaveValue(/"twice"[\s\S]*"objekt"[\s\S]*"kept": 1/)
  await page.getByTestId('param-tool_choice').selectOption({ label: 'twice()' })
  await expect(page.getByTestId('raw-request')).toContainText('"tool_choice"')
})

test('broken arguments are shown as they came; calls without ids are answered one by one', async ({
  page,
  guard,
}) => {
  await openChat(page)
  const call = (written: string) => ({
    type: 'function',
    function: { name: 'calculator', arguments: written },
  })
  const endpoint = await useEndpoint(
    page,
    completion(
      {
        content: null,
        tool_calls: [call('{"expression": '), call('{expression}'), call('{"expression": "1+1"}')],
      },
      'tool_calls',
    ),
    completion({ content: 'Two.' }),
  )
  guard.allowOrigin(endpoint.url)
  await page.getByText('Stream the answer').click()
  await ask(page, 'Add')
  const calls = page.getByTestId('tool-call')
  await expect(calls).toHaveCount(3)
  await expect(calls.nth(0).getByTestId('tool-fault')).toContainText('end too soon')
  await expect(calls.nth(1).getByTestId('tool-fault')).toContainText('no JSON')
  await expect(calls.nth(1).getByTestId('tool-raw')).toHaveText('{expression}')
  await calls.nth(1).getByTestId('tool-compute').click()
  await expect(calls.nth(1).getByRole('alert')).toContainText('can not be read')
  await axe(page, '[data-testid=thread]')
  await calls.nth(0).getByTestId('tool-result').fill('no')
  await calls.nth(1).getByTestId('tool-result').fill('{"error": "no"}')
  await calls.nth(2).getByTestId('tool-compute').click()
  await page.getByTestId('send-results').click()
  await expect(thread(page)).toContainText('Two.')
  const { messages } = sentTo(endpoint)
  const asked = messages.find(({ role }) => role === 'assistant')?.tool_calls as { id: string }[]
  const ids = asked.map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  expect(messages.filter(({ role }) => role === 'tool')).toEqual([
    { role: 'tool', tool_call_id: ids[0], content: 'no' },
    { role: 'tool', tool_call_id: ids[1], content: '{"error": "no"}' },
    { role: 'tool', tool_call_id: ids[2], content: '{"result":2}' },
  ])
  await endpoint.close()
})

test('calls are put together from the pieces of a stream, also when all are numbered 0', async ({
  page,
  guard,
}) => {
  await openChat(page)
  const piece = (call: object, finish_reason: string | null = null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta: { tool_calls: [call] }, finish_reason }] })}\n\n`
  const begin = (id: string) =>
    piece({ index: 0, id, function: { name: 'look_up', arguments: '' } })
  const written = (text: string) => piece({ index: 0, function: { arguments: text } })
  const endpoint = await useEndpoint(page, {
    type: 'text/event-stream',
    body: [
      begin('call_a'),
      written('{"word": "d'),
      written('og"}'),
      begin('call_b'),
      written('{"word":'),
      written(' ["c", "at"]}'),
      'data: {"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}\n\n',
      'data: [DONE]\n\n',
    ].join(''),
  })
  guard.allowOrigin(endpoint.url)
  await ask(page, 'Look up dog and cat')
  const calls = page.getByTestId('tool-call')
  await expect(calls).toHaveCount(2)
  await expect(calls.nth(0).getByRole('treeitem').nth(1)).toHaveText('word: "dog"')
  await expect(calls.nth(1).getByRole('treeitem')).toHaveCount(4)
  await calls.nth(0).getByTestId('tool-result').fill('an animal')
  await calls.nth(1).getByTestId('tool-result').fill('another')
  await page.getByTestId('send-results').click()
  await expect.poll(() => endpoint.received.length).toBe(2)
  expect(sentTo(endpoint).messages.slice(-3)).toMatchObject([
    { role: 'assistant', content: null, tool_calls: [{ id: 'call_a' }, { id: 'call_b' }] },
    { role: 'tool', tool_call_id: 'call_a', content: 'an animal' },
    { role: 'tool', tool_call_id: 'call_b', content: 'another' },
  ])
  await endpoint.close()
})

test('an answer against its schema has its faults marked; no JSON and cut JSON are said', async ({
  page,
  guard,
}) => {
  await openChat(page)
  await page.getByTestId('format-kind').locator('input[value=json_schema]').check()
  await page.getByTestId('schema-example-person').click()
  const endpoint = await useEndpoint(
    page,
    completion({ content: '{"name": "Ada", "age": "old", "zip": 1}' }),
    completion({ content: 'Sure! Here it is.' }),
    completion({ content: '{"name": "Ada", "a' }, 'length'),
  )
  guard.allowOrigin(endpoint.url)
  await page.getByText('Stream the answer').click()
  await ask(page, 'Who is Ada?')
  const answer = page.getByTestId('structured').last()
  await expect(answer).toHaveAttribute('data-state', 'faults')
  await expect(answer.getByTestId('structured-faults').getByRole('listitem')).toHaveText([
    /the whole lacks “city”/,
    /age must be of type integer/,
    /zip is not allowed by the schema/,
  ])
  await expect(answer.getByRole('treeitem', { name: /age/ })).toContainText(
    'must be of type integer',
  )
  await axe(page, '[data-testid=thread]')
  await ask(page, 'Who is Ada?')
  await expect(page.getByTestId('structured').nth(1)).toHaveAttribute('data-state', 'not-json')
  await ask(page, 'Who is Ada?')
  const cut = page.getByTestId('structured').nth(2)
  await expect(cut).toHaveAttribute('data-state', 'cut')
  await expect(cut.getByRole('treeitem').last()).toContainText('name: "Ada"')
  await endpoint.close()
})

test('a grammar binds generated text, and a hostile regular expression ends', async ({
  page,
  guard,
}) => {
  await openTask(page, 'text-generation')
  await page.getByTestId('grammar-kind').locator('input[value=regex]').check()
  await page.getByTestId('input-inputs').fill('When was it?')
  await page.getByTestId('run').click()
  const answer = page.getByTestId('structured')
  await expect(answer).toHaveAttribute('data-state', 'valid')
  await expect(answer.locator('pre')).toHaveText(/^\d{4}-\d{2}-\d{2}$/)

  const endpoint = await useEndpoint(page, {
    body: JSON.stringify([{ generated_text: `${'a'.repeat(60)}!` }]),
  })
  guard.allowOrigin(endpoint.url)
  await page.getByText('Stream the answer').click()
  await page.getByTestId('grammar-regex').fill('(a+)+')
  await page.getByTestId('run').click()
  await expect(answer).toHaveAttribute('data-state', 'too-long', { timeout: 15_000 })
  await expect(page.getByTestId('run')).toBeEnabled()
  await endpoint.close()
})
