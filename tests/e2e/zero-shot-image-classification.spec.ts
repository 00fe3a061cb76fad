import { expect, expectState, openTask, test } from './support/test'

const ID = 'zero-shot-image-classification'
const tags = (labels: string[]) => labels.join(', ')

test('judges a picture against the labels that a person types', async ({ page }) => {
  await openTask(page, ID)
  await expect(page.getByTestId('tag')).toHaveCount(3)
  const field = page.getByTestId('input-candidate_labels')
  for (let label = 0; label < 3; label++) await field.press('Backspace')
  await field.fill(tags(['blue sky', 'fire']))
  await field.press('Enter')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByTestId('run').click()
  const body = (await sent).postDataJSON() as { inputs: { image: string }; parameters: object }
  expect(body.parameters).toEqual({ candidate_labels: ['blue sky', 'fire'] })
  expect(body.inputs.image).toMatch(/^iVBORw0KGgo/)
  await expectState(page, 'done')
  const scores = page.getByTestId('score')
  await expect(scores).toHaveCount(2)
  await expect(scores.first()).toContainText('blue sky')
})

test('asks for two labels or more, and sends nothing before', async ({ page }) => {
  await openTask(page, ID)
  await expect(page.getByTestId('tag')).toHaveCount(3)
  const field = page.getByTestId('input-candidate_labels')
  for (let label = 0; label < 2; label++) await field.press('Backspace')
  await expect(page.locator('#problem-candidate_labels')).toContainText('at least two')
  await page.getByTestId('run').click()
  await expectState(page, 'idle')
})

test('shows the hypothesis that the labels are put into', async ({ page }) => {
  await openTask(page, ID)
  const hypothesis = page.getByTestId('hypothesis')
  await expect(hypothesis).toContainText('This is a photo of a bright day.')
  await page.getByTestId('param-hypothesis_template').fill('a drawing of {}')
  await expect(hypothesis).toContainText('a drawing of a bright day')
  await page.getByTestId('param-hypothesis_template').fill('a drawing')
  await expect(hypothesis).toContainText('takes no label')
})
