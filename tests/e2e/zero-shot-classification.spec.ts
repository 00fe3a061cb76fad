import { expect, expectState, openTask, test } from './support/test'

const id = 'zero-shot-classification'

test('a label is changed in place, and the hypothesis and the request follow', async ({ page }) => {
  await openTask(page, id)
  const hypothesis = page.getByTestId('hypothesis')
  await expect(hypothesis).toContainText('This example is refund.')
  await page.getByTestId('tag').filter({ hasText: 'legal' }).hover()
  await expect(hypothesis).toContainText('This example is legal.')

  await page.getByTestId('tag').filter({ hasText: 'refund' }).click()
  const field = page.getByLabel('Edit refund')
  await expect(field).toBeFocused()
  await field.fill('money back')
  await field.press('Enter')
  await expect(page.getByTestId('tag').first()).toBeFocused()
  await expect(page.getByTestId('tag')).toHaveText(['money back', 'legal', 'faq'])
  await expect(hypothesis).toContainText('This example is money back.')
  await expect(page.getByTestId('snippet-curl')).toContainText('"candidate_labels":["money back",')

  await page.getByTestId('tag').first().press('Enter')
  await page.keyboard.type('nothing')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('tag').first()).toHaveText('money back')
  await expect(page.getByTestId('tag').first()).toBeFocused()
})

test('labels are added, removed and missed', async ({ page }) => {
  await openTask(page, id)
  const field = page.getByTestId('input-candidate_labels')
  await field.fill('warranty')
  await field.press('Enter')
  await expect(page.getByTestId('tag')).toHaveCount(4)
  for (let left = 4; left > 0; left--) await field.press('Backspace')
  await expect(page.getByTestId('tag')).toHaveCount(0)
  await expect(page.getByTestId('hypothesis')).toHaveCount(0)
  await page.getByTestId('run').click()
  await expect(page.locator('#problem-candidate_labels')).toContainText('Add a label.')
  await expectState(page, 'idle')
})

test('says in words how the labels are scored, and scores them the other way', async ({ page }) => {
  await openTask(page, id)
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const result = page.getByTestId('result')
  await expect(result).toContainText('Scores sum to one')
  await expect(page.getByTestId('score').first()).toContainText('refund')

  await page.getByTestId('rescore').click()
  await expect(result).toContainText('Each label by itself')
  await expectState(page, 'done')
  await expect(page.getByRole('radio', { name: 'Each label by itself' })).toBeChecked()
  await expect(page.getByTestId('param-multi_label')).toHaveValue('true')
  await expect(page.getByTestId('snippet-curl')).toContainText('"multi_label":true')

  await page.getByRole('radio', { name: 'Scores sum to one' }).check()
  await expect(page.getByTestId('snippet-curl')).not.toContainText('multi_label')
})

test('a template without a place for the label is said before it is sent', async ({ page }) => {
  await openTask(page, id)
  const template = page.getByTestId('param-hypothesis_template')
  await template.fill('The topic is {}!')
  await expect(page.getByTestId('hypothesis')).toContainText('The topic is refund!')
  await template.fill('The topic')
  await expect(page.getByTestId('hypothesis')).toContainText('takes no label')
  await page.getByTestId('run').click()
  await expectState(page, 'failed')
  await expect(page.getByTestId('error')).toContainText('hypothesis_template')
})
