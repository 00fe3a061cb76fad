import { startEndpoint } from './support/endpoint'
import { startServer } from './support/server'
import { expect, expectState, openTask, test } from './support/test'

/** A server that adds its own token: the page can run on Hugging Face, and never holds the token. */

const TOKEN = 'hf_serverSecretServerSecret'
const OWN = 'hf_ownSecretOwnSecretOwn'

test('a page without a token runs on the token of its server, and never sees it', async ({
  page,
  guard,
}) => {
  const router = await startEndpoint(({ headers }) => ({
    body: JSON.stringify([[{ label: `You sent ${headers.authorization}`, score: 0.75 }]]),
  }))
  const env = { HF_TOKEN: TOKEN, TOKEN_PROXY: '1', PROXY_ROUTER_URL: router.url }
  const server = await startServer(env)
  guard.allowOrigin(server.url)
  try {
    await page.goto(`${server.url}/#/tasks/text-classification`)
    await page.getByRole('radio', { name: 'Hugging Face' }).check({ force: true })
    await expect(page.getByText('This server adds its own Hugging Face token.')).toBeVisible()
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    await expect(page.getByTestId('result')).toContainText('You sent Bearer [token]')
    expect(router.received[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(await page.content()).not.toContain(TOKEN)
    // What leaves the page is the request to Hugging Face itself, with the variable.
    await expect(page.getByTestId('snippet-curl')).toContainText('https://router.huggingface.co/')
    await expect(page.getByTestId('snippet-curl')).toContainText('$HF_TOKEN')
  } finally {
    await server.stop()
    await router.close()
  }
})

test("the person's own token goes before the server's, and to Hugging Face itself", async ({
  page,
  guard,
}) => {
  const server = await startServer({ HF_TOKEN: TOKEN, TOKEN_PROXY: '1' })
  guard.allowOrigin(server.url)
  let seen: string | undefined
  await page.route('https://router.huggingface.co/**', (route) => {
    seen = route.request().headers().authorization
    return route.fulfill({ json: [[{ label: 'JOY', score: 0.75 }]] })
  })
  try {
    await page.goto(`${server.url}/#/settings`)
    await page.getByTestId('token-input').fill(OWN)
    await page.getByTestId('token-save').click()
    await page.goto(`${server.url}/#/tasks/text-classification`)
    await page.getByRole('radio', { name: 'Hugging Face' }).check({ force: true })
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    expect(seen).toBe(`Bearer ${OWN}`)
  } finally {
    await server.stop()
  }
})

test('an endpoint connection never gets the token of the server', async ({ page, guard }) => {
  const server = await startServer({ HF_TOKEN: TOKEN, TOKEN_PROXY: '1' })
  guard.allowOrigin(server.url)
  const router = 'https://router.huggingface.co/hf-inference/models/x'
  let seen: string | undefined | null = null
  await page.route(router, (route) => {
    seen = route.request().headers().authorization
    return route.fulfill({ json: [[{ label: 'JOY', score: 0.75 }]] })
  })
  try {
    await page.goto(`${server.url}/#/tasks/text-classification`)
    await page.getByRole('radio', { name: 'Endpoint' }).check({ force: true })
    await page.getByTestId('endpoint-url').fill(router)
    await page.getByTestId('run').click()
    await expectState(page, 'done')
    expect(seen).toBeUndefined()
  } finally {
    await server.stop()
  }
})

test('a server without a token says so: the page asks for one', async ({ page }) => {
  await openTask(page, 'text-classification')
  await page.getByRole('radio', { name: 'Hugging Face' }).check({ force: true })
  await expect(page.getByText('A Hugging Face token is needed.')).toBeVisible()
  await page.getByTestId('run').click()
  await expectState(page, 'idle')
})
