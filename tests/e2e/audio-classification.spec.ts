import { expect, expectState, openTask, test } from './support/test'

test('a sound is told from another, and the labels asked for are the labels shown', async ({
  page,
}) => {
  await openTask(page, 'audio-classification')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('score').first()).toContainText('speech-like')

  await page.getByRole('button', { name: 'Tones, the best two labels' }).click()
  await page.getByTestId('run').click()
  await expect(page.getByTestId('score')).toHaveCount(2)
  await expect(page.getByTestId('score').first()).toContainText('tones')
})

test('the player seeks by keyboard, loops, and draws a spectrogram on request', async ({
  page,
}) => {
  await openTask(page, 'audio-classification')
  await page.getByRole('button', { name: 'Tones, the best two labels' }).click()
  await page.getByTestId('run').click()
  const player = page.getByTestId('audio-player')
  await expect(player).toHaveAttribute('data-state', 'ready')
  await expect(player).toContainText('16 kHz')

  await player.getByRole('slider').press('End')
  const [at, all] = (await page.getByTestId('audio-time').innerText()).split(' / ')
  expect(at).toBe(all)
  await player.getByRole('slider').press('Home')
  await expect(page.getByTestId('audio-time')).toContainText(/^00:00\.0/)
  await page.getByTestId('loop').click()
  await expect(page.getByTestId('loop')).toHaveAttribute('aria-pressed', 'true')

  await expect(page.getByTestId('spectrogram')).toHaveCount(0)
  await page.getByTestId('show-spectrogram').click()
  await expect(page.getByTestId('spectrogram')).toHaveAttribute('data-state', 'ready')
  await expect(page.getByTestId('spectrogram').getByRole('img')).toHaveAccessibleName(
    /0 to 8 kHz; strongest near \d+ Hz/,
  )
})
