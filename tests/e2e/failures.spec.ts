import type { Page } from '@playwright/test'
import { startEndpoint, type Answer, type Endpoint } from './support/endpoint'
import { axe, expect, expectState, openTask, test } from './support/test'

/** Each fault of a service in words, in both languages, with the next step; the work on the page is kept. */

const TOKEN = 'hf_e2eSecretSecretSecretSecret'
let endpoint: Endpoint | undefined
test.afterEach(() => endpoint?.close())

async function choose(page: Page, kind: string): Promise<void> {
  const radio = page
    .getByTestId('connection')
    .getByRole('radio')
    .nth(kind === 'endpoint' ? 2 : 1)
  await radio.check({ force: true })
}

const error = (text: string) => JSON.stringify({ error: text })

/** Status, what the service says, and title and next step as the person reads them. */
const FAULTS: readonly [
  name: string,
  answer: Answer,
  title: string,
  next: RegExp,
  chinese: string,
][] = [
  [
    '401',
    { status: 401, body: error('Invalid token') },
    'The token was not accepted',
    /wants a token, and none was sent/,
    '令牌未被接受',
  ],
  [
    '402',
    { status: 402, body: error('Exceeded credits') },
    'Credits are used up',
    /bill an organisation/,
    '额度已用完',
  ],
  [
    '403',
    { status: 403, body: error('Forbidden') },
    'This token may not do that',
    /Make calls to your Inference Endpoints/,
    '此令牌没有权限',
  ],
  [
    '404',
    { status: 404, body: error('Model x does not exist') },
    'Not found',
    /no such route, or serves no model/,
    '未找到',
  ],
  [
    '413',
    { status: 413, body: 'Payload Too Large', type: 'text/plain' },
    'Too large for the service',
    /smaller file or a shorter text/,
    '超出服务的大小限制',
  ],
  [
    '422',
    { status: 422, body: '{"detail":"x"}' },
    'The service did not accept the request',
    /Correct what is marked/,
    '服务不接受该请求',
  ],
  [
    '424',
    { status: 424, body: '{"error":"Inference failed","error_type":"backend"}' },
    'The model behind the service failed',
    /may not suit this task/,
    '服务背后的模型出错',
  ],
  [
    '500',
    { status: 500, body: '<html>boom', type: 'text/html' },
    'The service failed',
    /another model or provider/,
    '服务出错',
  ],
  [
    '504',
    { status: 504, body: '' },
    'The service took too long',
    /gave up waiting/,
    '服务响应超时',
  ],
  [
    '418',
    { status: 418, body: error('teapot') },
    'The service refused the request',
    /raw reply below/,
    '服务拒绝了该请求',
  ],
  [
    'malformed',
    { body: '{"label": ' },
    'The reply could not be read',
    /raw reply is shown below/,
    '无法读懂回复',
  ],
]

for (const [name, answer, title, next, chinese] of FAULTS)
  test(`${name}: ${title}, in both languages, and nothing is lost`, async ({ page, guard }) => {
    endpoint = await startEndpoint(() => answer)
    guard.allowOrigin(endpoint.url)
    await openTask(page, 'text-classification')
    await page.getByTestId('input-inputs').fill('my words')
    await choose(page, 'endpoint')
    await page.getByTestId('endpoint-url').fill(endpoint.url)
    await page.getByTestId('run').click()
    await expectState(page, 'failed')
    const card = page.getByTestId('error')
    await expect(card).toContainText(title)
    await expect(card).toContainText(next)
    await expect(card.getByTestId('copy-report')).toBeVisible()
    await expect(card.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(card.getByRole('button', { name: 'Use the sandbox' })).toBeVisible()
    await expect(page.getByTestId('input-inputs')).toHaveValue('my words')
    await page.getByTestId('language-toggle').click()
    await expect(card).toContainText(chinese)
    await expect(card).not.toContainText(/failures\.|help\./)
    await expect(page.getByTestId('input-inputs')).toHaveValue('my words')
  })

test('a field that the service names is marked, until it is changed', async ({ page, guard }) => {
  endpoint = await startEndpoint(() => ({
    status: 422,
    body: '{"detail":[{"loc":["body","parameters","top_k"],"msg":"must be less than 10"},{"loc":["body","inputs"],"msg":"too rude"}]}',
  }))
  guard.allowOrigin(endpoint.url)
  await openTask(page, 'text-classification')
  await page.getByTestId('param-top_k').fill('99')
  await choose(page, 'endpoint')
  await page.getByTestId('endpoint-url').fill(endpoint.url)
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.locator('#problem-param-top_k')).toContainText('must be less than 10')
  await expect(page.locator('#problem-inputs')).toContainText('too rude')
  await expect(page.getByTestId('param-top_k')).toHaveAttribute('aria-invalid', 'true')
  await axe(page)
  await page.getByTestId('param-top_k').fill('3')
  await expect(page.locator('#problem-param-top_k')).toHaveCount(0)
  await expect(page.locator('#problem-inputs')).toContainText('too rude')
  await page.getByTestId('run').click()
  await expect.poll(() => endpoint?.received.length).toBe(2)
})

test('the report holds no token, even when the server repeats it', async ({ page, guard }) => {
  endpoint = await startEndpoint(({ headers }) => ({
    status: 401,
    body: error(`Bad ${headers.authorization ?? ''} ${btoa(headers.authorization ?? '')}`),
  }))
  guard.allowOrigin(endpoint.url)
  await page.goto('/#/settings')
  await page.getByTestId('token-input').fill(TOKEN)
  await page.getByTestId('token-save').click()
  await openTask(page, 'text-classification')
  await choose(page, 'endpoint')
  await page.getByTestId('endpoint-url').fill(endpoint.url)
  await page.getByTestId('endpoint-auth').selectOption('huggingface')
  await page.getByTestId('endpoint-grant').click()
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  expect(endpoint.received[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`)
  await page.getByTestId('show-report').click()
  const report = page.getByTestId('report')
  await expect(report).toContainText('unauthorized (HTTP 401)')
  await expect(report).toContainText('with a token')
  const text = (await report.textContent()) ?? ''
  expect(text).not.toContain(TOKEN)
  expect(text).not.toContain('U2VjcmV0U2Vjc')
  await axe(page, '[data-testid=error]')
})

test('a server that lets no web page read it is told from one that is down', async ({
  page,
  guard,
}) => {
  guard.allowError(/CORS policy|net::ERR/)
  endpoint = await startEndpoint(() => ({ body: '[]' }))
  const { url } = endpoint
  guard.allowOrigin(url)
  // The browser then finds no header that lets this page read the answer.
  await page.route(`${url}/**`, (route) =>
    route.request().method() === 'HEAD' ? route.fulfill({ body: '' }) : route.abort('failed'),
  )
  await openTask(page, 'text-classification')
  await choose(page, 'endpoint')
  await page.getByTestId('endpoint-url').fill(url)
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toContainText('The server answers, but not to web pages')
})

test.describe('on Hugging Face', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/#/settings')
    await page.getByTestId('token-input').fill(TOKEN)
    await page.getByTestId('token-save').click()
  })

  async function runRouted(page: Page, status: number, body: string): Promise<string[]> {
    const asked: string[] = []
    const cors = { 'access-control-allow-origin': '*' }
    await page.route('https://router.huggingface.co/**', (route) => {
      asked.push(route.request().url())
      return route.fulfill({ status, body, contentType: 'application/json', headers: cors })
    })
    await page.route('https://huggingface.co/api/models/**', (route) =>
      route.fulfill({
        headers: cors,
        json: {
          id: 'distilbert/distilbert-base-uncased-finetuned-sst-2-english',
          inferenceProviderMapping: {
            'fal-ai': { status: 'live', providerId: 'x/y', task: 'text-classification' },
          },
        },
      }),
    )
    await openTask(page, 'text-classification')
    await choose(page, 'provider')
    await page.getByTestId('provider').selectOption('hf-inference')
    await page.getByTestId('run').click()
    await expectState(page, 'failed')
    return asked
  }

  test('a gated model leads to its page', async ({ page }) => {
    await runRouted(page, 403, error('Access to model a/b is restricted. It is gated.'))
    await expect(page.getByTestId('error')).toContainText('This model is gated')
    await expect(page.getByTestId('model-page')).toHaveAttribute(
      'href',
      'https://huggingface.co/distilbert/distilbert-base-uncased-finetuned-sst-2-english',
    )
  })

  test('a token without the permission is told which one it needs', async ({ page }) => {
    await runRouted(page, 401, error('Invalid credentials in Authorization header'))
    await expect(page.getByTestId('error')).toContainText('Make calls to Inference Providers')
  })

  test('a model that is not served names those who serve it, and a press runs there', async ({
    page,
  }) => {
    const asked = await runRouted(page, 404, error('Model not found'))
    await expect(page.getByTestId('other-providers')).toContainText('is served by')
    const before = asked.length
    await page.getByTestId('run-with-fal-ai').click()
    await expect(page.getByTestId('provider')).toHaveValue('fal-ai')
    await expectState(page, /failed|done/)
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(before)
  })
})
