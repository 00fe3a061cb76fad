import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeWav } from '@/core/wav'
import { decodeSound } from '@/sandbox/lib/sound/decode'
import { callTask } from '@/sandbox/lib/test-call'
import { parseStems } from './parse'
import sandbox from './sandbox'

const RATE = 16_000
const call = (data: Uint8Array) =>
  callTask(sandbox, { bytes: { data, mediaType: 'audio/wav' }, parameters: {} })

/** The stems as a page reads them. */
async function split(data: Uint8Array) {
  const value = await call(data)
  const stems = parseStems({ kind: 'json', value, text: JSON.stringify(value) })
  return Promise.all(
    stems.map(async ({ label, blob }) => ({
      label,
      type: blob.type,
      ...(await decodeSound(new Uint8Array(await blob.arrayBuffer()))),
    })),
  )
}
const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0)

describe('audio-to-audio sandbox', () => {
  it('gives stems of the same length that add up to the sound', async () => {
    const tone = (index: number) => 0.3 * Math.sin((2 * Math.PI * 440 * index) / RATE)
    const samples = Float32Array.from(
      { length: RATE },
      (_, index) => tone(index) + (index % 3000 === 0 ? 0.5 : 0),
    )
    const stems = await split(encodeWav(samples, RATE))
    expect(stems.map(({ label, type }) => [label, type])).toEqual([
      ['harmonic', 'audio/wav'],
      ['percussive', 'audio/wav'],
      ['rest', 'audio/wav'],
    ])
    const [harmonic, percussive] = stems.map((stem) => energy(stem.samples))
    expect(harmonic).toBeGreaterThan((percussive ?? 0) * 10)
    for (const stem of stems) expect(stem.samples).toHaveLength(samples.length)
    for (const index of [500, 3000, 9001]) {
      const sum = stems.reduce((total, stem) => total + (stem.samples[index] ?? 0), 0)
      expect(sum).toBeCloseTo(samples[index] ?? 0, 3)
    }
  })

  it.each([
    ['a text', new TextEncoder().encode('no samples'), 415],
    ['nothing', new Uint8Array(), 400],
    ['a sound of six minutes', encodeWav(new Float32Array(8000 * 360), 8000), 413],
  ])('refuses %s', async (_, data, status) => {
    await expect(call(data)).rejects.toMatchObject({ status })
  })

  const sample = join(process.env.TASKSCOPE_SHARED ?? '../shared', 'samples/sample1.flac')
  it.skipIf(!existsSync(sample))('takes a recording apart (needs the shared samples)', async () => {
    const stems = await split(new Uint8Array(readFileSync(sample)))
    for (const { samples, rate } of stems) {
      expect(samples.length / rate).toBeCloseTo(13.7, 0)
      expect(energy(samples)).toBeGreaterThan(1)
    }
  })
})
