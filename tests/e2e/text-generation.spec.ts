import { axe } from './support/axe'
import { expect, expectState, openTask, test } from './support/test'
import { setParameters, sse, startTextServer, useEndpoint } from './support/text-server'

const PROMPT = 'Once upon a time'

test('tells prompt and continuation apart, and what the service says of them', async ({ page }) => {
  await openTask(page, 'text-generation')
  await page.getByTestId('input-inputs').fill(PROMPT)
  await setParameters(page, { max_new_tokens: 8, seed: 3, details: true, return_full_text: true })
  await page.getByTestId('stream').uncheck()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await page.getByTestId('token-view').getByText('Text').click()
  await expect(page.getByTestId('generated-text')).not.toContainText(PROMPT)
  await expect(page.getByTestId('result').locator('.prompt')).toHaveText(PROMPT)
  const facts = page.getByTestId('generation-facts')
  await expect(facts).toContainText('the limit of tokens')
  await expect(facts).toContainText('Generated tokens8')
  await expect(facts).toContainText('Seed3')
})

test('sends every parameter of generation as it is set', async ({ page, guard }) => {
  const server = await startTextServer((response) =>
    response.end(JSON.stringify([{ generated_text: ' a' }])),
  )
  guard.allowOrigin(server.url)
  await openTask(page, 'text-generation')
  await useEndpoint(page, server.url)
  const parameters = {
    adapter_id: 'owner/lora',
    best_of: 2,
    decoder_input_details: true,
    details: true,
    do_sample: true,
    frequency_penalty: 0.5,
    max_new_tokens: 7,
    max_time: 12,
    repetition_penalty: 1.1,
    return_full_text: false,
    seed: 5,
    stop: ['.', '\n'],
    temperature: 0.7,
    top_k: 10,
    top_n_tokens: 3,
    top_p: 0.9,
    truncate: 100,
    typical_p: 0.8,
    watermark: true,
  }
  await setParameters(page, parameters)
  await page.getByTestId('stream').uncheck()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  expect(server.bodies).toMatchObject([{ parameters }])
  server.close()
})

test('shows all sequences of best_of, the chosen one first', async ({ page }) => {
  await openTask(page, 'text-generation')
  await page.getByTestId('input-inputs').fill(PROMPT)
  await setParameters(page, { max_new_tokens: 6, best_of: 3, details: true, seed: 1 })
  await page.getByTestId('stream').uncheck()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByRole('heading', { name: 'The chosen sequence' })).toBeVisible()
  await expect(page.getByTestId('other-sequence')).toHaveCount(2)
  await expect(page.getByTestId('token-text')).toHaveCount(3)
  const texts = await page.getByTestId('token-text').allTextContents()
  expect(new Set(texts).size).toBe(3)
})

test('continues, and undo brings the text back', async ({ page }) => {
  await openTask(page, 'text-generation')
  await page.getByTestId('input-inputs').fill(PROMPT)
  await setParameters(page, { max_new_tokens: 5, seed: 2 })
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const first = (await page.getByTestId('generated-text').textContent()) ?? ''
  await page.getByTestId('continue').click()
  await expect(page.getByTestId('input-inputs')).toHaveValue(PROMPT + first)
  await expectState(page, 'done')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('input-inputs')).toHaveValue(PROMPT)
})

test('speaks completions to an endpoint, and keeps the choice', async ({ page, guard }) => {
  const server = await startTextServer((response, body) => {
    const { stream } = body as { stream?: boolean }
    const choice = (text: string, finish_reason: string | null, logprobs: unknown = null) => ({
      choices: [{ index: 0, text, finish_reason, logprobs }],
    })
    const logprobs = {
      tokens: [' sea'],
      token_logprobs: [-0.1],
      top_logprobs: [{ ' sea': -0.1, ' sky': -2.4 }],
    }
    response.setHeader('content-type', stream ? 'text/event-stream' : 'application/json')
    response.end(
      stream
        ? sse(choice(' sea', null, logprobs), choice('', 'stop'), '[DONE]')
        : JSON.stringify(choice(' sea', 'stop')),
    )
  })
  guard.allowOrigin(server.url)
  await openTask(page, 'text-generation')
  await useEndpoint(page, server.url)
  await page.getByTestId('dialect').getByText('/v1/completions').click()
  await page.getByTestId('input-inputs').fill('By the')
  await setParameters(page, { max_new_tokens: 3, top_n_tokens: 2, watermark: true })
  await expect(page.getByRole('status').filter({ hasText: 'watermark' })).toBeVisible()
  await page.getByTestId('stream').check()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  expect(server.paths).toEqual(['/v1/completions'])
  expect(server.bodies).toMatchObject([
    { prompt: 'By the', max_tokens: 3, logprobs: 2, watermark: true, stream: true },
  ])
  await page.locator('[data-cell]').first().hover()
  await expect(page.getByTestId('token-popover')).toContainText('sky')
  await expect(page.getByTestId('snippet-curl')).toContainText('/v1/completions')
  await page.reload()
  await expect(page.getByTestId('dialect').getByRole('radio').nth(1)).toBeChecked()
  await page.getByTestId('example-python').click()
  await expect(page.getByTestId('snippet-curl')).toContainText('"prompt"')
  server.close()
})

test('offers to continue what was cut', async ({ page, guard }) => {
  let asked = 0
  const server = await startTextServer((response, body) => {
    const { inputs } = body as { inputs: string }
    asked++
    response.setHeader('content-type', 'text/event-stream')
    const token = (text: string) => ({ token: { id: 1, text, logprob: -1, special: false } })
    response.write(sse(token(asked === 1 ? ' a' : ' b')))
    if (asked > 1) response.end(sse({ ...token(''), generated_text: ' b', details: null }))
    else setTimeout(() => response.destroy(), 100)
    expect(inputs).toBe(asked === 1 ? 'Say' : 'Say a')
  })
  guard.allowOrigin(server.url)
  guard.allowError(/net::ERR/)
  await openTask(page, 'text-generation')
  await useEndpoint(page, server.url)
  await page.getByTestId('input-inputs').fill('Say')
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toHaveAttribute('data-kind', 'cut')
  await expect(page.getByTestId('generated-text')).toHaveText(' a')
  await page.getByTestId('continue').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('generated-text')).toHaveText(' b')
  server.close()
})

for (const lang of ['en', 'zh-CN'])
  test(`is accessible: ${lang}`, async ({ page }) => {
    await page.goto(`/#/tasks/text-generation?lang=${lang}`)
    await page.getByTestId('example-details').click()
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    await expect(page.getByTestId('token-text')).toBeVisible()
    await axe(page)
  })
