import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '@/sandbox/lib/random'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Heard {
  text: string
  chunks?: { text: string; timestamp: [number, number] }[]
}
const hear = async (data: Uint8Array, parameters = {}) =>
  (await callTask(sandbox, { bytes: { data, mediaType: 'audio/wav' }, parameters })) as Heard

type Wave = (second: number) => number
const tone =
  (hertz: number): Wave =>
  (second) =>
    0.5 * Math.sin(2 * Math.PI * hertz * second)
const silence: Wave = () => 0
const noise = (): Wave => {
  const random = seededRandom(7)
  return () => 0.6 * (random() - 0.5)
}
/** Something like a voice: a gliding pitch with overtones, louder and softer. */
const voice: Wave = (second) => {
  const phase = 2 * Math.PI * (140 * second + 4 * Math.sin(2 * Math.PI * 2 * second))
  const loudness = 0.3 + 0.2 * Math.sin(2 * Math.PI * 4 * second)
  return loudness * [1, 2, 3, 4, 5].reduce((sum, n) => sum + Math.sin(n * phase) / n, 0) * 0.6
}

/** A 16-bit WAV of waves one after the other. */
function wav(
  parts: readonly (readonly [wave: Wave, seconds: number])[],
  rate = 16_000,
  channels = 1,
) {
  const values = parts.flatMap(([wave, seconds]) =>
    Array.from({ length: Math.round(seconds * rate) }, (_, index) => wave(index / rate)),
  )
  const data = new DataView(new ArrayBuffer(44 + values.length * channels * 2))
  const text = (at: number, word: string) =>
    [...word].forEach((letter, index) => data.setUint8(at + index, letter.charCodeAt(0)))
  text(0, 'RIFF')
  data.setUint32(4, data.byteLength - 8, true)
  text(8, 'WAVEfmt ')
  data.setUint32(16, 16, true)
  data.setUint16(20, 1, true)
  data.setUint16(22, channels, true)
  data.setUint32(24, rate, true)
  data.setUint32(28, rate * channels * 2, true)
  data.setUint16(32, channels * 2, true)
  data.setUint16(34, 16, true)
  text(36, 'data')
  data.setUint32(40, values.length * channels * 2, true)
  for (const [index, value] of values.entries()) {
    for (let channel = 0; channel < channels; channel++) {
      data.setInt16(44 + (index * channels + channel) * 2, Math.round(value * 32767), true)
    }
  }
  return new Uint8Array(data.buffer)
}

describe('automatic-speech-recognition sandbox', () => {
  it.each([
    [440, 16_000, 1],
    [440, 44_100, 2],
    [1000, 16_000, 1],
    [120, 8_000, 1],
  ])('hears a tone of %i Hz at %i samples a second, %i channels', async (hertz, rate, channels) => {
    const { text } = await hear(wav([[tone(hertz), 1]], rate, channels))
    const heard = Number(/^\[tone 1\.0 s, (\d+) Hz\]$/.exec(text)?.[1])
    expect(Math.abs(heard - hertz)).toBeLessThanOrEqual(hertz * 0.015)
  })

  it('tells voice, pause, tone and noise apart, with their times', async () => {
    const { text, chunks = [] } = await hear(
      wav([
        [silence, 0.5],
        [voice, 1.2],
        [silence, 0.8],
        [tone(600), 0.6],
        [silence, 0.5],
        [noise(), 0.7],
      ]),
      { return_timestamps: true },
    )
    expect(chunks.map((chunk) => /\w+/.exec(chunk.text)?.[0])).toEqual([
      'pause',
      'speech',
      'pause',
      'tone',
      'pause',
      'noise',
    ])
    const edges = [0, 0.5, 1.7, 2.5, 3.1, 3.6, 4.3]
    for (const [index, { timestamp }] of chunks.entries()) {
      expect(Math.abs(timestamp[0] - (edges[index] ?? 0))).toBeLessThan(0.06)
      expect(Math.abs(timestamp[1] - (edges[index + 1] ?? 0))).toBeLessThan(0.06)
    }
    expect(text).toBe(chunks.map((chunk) => chunk.text).join(' '))
    const pitch = Number(/about (\d+) Hz/.exec(text)?.[1])
    expect(pitch).toBeGreaterThan(80)
    expect(pitch).toBeLessThan(220)
  })

  it('hears silence, and leaves chunks out unless asked', async () => {
    expect(await hear(wav([[silence, 1]]))).toEqual({ text: '[pause 1.0 s]' })
  })

  it.each([
    ['a text', new TextEncoder().encode('these are no samples'), 415],
    ['random bytes', Uint8Array.from({ length: 500 }, (_, i) => (i * 73 + 5) % 256), 415],
    ['nothing', new Uint8Array(), 400],
  ])('refuses %s', async (_, data, status) => {
    await expect(hear(data)).rejects.toMatchObject({ status })
  })

  it('refuses timestamps that are no choice', async () => {
    await expect(
      hear(wav([[tone(440), 0.5]]), { return_timestamps: 'maybe' }),
    ).rejects.toMatchObject({ status: 422 })
  })

  const sample = join(process.env.TASKSCOPE_SHARED ?? '../shared', 'samples/sample1.flac')
  it.skipIf(!existsSync(sample))(
    'hears speech in a recording (needs the shared samples)',
    async () => {
      const { chunks = [] } = await hear(new Uint8Array(readFileSync(sample)), {
        return_timestamps: true,
      })
      expect(chunks.filter(({ text }) => text.startsWith('[speech')).length).toBeGreaterThan(1)
      expect(chunks.at(-1)?.timestamp[1]).toBeCloseTo(13.7, 0)
    },
  )
})
