import type { Page } from '@playwright/test'
import { hubModel, served, startHub } from './support/hub'
import { axe, expect, test } from './support/test'

/** The view of models, against a server that answers as the Hub does. */

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct'
const models = [
  hubModel(LLAMA, {
    pipeline_tag: 'text-generation',
    tags: ['conversational'],
    cardData: { license: 'llama3.1' },
    gated: 'manual',
    library_name: 'transformers',
    safetensors: { total: 8_030_261_248 },
    ...served(['novita', 'conversational'], ['featherless-ai', 'text-generation']),
  }),
  hubModel('ProsusAI/finbert', { ...served(['hf-inference', 'text-classification']) }),
  hubModel('acme/cold', { pipeline_tag: 'text-classification' }),
  hubModel('acme/film', { pipeline_tag: 'text-to-video', ...served(['fal-ai', 'text-to-video']) }),
  hubModel('facebook/bart-large-cnn', {
    pipeline_tag: 'summarization',
    ...served(['hf-inference', 'summarization']),
  }),
]
const offers = [
  {
    provider: 'novita',
    context_length: 131_072,
    pricing: { input: 0.02, output: 0.05 },
    supports_tools: true,
    throughput: 80.4,
  },
]
const tasks = {
  summarization: {
    models: [
      { id: 'facebook/bart-large-cnn', description: 'A strong summarization model.' },
      { id: 'google/pegasus-xsum', description: 'Short summaries.' },
    ],
    widgetModels: ['facebook/bart-large-cnn'],
  },
  'text-generation': { models: [], widgetModels: [LLAMA] },
}

const rows = (page: Page) => page.getByTestId('model-row')
const row = (page: Page, id: string) =>
  page.locator(`[data-testid="model-row"][data-model="${id}"]`)

test('lists deployed models by task and provider; the address brings the list again', async ({
  page,
}) => {
  const hub = await startHub(page, { models })
  await page.goto('/#/')
  await page.getByTestId('nav-models').click()
  await expect(rows(page)).toHaveCount(4)
  expect(hub.asked[0]?.searchParams.get('inference_provider')).toBe('all')
  await page.getByTestId('models-task').selectOption('text-classification')
  await expect(rows(page)).toHaveCount(1)
  await expect(row(page, 'ProsusAI/finbert')).toContainText('warm')
  await expect(row(page, 'ProsusAI/finbert')).toContainText('hf-inference')
  await page.getByTestId('filter-provider').selectOption('')
  await expect(row(page, 'acme/cold')).toContainText('nobody')
  await page.getByTestId('models-search').pressSequentially('acme')
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByTestId('models-search')).toHaveValue('acme')
  await expect(page).toHaveURL(/q=acme/)
  await page.reload()
  await expect(page.getByTestId('models-search')).toHaveValue('acme')
  await expect(page.getByTestId('models-task')).toHaveValue('text-classification')
  await expect(page.getByTestId('filter-provider')).toHaveValue('')
  await expect(rows(page)).toHaveCount(1)
  await page.getByTestId('models-search').fill('nothing like this')
  await expect(page.getByTestId('models-empty')).toBeVisible()
  await hub.close()
})

test('goes through a long list page by page', async ({ page }) => {
  const many = Array.from({ length: 60 }, (_, index) =>
    hubModel(`many/model-${index}`, served(['hf-inference', 'text-classification'])),
  )
  const hub = await startHub(page, { models: many })
  await page.goto('/#/models')
  await expect(rows(page)).toHaveCount(25)
  await expect(page.getByTestId('models-count')).toHaveText('The first 25 models')
  await page.getByTestId('models-more').click()
  await expect(rows(page)).toHaveCount(50)
  await page.getByTestId('models-more').click()
  await expect(rows(page)).toHaveCount(60)
  await expect(page.getByTestId('models-count')).toHaveText('60 models')
  await expect(page.getByTestId('models-more')).toHaveCount(0)
  await hub.close()
})

test('opens a model in its page with its provider; work there is kept, and undo brings back the rest', async ({
  page,
}) => {
  const hub = await startHub(page, { models })
  await page.goto('/#/tasks/text-classification')
  await page.getByTestId('input-inputs').fill('my own words')
  await page.getByTestId('nav-models').click()
  await row(page, 'ProsusAI/finbert').getByRole('link', { name: 'hf-inference' }).click()
  await expect(page).toHaveURL(/#\/tasks\/text-classification$/)
  await expect(page.getByTestId('model')).toHaveValue('ProsusAI/finbert')
  await expect(page.getByTestId('provider')).toHaveValue('hf-inference')
  await expect(page.getByTestId('input-inputs')).toHaveValue('my own words')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('model')).toHaveValue('sandbox/text-classification')
  await expect(page.getByTestId('connection').getByRole('radio', { name: 'Sandbox' })).toBeChecked()
  await expect(page.getByTestId('input-inputs')).toHaveValue('my own words')
  await hub.close()
})

test('a model of a task without a page opens the page for any request', async ({ page }) => {
  const hub = await startHub(page, { models })
  await page.goto('/#/models')
  await row(page, 'acme/film').getByRole('link', { name: 'fal-ai' }).click()
  await expect(page).toHaveURL(/#\/tasks\/custom$/)
  await expect(page.getByTestId('model')).toHaveValue('acme/film')
  await hub.close()
})

test('an address with what no model can be called is refused, and nothing is changed', async ({
  page,
}) => {
  await page.goto('/#/tasks/text-classification?model=%3Cimg%20src%3Dx%3E&provider=a%22b')
  await expect(page.getByTestId('link-notice')).toBeVisible()
  await expect(page.getByTestId('model')).toHaveValue('sandbox/text-classification')
  await expect(page).not.toHaveURL(/model=/)
})

test('tells the status of a model: loaded, by whom, for what, on which terms', async ({ page }) => {
  const hub = await startHub(page, { models, offers })
  await page.goto('/#/models?tab=status')
  await page.getByTestId('status-model').fill(`https://huggingface.co/${LLAMA}/tree/main`)
  await page.getByTestId('status-ask').click()
  const card = page.getByTestId('model-status')
  await expect(card).toHaveAttribute('data-state', 'warm')
  for (const fact of ['text-generation', 'llama3.1', '8.03B', 'transformers', '12.3K'])
    await expect(card).toContainText(fact)
  await expect(card.getByTestId('servings').getByRole('row')).toHaveText([
    /Provider/,
    /novita.*conversational.*novita\/x.*131.1K.*0\.02 \/ 0\.05.*80 tokens\/s.*tools.*Open in Chat/,
    /featherless-ai.*text-generation.*Open in Text generation/,
  ])
  await expect(page.getByTestId('status-gated').getByRole('link')).toHaveAttribute(
    'href',
    `https://huggingface.co/${LLAMA}`,
  )
  await expect(page).toHaveURL(/model=meta-llama/)
  await page.reload()
  await expect(card).toHaveAttribute('data-state', 'warm')
  await axe(page, 'main')
  await page.getByTestId('open-with-novita').click()
  await expect(page.getByTestId('model')).toHaveValue(LLAMA)
  await expect(page.getByTestId('provider')).toHaveValue('novita')

  await page.goto('/#/models?tab=status&model=acme/cold')
  await expect(card).toHaveAttribute('data-state', 'cold')
  await expect(card).toContainText('No provider serves this model.')
  await hub.close()
})

test('says what is wrong with a name, and that a model is not there', async ({ page }) => {
  const hub = await startHub(page, { models })
  await page.goto('/#/models?tab=status')
  const trouble = page.getByTestId('hub-trouble')
  await page.getByTestId('status-model').fill('no such <b>model</b>')
  await page.keyboard.press('Enter')
  await expect(trouble).toHaveAttribute('data-kind', 'invalid-id')
  expect(hub.asked).toEqual([])
  await page.getByTestId('status-model').fill('no/such')
  await page.keyboard.press('Enter')
  await expect(trouble).toHaveAttribute('data-kind', 'not-found')
  await expect(page.getByTestId('model-status')).toHaveCount(0)
  await page.getByTestId('status-model').fill('acme/cold')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('model-status')).toBeVisible()
  await expect(trouble).toHaveCount(0)
  await hub.close()
})

test('recommends a model for each task, and opens it', async ({ page }) => {
  const hub = await startHub(page, { models, tasks })
  await page.goto('/#/models?tab=recommended')
  await expect(page.getByTestId('recommended-source')).toContainText('From the Hub')
  const task = page.locator('[data-task="summarization"]')
  await expect(task).toContainText('facebook/bart-large-cnn')
  await task.locator('summary').click()
  await expect(task).toContainText('google/pegasus-xsum')
  await expect(page.locator('[data-task="conversational"]')).toContainText(LLAMA)
  await expect(page.locator('[data-task="fill-mask"]')).toContainText('recommends none')
  await axe(page, 'main')
  await task.getByRole('link', { name: 'Open facebook/bart-large-cnn in Summarization' }).click()
  await expect(page.getByTestId('model')).toHaveValue('facebook/bart-large-cnn')
  await hub.close()
})

test('shows what is bundled where the Hub is out of reach, and says so', async ({ page }) => {
  const hub = await startHub(page, { models, tasks })
  hub.setDown(true)
  await page.goto('/#/models?task=summarization')
  const trouble = page.getByTestId('hub-trouble')
  await expect(trouble).toContainText('bundled with the app')
  await expect(row(page, 'facebook/bart-large-cnn')).toContainText('mit')
  await expect(row(page, 'facebook/bart-large-cnn')).not.toContainText(/not known|nobody/)
  await page.getByTestId('models-status').click()
  await page.getByTestId('status-model').fill('facebook/bart-large-cnn')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('model-status')).toHaveAttribute('data-state', 'unknown')
  await expect(trouble).toBeVisible()
  await page.getByTestId('models-recommended').click()
  await expect(page.getByTestId('recommended-source')).toContainText('comes with the app')
  await expect(page.locator('[data-task="fill-mask"]')).toContainText('distilroberta-base')
  hub.setDown(false)
  await page.getByTestId('hub-retry').click()
  await expect(page.getByTestId('recommended-source')).toContainText('From the Hub')
  await hub.close()
})

for (const [name, width, lang, title] of [
  ['desktop', 1280, 'en', 'Models'],
  ['phone, Chinese', 375, 'zh-CN', '模型'],
] as const)
  test(`can be used by everybody: ${name}`, async ({ page }) => {
    const hub = await startHub(page, { models, tasks, offers })
    await page.setViewportSize({ width, height: 720 })
    await page.goto(`/#/models?lang=${lang}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(rows(page).first()).toBeVisible()
    await axe(page)
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    expect(await fits()).toBe(true)
    await row(page, LLAMA).getByTestId('model-star').click()
    await page.getByTestId('models-status').click()
    await page.getByRole('link', { name: LLAMA }).click()
    await expect(page.getByTestId('model-status')).toHaveAttribute('data-state', 'warm')
    await expect(page.getByTestId('servings')).toContainText('0.02 / 0.05')
    expect(await fits()).toBe(true)
    await axe(page, 'main')
    await hub.close()
  })
