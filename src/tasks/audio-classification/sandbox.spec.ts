import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeWav } from '@/core/wav'
import { seededRandom } from '@/sandbox/lib/random'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

type Scores = { label: string; score: number }[]
const RATE = 16_000
const classify = async (data: Uint8Array, parameters = {}) =>
  (await callTask(sandbox, { bytes: { data, mediaType: 'audio/wav' }, parameters })) as Scores
const wav = (seconds: number, of: (second: number, index: number) => number) =>
  encodeWav(
    Float32Array.from({ length: seconds * RATE }, (_, index) => of(index / RATE, index)),
    RATE,
  )
const random = seededRandom(3)
const tone = (second: number) => 0.4 * Math.sin(2 * Math.PI * 440 * second)
const melody = (second: number) => {
  const hertz = [262, 330, 392, 523][Math.floor(second * 2) % 4] ?? 262
  return 0.3 * Math.sin(2 * Math.PI * hertz * second)
}
const fromDisk = (path: string) => new Uint8Array(readFileSync(path))

describe('audio-classification sandbox', () => {
  it.each([
    ['a tone', wav(1, tone), 'tones'],
    ['a quiet tone', wav(1, (second) => tone(second) / 30), 'tones'],
    ['a melody', wav(2, melody), 'tones'],
    ['white noise', wav(1, () => random() - 0.5), 'noise'],
    ['silence', wav(1, () => 0), 'silence'],
    ['the noise of a quiet room', wav(1, () => (random() - 0.5) / 3000), 'silence'],
    ['a click', wav(1, (_, index) => (index > 8000 && index < 8200 ? random() - 0.5 : 0)), 'click'],
    [
      'a glide that no voice can do',
      wav(2, (second) => 0.4 * Math.sin(2 * Math.PI * 900 * second ** 2)),
      'other',
    ],
    ['the sample of a voice', fromDisk('public/samples/voice.wav'), 'speech-like'],
    ['the sample of tones', fromDisk('public/samples/tones.wav'), 'tones'],
  ])('hears %s as what it is', async (_, data, label) => {
    const [best, second] = await classify(data)
    expect(best?.label).toBe(label)
    expect(best?.score).toBeGreaterThan(0.5)
    expect(best?.score).toBeGreaterThan((second?.score ?? 1) * 1.5)
  })

  it('honours top_k and function_to_apply', async () => {
    const sound = wav(1, tone)
    const sum = (scores: Scores) => scores.reduce((total, { score }) => total + score, 0)
    expect(await classify(sound, { top_k: 2 })).toHaveLength(2)
    expect(sum(await classify(sound))).toBeCloseTo(1)
    expect(sum(await classify(sound, { function_to_apply: 'sigmoid' }))).not.toBeCloseTo(1)
    const raw = await classify(sound, { function_to_apply: 'none' })
    expect(raw.at(0)?.score).toBeGreaterThan(1)
    expect(raw.at(-1)?.score).toBeLessThan(0)
  })

  it.each([
    ['a text', new TextEncoder().encode('no samples'), {}, 415],
    ['nothing', new Uint8Array(), {}, 400],
    ['top_k 0', wav(1, tone), { top_k: 0 }, 422],
    ['an unknown function', wav(1, tone), { function_to_apply: 'argmax' }, 422],
  ])('refuses %s', async (_, data, parameters, status) => {
    await expect(classify(data, parameters)).rejects.toMatchObject({ status })
  })

  const sample = join(process.env.TASKSCOPE_SHARED ?? '../shared', 'samples/sample1.flac')
  it.skipIf(!existsSync(sample))('hears speech (needs the shared samples)', async () => {
    expect((await classify(fromDisk(sample)))[0]?.label).toBe('speech-like')
  })
})
