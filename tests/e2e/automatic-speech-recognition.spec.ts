import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectState, openTask, test } from './support/test'

/** A service that gives words with their times, the last one open. */
async function answerWithWords(page: Page) {
  const words = ['Going', 'along', 'slushy', 'roads.']
  const chunks = words.map((text, at) => ({ text, timestamp: [at, at < 3 ? at + 1 : null] }))
  await page.route('**/sandbox/models/**', (route) =>
    route.fulfill({ json: { text: words.join(' '), chunks, language: 'en' } }),
  )
}

async function saved(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return readFile(await (await waiting).path(), 'utf8')
}

test('pieces seek the player, and the one that is heard is lit', async ({ page }) => {
  await openTask(page, 'automatic-speech-recognition')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('audio-player')).toHaveAttribute('data-state', 'ready')
  const piece = page.getByTestId('chunk').nth(3)
  await piece.getByRole('button').click()
  await expect(piece).toHaveAttribute('aria-current', 'time')
  await expect(page.getByTestId('audio-time')).not.toContainText(/^00:00\.0/)
})

test('words are read as a text, and gathered into subtitles that end with the sound', async ({
  page,
}) => {
  await answerWithWords(page)
  await openTask(page, 'automatic-speech-recognition')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('transcript')).toHaveText('Going along slushy roads.')
  await expect(page.getByTestId('transcript')).toHaveAttribute('lang', 'en')
  await expect(page.getByTestId('transcript-language')).toHaveText('Language: English')
  await expect(page.getByTestId('audio-player')).toHaveAttribute('data-state', 'ready')
  const srt = await saved(page, 'Download as SRT')
  expect(srt).toMatch(/^1\n00:00:00,000 --> 00:00:04,\d{3}\nGoing along slushy roads\.\n$/)
  expect(await saved(page, 'Download as TXT')).toBe('Going along slushy roads.')
})

test('a sound is sent as 16 kHz mono WAV by choice, and the request says so', async ({ page }) => {
  await openTask(page, 'automatic-speech-recognition')
  const eightKilohertz = Buffer.from(await wav(8000))
  await page
    .getByTestId('input-audio')
    .setInputFiles({ name: 'call.wav', mimeType: 'audio/wav', buffer: eightKilohertz })
  await expect(page.getByTestId('snippet-curl')).toContainText('call.wav')
  await page.getByTestId('to-speech-wav').check()
  await expect(page.getByTestId('snippet-curl')).toContainText('call-16k.wav')
  await page.getByTestId('run').click()
  await expectState(page, 'done')
  await expect(page.getByTestId('audio-player')).toContainText('16 kHz')
  await page.getByTestId('to-speech-wav').uncheck()
  await expect(page.getByTestId('snippet-curl')).not.toContainText('call-16k.wav')
})

async function wav(rate: number): Promise<Uint8Array> {
  const { encodeWav } = await import('../../src/core/wav')
  const tone = Float32Array.from({ length: rate }, (_, at) => Math.sin((at / rate) * 2764) * 0.5)
  return encodeWav(tone, rate)
}
