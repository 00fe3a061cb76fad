import { describe, expect, it } from 'vitest'
import { spectrogramOf } from '@/core/sound/spectrogram'
import { decodeSound } from '@/sandbox/lib/sound/decode'
import { segmentSound } from '@/sandbox/lib/sound/segments'
import { replyOfTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

async function say(inputs: unknown, generation_parameters: object = {}) {
  const parameters = { generation_parameters: generation_parameters as Record<string, never> }
  const reply = await replyOfTask(sandbox, { inputs, parameters })
  if (reply.kind !== 'bytes') throw new Error('Expected a sound')
  expect(reply.mediaType).toBe('audio/wav')
  const sound = await decodeSound(reply.data)
  return { ...sound, seconds: sound.samples.length / sound.rate }
}
const signal = new AbortController().signal
const pitches = async (text: string) =>
  (await segmentSound(await say(text), signal)).flatMap(({ pitch }) => pitch ?? [])

/** The share of a sound's power that lies above 3 kHz. */
async function hiss(text: string) {
  const { samples, rate } = await say(text)
  const { levels, rows, columns } = spectrogramOf(samples, rate, 50)
  let [high, all] = [0, 0]
  for (let index = 0; index < rows * columns; index++) {
    const power = 10 ** ((((levels[index] ?? 0) / 255) * 80) / 10)
    all += power
    if (index % rows > (3000 / (rate / 2)) * rows) high += power
  }
  return high / all
}

describe('text-to-speech sandbox', () => {
  it('takes longer for more words, and waits at a full stop', async () => {
    const [one, two, stopped] = await Promise.all([
      say('hello'),
      say('hello hello'),
      say('hello. hello'),
    ])
    expect(one.seconds).toBeGreaterThan(0.3)
    expect(two.seconds).toBeGreaterThan(one.seconds * 1.7)
    expect(stopped.seconds).toBeGreaterThan(two.seconds + 0.2)
  })

  it('has a voice that sounds as one, in a pitch of its own', async () => {
    const [pitch = 0] = await pitches('Going along country roads')
    expect(pitch).toBeGreaterThan(85)
    expect(pitch).toBeLessThan(145)
  })

  it('hisses where letters do', async () => {
    expect(await hiss('sss')).toBeGreaterThan((await hiss('aaa')) * 20)
  })

  it('raises its voice for a question', async () => {
    const last = async (text: string) => {
      const { samples, rate } = await say(text)
      const end = samples.slice(-Math.round(rate * 0.6), -Math.round(rate * 0.35))
      const heard = await segmentSound({ samples: end, rate }, signal)
      return heard.flatMap(({ pitch }) => pitch ?? []).at(-1) ?? 0
    }
    expect(await last('You may go now, you may go?')).toBeGreaterThan(
      (await last('You may go now, you may go.')) * 1.2,
    )
  })

  it('reads digits and Chinese, each character in its own way', async () => {
    expect((await say('1 2 3')).seconds).toBeGreaterThan((await say('1')).seconds * 2)
    const [one, other] = await Promise.all([say('你好'), say('世界')])
    expect(one.seconds).toBeGreaterThan(0.2)
    expect(one.samples).not.toEqual(other.samples)
  })

  it('says the same in the same way, and trembles when it samples', async () => {
    const [one, same, sampled] = await Promise.all([
      say('hello'),
      say('hello'),
      say('hello', { do_sample: true, temperature: 1 }),
    ])
    expect(same.samples).toEqual(one.samples)
    expect(sampled.samples).not.toEqual(one.samples)
  })

  it('ends after so many sounds', async () => {
    const whole = await say('a long sentence to be cut')
    expect((await say('a long sentence to be cut', { max_new_tokens: 6 })).seconds).toBeLessThan(
      whole.seconds / 2,
    )
  })

  it('refuses a book', async () => {
    await expect(say('word '.repeat(401))).rejects.toMatchObject({ status: 422 })
  })

  it.each([
    ['', {}],
    [' … !', {}],
    [['hello'], {}],
    ['x', { top_k: 0 }],
    ['x', { top_p: 2 }],
    ['x', { num_beams: 1.5 }],
    ['x', { do_sample: 'yes' }],
    ['x', { early_stopping: 'soon' }],
    ['x', { min_new_tokens: 9, max_new_tokens: 3 }],
  ])('refuses %j with %j', async (inputs, generation) => {
    await expect(say(inputs, generation)).rejects.toMatchObject({ status: 422 })
  })
})
