import { expect, expectState, openTask, test } from './support/test'

const id = 'fill-mask'

test('candidates are read in the sentence, for each of several masks', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('example-two').click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const sentence = page.getByTestId('sentence')
  const [first, second] = [
    page.getByRole('listbox', { name: 'Mask 1' }).getByTestId('candidate'),
    page.getByRole('listbox', { name: 'Mask 2' }).getByTestId('candidate'),
  ]
  await expect(sentence.locator('mark')).toHaveText([/^capital/, /^France/])
  await first.filter({ hasText: 'city' }).hover()
  await expect(sentence.locator('mark')).toHaveText([/^city/, /^France/])
  await second.filter({ hasText: 'light' }).click()
  await page.getByTestId('run').hover()
  await expect(sentence.locator('mark')).toHaveText([/^capital/, /^light/])
  await first.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByTestId('model').focus()
  await expect(sentence.locator('mark')).toHaveText([/^city/, /^light/])
})

test('a button puts the mask in at the caret; without a mask Run says so', async ({ page }) => {
  await openTask(page, id)
  const text = page.getByTestId('input-inputs')
  await text.fill('The dog at me')
  await page.getByTestId('run').click()
  await expect(page.locator('#problem-inputs')).toContainText('[MASK], <mask>')
  await expectState(page, 'idle')

  await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(8, 8))
  await page.getByTestId('insert-mask').click()
  await expect(text).toHaveValue('The dog [MASK]at me')
  await expect(text).toBeFocused()
  await page.keyboard.type(' ')
  await expect(text).toHaveValue('The dog [MASK] at me')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('sentence')).toContainText('The dog barked at me')
})

test('knows the mask of a model by its name, and can be told another', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('model').fill('FacebookAI/roberta-base')
  await expect(page.getByTestId('insert-mask')).toContainText('<mask>')
  await page.getByTestId('replace-mask').click()
  await expect(page.getByTestId('input-inputs')).toHaveValue(
    'The answer to the universe is <mask>.',
  )
  await expect(page.getByTestId('replace-mask')).toHaveCount(0)

  await page.getByTestId('mask-token').selectOption('[MASK]')
  await expect(page.getByTestId('insert-mask')).toContainText('[MASK]')
  await page.getByTestId('run').click()
  await expect(page.locator('#problem-inputs')).toContainText('[MASK]')
})

test('targets are the only candidates', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('example-targets').click()
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('candidate')).toContainText(['great', 'terrible', 'long'])
  await expect(page.getByTestId('sentence')).toContainText('The film was great')
})
