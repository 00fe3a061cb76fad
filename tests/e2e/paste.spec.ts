import type { Page } from '@playwright/test'
import { startEndpoint } from './support/endpoint'
import { axe, expect, expectState, openTask, test } from './support/test'

/** A pasted curl command opens the page that it belongs to, filled; a token in it is taken out at once. */

const TOKEN = 'hf_abcdefghijklmnopqrstuvwxyz123456'

async function paste(page: Page, command: string): Promise<void> {
  await page.goto('/#/paste')
  await page.getByTestId('paste-command').fill(command)
}

function watchPosts(page: Page): string[] {
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  return posts
}

test("the page's own curl opens the page as it was, and nothing is sent", async ({ page }) => {
  const posts = watchPosts(page)
  await openTask(page, 'question-answering')
  await page.getByTestId('input-question').fill(`Who's "there"? 你好 $HOME`)
  await page.getByTestId('input-context').fill('line one\nline \\ two')
  await page.getByTestId('param-top_k').fill('3')
  await expect(page.getByTestId('snippet-curl')).toContainText('top_k')
  const command = await page.getByTestId('snippet-curl').innerText()
  await page.getByTestId('input-question').fill('work in progress')

  await page.getByTestId('nav-paste').click()
  await page.getByTestId('paste-command').fill(command)
  await expect(page.getByTestId('paste-task')).toHaveValue('question-answering')
  await expect(page.getByTestId('paste-connection')).toHaveText('Sandbox')
  await page.getByTestId('paste-open').click()
  await expect(page.getByTestId('input-question')).toHaveValue(`Who's "there"? 你好 $HOME`)
  await expect(page.getByTestId('input-context')).toHaveValue('line one\nline \\ two')
  await expect(page.getByTestId('param-top_k')).toHaveValue('3')
  await expectState(page, 'idle')
  expect(posts).toEqual([])
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('input-question')).toHaveValue('work in progress')
})

test('a token leaves the text at once, is kept on a word, and stands nowhere else', async ({
  page,
}) => {
  await paste(
    page,
    `curl https://router.huggingface.co/v1/chat/completions \\
  -H "Authorization: Bearer ${TOKEN}" \\
  -H 'Content-Type: application/json' \\
  -d '{"model": "openai/gpt-oss-120b:together", "messages": [{"role": "system", "content": "Be brief"}, {"role": "user", "content": "Hi"}], "temperature": 0.5}'`,
  )
  await expect(page.getByTestId('paste-command')).toHaveValue(/Bearer \$HF_TOKEN"/)
  await expect(page.getByTestId('paste-task')).toHaveValue('conversational')
  await expect(page.getByTestId('paste-connection')).toContainText('together')
  await expect(page.getByTestId('paste-model')).toHaveText('openai/gpt-oss-120b')
  const everywhere = () =>
    page.evaluate(() => {
      const fields = [...document.querySelectorAll('textarea, input')]
      const typed = fields.map((field) => (field as HTMLInputElement).value)
      const stored = [localStorage, sessionStorage].map((store) => JSON.stringify(store))
      return [document.documentElement.outerHTML, ...typed, ...stored].join('\n')
    })
  expect(await everywhere()).not.toContain(TOKEN.slice(8))
  await page.getByTestId('paste-keep-huggingface').click()
  await expect(page.getByTestId('paste-token')).toContainText('Kept for huggingface.co')
  await page.getByTestId('paste-open').click()
  await expect(page.getByTestId('input-messages')).toHaveValue('Hi')
  await expect(page.getByTestId('param-temperature')).toHaveValue('0.5')
  await expect(page.getByRole('radio', { name: 'Hugging Face' })).toBeChecked()
  await expect(page.getByTestId('provider')).toHaveValue('together')
  await page.waitForTimeout(600)
  expect(await everywhere()).not.toContain(TOKEN.slice(8))
  await page.goto('/#/settings')
  await expect(page.getByText('hf_…3456')).toBeVisible()
})

test('an endpoint gets the token only where it was kept for it', async ({ page, guard }) => {
  const endpoint = await startEndpoint(() => ({ body: '[[{"label":"JOY","score":0.75}]]' }))
  guard.allowOrigin(endpoint.url)
  const command = `curl ${endpoint.url}/ -H 'Authorization: Bearer own-secret-1' -H 'content-type: application/json' --data-raw '{"inputs":{"text":"a","text_pair":"b"}}'`
  const run = async () => {
    await page.getByTestId('paste-open').click()
    await expect(page.getByTestId('input-text_pair')).toHaveValue('b')
    await expect(page.getByTestId('endpoint-url')).toHaveValue(`${endpoint.url}/`)
    await page.getByTestId('run').click()
    await expectState(page, 'done')
  }
  await paste(page, command)
  await expect(page.getByTestId('paste-command')).toHaveValue(/Bearer \$ENDPOINT_TOKEN'/)
  await run()
  expect(endpoint.received[0]?.headers.authorization).toBeUndefined()
  expect(JSON.parse(endpoint.received[0]?.body.toString() ?? '')).toEqual({
    inputs: { text: 'a', text_pair: 'b' },
  })
  await paste(page, command)
  await page.getByTestId('paste-keep-origin').click()
  await run()
  expect(endpoint.received[1]?.headers.authorization).toBe('Bearer own-secret-1')
  await endpoint.close()
})

test('a file is named, and the guess can be changed', async ({ page }) => {
  await paste(
    page,
    `curl https://router.huggingface.co/hf-inference/models/openai/whisper-small -X POST -H 'Content-Type: audio/flac' --data-binary @"my sample.flac"`,
  )
  await expect(page.getByTestId('paste-task')).toHaveValue('automatic-speech-recognition')
  await expect(page.getByTestId('paste-notes')).toContainText('my sample.flac')
  await page.getByTestId('paste-task').selectOption('audio-classification')
  await page.getByTestId('paste-open').click()
  await expect(page).toHaveURL(/audio-classification/)
  await expect(page.getByTestId('link-notice')).toContainText('my sample.flac')
  await expect(page.getByTestId('model')).toHaveValue('openai/whisper-small')
})

test('what is no command says so', async ({ page }) => {
  await paste(page, 'wget https://example.com')
  await expect(page.getByTestId('paste-notes')).toContainText('no curl command')
  await expect(page.getByTestId('paste-open')).toHaveCount(0)
})

test('a command of Windows opens as a custom request, and the page is fit for everybody', async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 800 })
  await paste(
    page,
    'curl ^"https://example.com/v2/rank^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  -H ^"x-mode: fast^" ^\r\n  --data-raw ^"^{^\\^"items^\\^":^[1,2^]^}^"',
  )
  await expect(page.getByTestId('paste-task')).toHaveValue('custom')
  await expect(page.getByTestId('paste-body')).toContainText('"items"')
  await axe(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
  await page.getByTestId('paste-open').click()
  await expect(page.getByTestId('input-data')).toHaveValue('{"items":[1,2]}')
})

test('a form opens as a custom request, and asks for its file', async ({ page }) => {
  await paste(
    page,
    `curl https://example.com/v1/audio/transcriptions -H 'Content-Type: multipart/form-data' -F model=whisper-1 -F 'prompt=it'\\''s' -F file=@"my talk.mp3"`,
  )
  await expect(page.getByTestId('paste-task')).toHaveValue('custom')
  await expect(page.getByTestId('paste-body')).toContainText('my talk.mp3')
  await page.getByTestId('paste-open').click()
  await expect(page.getByTestId('form-value-0')).toHaveValue('whisper-1')
  await expect(page.getByTestId('form-value-1')).toHaveValue("it's")
  await expect(page.getByTestId('form-name-2')).toHaveValue('file')
  await expect(page.getByTestId('link-notice')).toContainText('my talk.mp3')
  await page.getByTestId('run').click()
  await expect(page.getByText('Choose a file.').first()).toBeVisible()
})
