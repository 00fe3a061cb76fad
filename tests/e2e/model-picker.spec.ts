import type { Page } from '@playwright/test'
import { hubModel, served, startHub } from './support/hub'
import { axe, expect, expectState, openTask, test } from './support/test'

/** The model picker of a task's page, against a server that answers as the Hub does. */

const DISTIL = 'distilbert/distilbert-base-uncased-finetuned-sst-2-english'
const models = [
  hubModel(DISTIL, {
    downloads: 8_200_000,
    ...served(['hf-inference', 'text-classification'], ['together', 'conversational']),
  }),
  hubModel('ProsusAI/finbert', { ...served(['hf-inference', 'text-classification']) }),
  hubModel('acme/gated-sentiment', {
    gated: 'manual',
    likes: 77,
    tags: ['license:llama3.1'],
    ...served(['nebius', 'text-classification']),
  }),
  hubModel('acme/cold-sentiment'),
  ...Array.from({ length: 30 }, (_, index) => hubModel(`many/model-${index}`)),
]

const options = (page: Page) => page.getByTestId('model-options').getByRole('option')
const option = (page: Page, id: string) => page.locator(`[data-model="${id}"]`)

async function openPicker(page: Page) {
  await page.getByTestId('model-picker-open').click()
  await expect(page.getByTestId('model-search')).toBeFocused()
  await expect(page.getByTestId('model-picker')).toHaveJSProperty('open', true)
}

const kind = (page: Page, name: string) =>
  page.getByTestId('connection').getByRole('radio', { name })

test('finds a model while typing, and takes it by keyboard alone', async ({ page }) => {
  const hub = await startHub(page, { models })
  await openTask(page, 'text-classification')
  await openPicker(page)
  await page.getByTestId('model-search').pressSequentially('sentiment')
  await expect(page.getByTestId('group-onHub').getByRole('option')).toHaveCount(2)
  const lists = hub.asked.filter(({ pathname }) => pathname === '/api/models')
  expect(lists.at(-1)?.searchParams.get('search')).toBe('sentiment')
  expect(lists.at(-1)?.searchParams.get('pipeline_tag')).toBe('text-classification')

  const field = page.getByTestId('model-search')
  const active = () =>
    field.evaluate((node) => {
      const id = node.getAttribute('aria-activedescendant') ?? ''
      return document.getElementById(id)?.dataset.model
    })
  while ((await active()) !== 'acme/cold-sentiment') await page.keyboard.press('ArrowDown')
  await expect(option(page, 'acme/cold-sentiment')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByTestId('picker-detail')).toContainText('No provider serves this model.')
  await page.keyboard.press('ArrowUp')
  expect(await active()).toBe('acme/gated-sentiment')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('model-picker')).toHaveCount(0)
  await expect(page.getByTestId('model')).toHaveValue('acme/gated-sentiment')
  await expect(page.getByTestId('model-picker-open')).toBeFocused()
  await hub.close()
})

test('shows what the Hub tells: downloads, likes, licence, gated, warm or cold, who serves it and for what', async ({
  page,
}) => {
  const hub = await startHub(page, { models })
  await openTask(page, 'text-classification')
  await openPicker(page)
  const recommended = page.getByTestId('group-recommended').getByRole('option')
  await expect(recommended).toContainText(DISTIL)
  await expect(recommended).toContainText('8.2M')
  await expect(recommended).toContainText('warm')
  await expect(recommended).toContainText('hf-inference, together')
  await expect(page.getByTestId('group-documented')).toContainText('ProsusAI/finbert')

  await option(page, 'acme/gated-sentiment').click()
  const gated = option(page, 'acme/gated-sentiment')
  for (const fact of ['12.3K', '77 likes', 'llama3.1', 'gated', 'nebius'])
    await expect(gated).toContainText(fact)
  await expect(option(page, 'acme/cold-sentiment')).toContainText('cold')
  const detail = page.getByTestId('picker-detail')
  await expect(detail.getByRole('link', { name: 'Conditions and access' })).toHaveAttribute(
    'href',
    'https://huggingface.co/acme/gated-sentiment',
  )
  await option(page, DISTIL).click()
  await expect(detail.getByTestId('servings').getByRole('row')).toHaveText([
    /Provider/,
    /hf-inference.*text-classification/,
    /together.*conversational/,
  ])
  await hub.close()
})

test('takes a model together with its provider', async ({ page }) => {
  const hub = await startHub(page, { models })
  await openTask(page, 'text-classification')
  await page.getByTestId('input-inputs').fill('my own words')
  await openPicker(page)
  await option(page, 'acme/gated-sentiment').click()
  await page.getByTestId('use-with-nebius').click()
  await expect(page.getByTestId('model')).toHaveValue('acme/gated-sentiment')
  await expect(kind(page, 'Hugging Face')).toBeChecked()
  await expect(page.getByTestId('provider')).toHaveValue('nebius')
  await expect(page.getByTestId('input-inputs')).toHaveValue('my own words')
  await hub.close()
})

test("filters by provider, from the connection's on, and goes on page by page", async ({
  page,
}) => {
  const hub = await startHub(page, { models, pageSize: 20 })
  await openTask(page, 'text-classification')
  await kind(page, 'Hugging Face').check({ force: true })
  await openPicker(page)
  await expect(page.getByTestId('filter-provider')).toHaveValue('hf-inference')
  await expect(page.getByTestId('picker-status')).toHaveText(/models$/)
  expect(hub.asked[0]?.searchParams.get('inference_provider')).toBe('hf-inference')
  await expect(option(page, 'acme/cold-sentiment')).toHaveCount(0)

  await page.getByTestId('model-search').fill('cold-sentiment')
  await page.getByTestId('picker-widen').click()
  await expect(page.getByTestId('filter-provider')).toHaveValue('')
  await expect(option(page, 'acme/cold-sentiment')).toBeVisible()
  await page.getByTestId('model-search').fill('')
  await expect(option(page, 'many/model-29')).toHaveCount(0)
  await page.getByTestId('picker-more').click()
  await expect(option(page, 'many/model-29')).toHaveCount(1)
  await expect(page.getByTestId('picker-more')).toHaveCount(0)
  await page.getByTestId('filter-sort').selectOption('likes')
  await expect
    .poll(() => hub.asked.some(({ searchParams }) => searchParams.get('sort') === 'likes'))
    .toBe(true)
  await hub.close()
})

test('works from the bundled list where the Hub is out of reach, says so, and asks again', async ({
  page,
}) => {
  const hub = await startHub(page, { models })
  hub.setDown(true)
  await openTask(page, 'text-classification')
  await openPicker(page)
  const trouble = page.getByTestId('hub-trouble')
  await expect(trouble).toContainText('The Hub can’t be reached.')
  await expect(trouble).toContainText('bundled with the app')
  await page.getByTestId('model-search').fill('finbert')
  await expect(options(page)).toHaveText([/ProsusAI\/finbert/])
  await axe(page, '[data-testid="model-picker"]')
  hub.setDown(false)
  await page.getByTestId('hub-retry').click()
  await expect(trouble).toHaveCount(0)
  await expect(option(page, 'ProsusAI/finbert')).toContainText('warm')
  hub.setDown(true)
  await page.getByTestId('model-search').fill('roberta')
  await expect(trouble).toBeVisible()
  await page.getByTestId('model-search').press('Enter')
  await expect(page.getByTestId('model')).toHaveValue(/roberta/)
  await hub.close()
})

test('says when the Hub may be asked again', async ({ page }) => {
  const hub = await startHub(page, {
    models,
    answer: () => ({
      status: 429,
      body: '{}',
      headers: { 'retry-after': '42', 'access-control-expose-headers': 'retry-after' },
    }),
  })
  await openTask(page, 'text-classification')
  await openPicker(page)
  await expect(page.getByTestId('hub-trouble')).toHaveAttribute('data-kind', 'rate-limited')
  await expect(page.getByTestId('hub-trouble')).toContainText('Try again in 42 s.')
  await hub.close()
})

test('on the sandbox: says that no model answers, lists its own, and takes real names', async ({
  page,
}) => {
  const hub = await startHub(page, { models })
  await openTask(page, 'text-classification')
  await openPicker(page)
  await expect(page.getByTestId('sandbox-note')).toContainText('rule-based')
  const own = page.getByTestId('group-sandbox').getByRole('option')
  await expect(own.first()).toContainText('sandbox/text-classification')
  await expect(own.filter({ hasText: 'sandbox/busy' })).toContainText('429')
  await option(page, 'ProsusAI/finbert').dblclick()
  await expect(page.getByTestId('model')).toHaveValue('ProsusAI/finbert')
  await expect(kind(page, 'Sandbox')).toBeChecked()
  await page.getByTestId('run').click()
  await expectState(page, 'done')

  await openPicker(page)
  await expect(page.getByTestId('group-recent').getByRole('option')).toHaveText([/finbert/])
  await hub.close()
})

test('keeps favourites, in every tab', async ({ page, context }) => {
  const hub = await startHub(page, { models })
  const other = await context.newPage()
  const otherHub = await startHub(other, { models })
  await openTask(other, 'text-classification')
  await openPicker(other)
  await expect(other.getByTestId('group-favourites')).toHaveCount(0)

  await openTask(page, 'text-classification')
  await openPicker(page)
  await option(page, 'acme/cold-sentiment').click()
  const star = page.getByTestId('picker-detail').getByTestId('model-star')
  await expect(star).toHaveAttribute('aria-pressed', 'false')
  await star.click()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByTestId('group-favourites').getByRole('option')).toHaveCount(1)
  await expect(other.getByTestId('group-favourites')).toContainText('acme/cold-sentiment')

  await page.reload()
  await openPicker(page)
  await option(page, 'acme/cold-sentiment').click()
  await star.click()
  await expect(other.getByTestId('group-favourites')).toHaveCount(0)
  await openTask(page, 'summarization')
  await hub.close()
  await otherHub.close()
})

test('a name that no list has is taken as it was typed', async ({ page }) => {
  const hub = await startHub(page, { models })
  await openTask(page, 'text-classification')
  await openPicker(page)
  await page.getByTestId('model-search').fill('me/my-private-model')
  await expect(page.getByTestId('group-typed')).toContainText('me/my-private-model')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('model')).toHaveValue('me/my-private-model')
  await openPicker(page)
  await page.getByTestId('model-search').fill('<img src=x onerror=alert(1)>')
  await expect(page.getByTestId('picker-empty')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('model-picker')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('model-picker')).toHaveCount(0)
  await expect(page.getByTestId('model')).toHaveValue('me/my-private-model')
  await hub.close()
})

test('hostile answers do no harm', async ({ page }) => {
  const hub = await startHub(page, {
    models: [
      hubModel('<img src=x onerror=alert(1)>'),
      hubModel('evil/\u202Egpj'),
      hubModel(`long/${'x'.repeat(90)}`, {
        tags: ['license:<script>alert(1)</script>\u202E' + 'y'.repeat(3000)],
        inferenceProviderMapping: { '"><svg/onload=alert(1)>': { task: 'a', status: 'live' } },
      }),
    ],
  })
  page.on('dialog', () => hub.setDown(true))
  await openTask(page, 'text-classification')
  await openPicker(page)
  const long = option(page, `long/${'x'.repeat(90)}`)
  await expect(long).toContainText('<script>alert(1)</script>')
  await expect(page.getByTestId('model-picker')).toContainText(
    '2 entries of the Hub could not be read',
  )
  await expect(page.getByTestId('model-picker').locator('script, img')).toHaveCount(0)
  const fits = await page
    .getByTestId('model-options')
    .evaluate((node) => node.scrollWidth <= node.clientWidth + 1)
  expect(fits).toBe(true)
  await hub.close()
})

test('asks with the token of the person, which goes to the Hub and into no page', async ({
  page,
}) => {
  const seen = new Set<string | undefined>()
  const hub = await startHub(page, {
    models,
    answer: (_url, { headers }) => {
      seen.add(headers.authorization)
      return undefined
    },
  })
  await page.goto('/#/settings')
  await page.getByTestId('token-input').fill('hf_onlyForTheHub0123456789')
  await page.getByTestId('token-save').click()
  await openTask(page, 'text-classification')
  await openPicker(page)
  await expect(page.getByTestId('group-onHub')).toBeVisible()
  expect([...seen]).toEqual(['Bearer hf_onlyForTheHub0123456789'])
  expect(hub.asked.join()).not.toContain('hf_only')
  expect(await page.content()).not.toContain('hf_onlyForTheHub')
  await hub.close()
})

test('keys in the picker are not the page’s', async ({ page }) => {
  const hub = await startHub(page, { models })
  await openTask(page, 'text-classification')
  await openPicker(page)
  await page.keyboard.press('Control+Enter')
  await expectState(page, 'idle')
  await hub.close()
})

for (const [name, width, lang] of [
  ['desktop', 1280, 'en'],
  ['phone, Chinese', 375, 'zh-CN'],
] as const)
  test(`can be used by everybody: ${name}`, async ({ page }) => {
    const hub = await startHub(page, { models })
    await page.setViewportSize({ width, height: 720 })
    await openTask(page, 'text-classification', lang)
    await openPicker(page)
    await expect(page.getByTestId('group-onHub')).toBeVisible()
    await option(page, 'acme/gated-sentiment').click()
    await axe(page, '[data-testid="model-picker"]')
    const box = await page.getByTestId('model-picker').boundingBox()
    expect(box?.width).toBeLessThanOrEqual(width)
    await expect(page.getByTestId('use-model')).toBeInViewport()
    await expect(page.getByTestId('use-model')).toHaveText(
      lang === 'en' ? 'Use this model' : '使用该模型',
    )
    await page.getByTestId('use-model').click()
    await expect(page.getByTestId('model')).toHaveValue('acme/gated-sentiment')
    await hub.close()
  })
