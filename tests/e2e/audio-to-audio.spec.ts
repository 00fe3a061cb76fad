import { expect, expectState, openTask, test } from './support/test'

test('stems play in step, each alone or without some', async ({ page }) => {
  await openTask(page, 'audio-to-audio')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  const stems = page.getByTestId('stem')
  await expect(stems).toHaveCount(4)
  const heard = () => stems.evaluateAll((all) => all.map((each) => each.dataset.heard))
  // The sound that was sent is there to compare with, and silent.
  await expect(stems.nth(3)).toContainText('What was sent')
  expect(await heard()).toEqual(['true', 'true', 'true', 'false'])

  await stems.nth(1).getByTestId('solo').click()
  expect(await heard()).toEqual(['false', 'true', 'false', 'false'])
  await stems.nth(1).getByTestId('mute').click()
  expect(await heard()).toEqual(['false', 'false', 'false', 'false'])

  const position = page.getByRole('slider', { name: 'Position' })
  await position.fill('2')
  await expect(page.getByTestId('audio-time')).toContainText(/^00:02\.0/)
  await page.getByTestId('play').click()
  await expect(page.getByTestId('audio-time')).not.toContainText(/^00:02\.0/)
  await page.getByTestId('play').click()
  await expect(page.getByTestId('stem-player')).toHaveAttribute('data-playing', 'false')
})

test('a stem is downloaded by its name', async ({ page }) => {
  await openTask(page, 'audio-to-audio')
  await page.getByTestId('run').click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download: percussive' }).click()
  expect((await download).suggestedFilename()).toBe('percussive.wav')
})
