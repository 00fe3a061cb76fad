import { encode } from 'fast-png'
import type { Page } from '@playwright/test'
import { startEndpoint, type Answer } from './support/endpoint'
import { expectHarmless, HOSTILE, HOSTILE_MARKDOWN } from './support/hostile'
import { expect, expectState, openTask, test } from './support/test'

/** Replies, files and errors of somebody who means harm: the page shows them as text, asks nothing of anyone, runs nothing. */

/** Sends what the page opened with to a server of the test's, and waits for the end. */
async function run(page: Page, task: string, answer: Answer, allow: (origin: string) => void) {
  const endpoint = await startEndpoint(() => answer)
  allow(endpoint.url)
  await openTask(page, task)
  await page.getByRole('radio', { name: 'Endpoint' }).check({ force: true })
  await page.getByTestId('endpoint-url').fill(endpoint.url)
  await page.getByTestId('run').click()
  await expectState(page, /done|failed/)
  await endpoint.close()
}

const json = (value: unknown): Answer => ({ body: JSON.stringify(value) })
const score = (index: number) => 1 / (index + 2)
const labels = HOSTILE.map((label, index) => ({ label, score: score(index) }))
const box = { xmin: 10, ymin: 10, xmax: 90, ymax: 60 }
const mask = Buffer.from(
  encode({ width: 8, height: 8, channels: 1, data: new Uint8Array(64).fill(255) }),
).toString('base64')

const replies: Readonly<Record<string, unknown>> = {
  'text-classification': [labels],
  'zero-shot-classification': labels,
  'token-classification': HOSTILE.map((entity_group, index) => ({
    ...{ entity_group, score: score(index), word: entity_group },
    ...{ start: index, end: index + 1 },
  })),
  'fill-mask': HOSTILE.map((token_str, index) => ({
    ...{ token_str, sequence: `a ${token_str}`, token: index, score: score(index) },
  })),
  'question-answering': { answer: HOSTILE[1], score: 0.5, start: 0, end: 4 },
  'table-question-answering': {
    ...{ answer: HOSTILE[0], aggregator: HOSTILE[1], cells: HOSTILE, coordinates: [[0, 0]] },
  },
  summarization: [{ summary_text: HOSTILE.join(' ') }],
  translation: [{ translation_text: HOSTILE.join(' ') }],
  'text-generation': [{ generated_text: HOSTILE.join('\n') }],
  'object-detection': labels.map((each) => ({ ...each, box })),
  'image-segmentation': labels.map((each) => ({ ...each, mask })),
  'image-classification': labels,
  'image-to-text': [{ generated_text: HOSTILE.join('\n') }],
  'visual-question-answering': HOSTILE.map((answer, index) => ({ answer, score: score(index) })),
  'automatic-speech-recognition': {
    text: HOSTILE.join(' '),
    chunks: HOSTILE.map((text, index) => ({ text, timestamp: [index, index + 1] })),
  },
  'audio-classification': labels,
  custom: {
    html: HOSTILE,
    __proto__: 1,
    nested: JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
  },
}

for (const [task, reply] of Object.entries(replies)) {
  test(`${task}: a hostile reply is text`, async ({ page, guard }) => {
    await run(page, task, json(reply), (origin) => guard.allowOrigin(origin))
    await expectState(page, 'done')
    await expectHarmless(page)
  })
}

test('chat: hostile Markdown, reasoning, names and tool calls are text', async ({
  page,
  guard,
}) => {
  const message = {
    ...{ role: 'assistant', content: HOSTILE_MARKDOWN, reasoning: HOSTILE_MARKDOWN },
    tool_calls: [
      { id: HOSTILE[1], type: 'function', function: { name: HOSTILE[1], arguments: HOSTILE[1] } },
    ],
  }
  const reply = {
    ...{ model: HOSTILE[1], choices: [{ index: 0, message, finish_reason: HOSTILE[0] }] },
    usage: { prompt_tokens: HOSTILE[0], completion_tokens: 1, total_tokens: null },
  }
  await run(page, 'conversational', json(reply), (origin) => guard.allowOrigin(origin))
  await expectState(page, 'done')
  await expect(page.getByTestId('result')).toContainText('window.pwned = 26')
  await expectHarmless(page)
})

test('chat: a hostile stream is text', async ({ page, guard }) => {
  const pieces = HOSTILE_MARKDOWN.match(/[^]{1,40}/g) ?? []
  const events = pieces.map(
    (content) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`,
  )
  const body = `${events.join('')}data: [DONE]\n\n`
  await run(page, 'conversational', { type: 'text/event-stream', body }, (origin) =>
    guard.allowOrigin(origin),
  )
  await expectState(page, 'done')
  await expectHarmless(page)
})

const media: readonly (readonly [string, string])[] = [
  ['text/html', HOSTILE.join('\n')],
  [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>parent.pwned=1</script></svg>',
  ],
  [
    'application/xhtml+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><script>pwned=1</script></html>',
  ],
  ['application/javascript', 'window.pwned = 1'],
]
for (const [type, body] of media) {
  test(`custom: a reply of ${type} runs nothing`, async ({ page, guard }) => {
    await run(page, 'custom', { type, body }, (origin) => guard.allowOrigin(origin))
    await expectHarmless(page)
  })
}

for (const status of [400, 401, 403, 404, 422, 500]) {
  test(`a hostile error page with status ${status} is text`, async ({ page, guard }) => {
    const error = { status, type: 'application/json', body: JSON.stringify({ error: HOSTILE }) }
    await run(page, 'text-classification', error, (origin) => guard.allowOrigin(origin))
    await expectState(page, 'failed')
    await expectHarmless(page)
    const html = { status, type: 'text/html', body: HOSTILE.join('') }
    await run(page, 'summarization', html, (origin) => guard.allowOrigin(origin))
    await expectState(page, 'failed')
    await expectHarmless(page)
  })
}

test('a hostile file name is text on the page, in the code, and in the history', async ({
  page,
}) => {
  await openTask(page, 'image-classification')
  const name = `<img src=x onerror=window.pwned=1>'"\`$(touch pwned);&.png`
  const pixels = encode({ width: 4, height: 4, channels: 3, data: new Uint8Array(48).fill(90) })
  await page
    .getByTestId('input-image')
    .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(pixels) })
  await expect(page.getByTestId('snippet-curl')).toContainText('onerror')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expectHarmless(page)
  await page.goto('/#/history')
  await expect(page.getByText('onerror').first()).toBeVisible()
  await expectHarmless(page)
})

test('a hostile input is text in the title of the history', async ({ page }) => {
  await openTask(page, 'text-classification')
  for (const text of HOSTILE.slice(0, 4)) {
    await page.getByTestId('input-inputs').fill(text)
    await page.getByTestId('run').click()
    await expectState(page, 'done')
  }
  await page.goto('/#/history')
  await expect(page.getByText('window.pwned = 1').first()).toBeVisible()
  await expectHarmless(page)
})

test('the check itself notices what it looks for', async ({ page, guard }) => {
  guard.allowError(/content security policy/i)
  await openTask(page, 'text-classification')
  await expectHarmless(page)
  for (const html of ['<b onclick="1">', '<a href=" javascript:1">x</a>', '<iframe></iframe>']) {
    await page.locator('h1').evaluate((heading, text) => (heading.innerHTML = text), html)
    await expect(expectHarmless(page)).rejects.toThrow()
  }
})
