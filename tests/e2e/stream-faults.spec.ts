import type { ServerResponse } from 'node:http'
import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { expect, expectState, openTask, test } from './support/test'
import { sse, startTextServer, useEndpoint } from './support/text-server'

/** A server that misbehaves, in the browser. tests/unit/stream-faults.spec.ts has every way of it. */

const token = (text: string) => ({ token: { id: 1, text, logprob: -1, special: false } })
const delta = (content: string) => ({ choices: [{ index: 0, delta: { content } }] })
const end = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }
const usage = { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2 } }

async function serve(
  page: Page,
  guard: { allowOrigin: (origin: string) => void },
  task: string,
  answer: (response: ServerResponse) => void,
) {
  const server = await startTextServer((response) => {
    response.setHeader('content-type', 'text/event-stream')
    answer(response)
  })
  guard.allowOrigin(server.url)
  await openTask(page, task)
  await useEndpoint(page, server.url)
  await page.getByTestId(task === 'conversational' ? 'input-messages' : 'input-inputs').fill('Hi')
  await page.getByTestId('stream').check()
  return server
}

/** One byte at a time. */
function trickle(response: ServerResponse, bytes: Buffer, at = 0): void {
  if (at >= bytes.length) return void response.end()
  response.write(bytes.subarray(at, at + 1))
  setImmediate(() => trickle(response, bytes, at + 1))
}

test('a chat whose stream comes byte by byte, with every oddity, is whole', async ({
  page,
  guard,
}) => {
  const body = sse(usage, delta('好'), delta('的😀'), end, usage)
    .replaceAll('data: ', 'data:')
    .replaceAll('\n', '\r\n')
  const server = await serve(page, guard, 'conversational', (response) =>
    trickle(response, Buffer.from(`\ufeff: hello\r\n\r\n${body}`)),
  )
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('message-assistant')).toContainText('好的😀')
  server.close()
})

test('a chat that is cut says so, and keeps what came', async ({ page, guard }) => {
  guard.allowError(/net::ERR/)
  const server = await serve(page, guard, 'conversational', (response) => {
    response.write(sse(delta('Half of')))
    setTimeout(() => response.destroy(), 100)
  })
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toHaveAttribute('data-kind', 'cut')
  await expect(page.getByTestId('message-assistant')).toContainText('Half of')
  await axe(page)
  server.close()
})

test('an error in mid-stream is told, in Chinese too', async ({ page, guard }) => {
  const server = await serve(page, guard, 'text-generation', (response) =>
    response.end(sse(token('Half'), { error: 'Out of memory', error_type: 'generation' })),
  )
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toContainText('Out of memory')
  await expect(page.getByTestId('generated-text')).toHaveText('Half')
  await page.goto('/#/tasks/text-generation?lang=zh-CN')
  await expect(page.getByTestId('continue')).toHaveText('继续')
  await axe(page)
  server.close()
})

for (const task of ['text-generation', 'conversational'])
  test(`stop reaches the server, before and after the first byte: ${task}`, async ({
    page,
    guard,
  }) => {
    guard.allowError(/net::ERR/)
    let silent = true
    const server = await serve(page, guard, task, (response) => {
      if (silent) return
      const piece = task === 'conversational' ? delta('x ') : token('x ')
      const timer = setInterval(() => response.write(sse(piece)), 5)
      response.on('close', () => clearInterval(timer))
    })
    await page.getByTestId('run').click()
    await expectState(page, 'waiting')
    await expect.poll(() => server.bodies.length).toBe(1)
    await page.getByTestId('stop').click()
    await expectState(page, 'aborted')
    await expect.poll(() => server.gone()).toBe(1)

    silent = false
    if (task === 'conversational') await page.getByTestId('input-messages').fill('Hi again')
    await page.getByTestId('run').click()
    await expectState(page, 'streaming')
    await expect(page.getByTestId('result')).toContainText('x x x')
    await page.getByTestId('stop').click()
    await expectState(page, 'aborted')
    await expect.poll(() => server.gone()).toBe(2)
    await expect(page.getByTestId('result')).toContainText('x x x')
    server.close()
  })
