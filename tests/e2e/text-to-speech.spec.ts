import { readFile } from 'node:fs/promises'
import { expect, expectState, openTask, test } from './support/test'

test('a text becomes a sound that can be heard and kept', async ({ page }) => {
  await openTask(page, 'text-to-speech')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('audio-player')).toHaveAttribute('data-state', 'ready')
  await expect(page.getByTestId('audio-player')).toContainText('16 kHz · audio/wav')

  const waiting = page.waitForEvent('download')
  await page.getByTestId('download-sound').click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('speech.wav')
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 4).toString()).toBe('RIFF')
})

test('all generation parameters are fields, and go inside generation_parameters', async ({
  page,
}) => {
  await openTask(page, 'text-to-speech')
  await page.getByRole('button', { name: /More parameters/ }).click()
  await expect(
    page.getByTestId('parameters').locator('select, input[data-testid^="param-"]'),
  ).toHaveCount(16)
  await page.getByTestId('param-max_new_tokens').fill('5')
  await expect(page.getByTestId('snippet-curl')).toContainText(
    '"parameters":{"generation_parameters":{"max_new_tokens":5}}',
  )
})

test('a sound that the service keeps elsewhere is played from there', async ({ page }) => {
  await page.route('**/sandbox/models/**', (route) =>
    route.fulfill({
      json: { audio: `${new URL(page.url()).origin}/samples/voice.wav`, sampling_rate: 16000 },
    }),
  )
  await openTask(page, 'text-to-speech')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('remote-sound')).toHaveAttribute('src', /\/samples\/voice\.wav$/)
})
