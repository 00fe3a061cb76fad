import { expect, expectState, openTask, test } from './support/test'

test('sends both languages or neither', async ({ page }) => {
  await openTask(page, 'translation')
  const [source, target] = [page.getByTestId('param-src_lang'), page.getByTestId('param-tgt_lang')]
  await source.fill('en')
  await page.getByTestId('input-inputs').click()
  await expect(page.getByText('Give both languages, or neither.')).toBeVisible()
  await page.getByTestId('run').click()
  await expectState(page, 'idle')
  await target.fill('fr')
  await page.getByTestId('input-inputs').fill('Thank you!')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('translation')).toHaveText('Merci!')
  await expect(page.getByTestId('translation')).toHaveAttribute('lang', 'fr')
  await expect(page.getByTestId('snippet-curl')).toContainText(
    '"parameters":{"src_lang":"en","tgt_lang":"fr"}',
  )
})

test('swaps the languages and the texts, and back', async ({ page }) => {
  await openTask(page, 'translation')
  await page.getByTestId('param-src_lang').fill('en')
  await page.getByTestId('param-tgt_lang').fill('es')
  await page.getByTestId('input-inputs').fill('Good morning!')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await page.getByTestId('swap').click()
  await expect(page.getByTestId('param-src_lang')).toHaveValue('es')
  await expect(page.getByTestId('param-tgt_lang')).toHaveValue('en')
  await expect(page.getByTestId('input-inputs')).toHaveValue('Buenos días!')
  await page.getByTestId('swap').click()
  await expect(page.getByTestId('param-src_lang')).toHaveValue('en')
  await expect(page.getByTestId('input-inputs')).toHaveValue('Good morning!')
})

test('offers the codes that the model takes, by name', async ({ page }) => {
  await openTask(page, 'translation')
  const options = page
    .getByTestId('param-tgt_lang')
    .locator('xpath=following-sibling::datalist/option')
  for (const [model, code, name] of [
    ['facebook/mbart-large-50-many-to-many-mmt', 'fr_XX', 'French'],
    ['facebook/nllb-200-distilled-600M', 'zho_Hant', 'Traditional Chinese'],
    ['google-t5/t5-base', 'ro', 'Romanian'],
  ] as const) {
    await page.getByTestId('model').fill(model)
    await expect(options.and(page.locator(`[value="${code}"]`))).toHaveText(name)
  }
})

test('translates each line by itself', async ({ page }) => {
  await openTask(page, 'translation')
  await page.getByRole('button', { name: 'Two lines' }).click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('translation')).toHaveText([
    'Mein Name ist Wolfgang und ich lebe in Berlin',
    'Ich arbeite als Programmierer',
  ])
})
