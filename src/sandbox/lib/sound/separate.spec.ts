import { describe, expect, it } from 'vitest'
import { separate, type Parts } from './separate'

const RATE = 16_000
const signal = new AbortController().signal
const wave = (seconds: number, of: (second: number, index: number) => number) =>
  Float32Array.from({ length: seconds * RATE }, (_, index) => of(index / RATE, index))
const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0)
const tone = wave(2, (second) => 0.3 * Math.sin(2 * Math.PI * 440 * second))
const clicks = wave(2, (_, index) => (index % 4000 === 2000 ? 0.9 : 0))
const strongest = (parts: Parts) =>
  Object.entries(parts).sort(([, one], [, other]) => energy(other) - energy(one))[0]?.[0]

describe('separate', () => {
  it.each([
    ['a tone', tone, 'harmonic'],
    ['clicks', clicks, 'percussive'],
  ])('takes %s for what it is', async (_, samples, name) => {
    const parts = await separate(samples, signal)
    expect(strongest(parts)).toBe(name)
    expect(energy(parts[name as keyof Parts])).toBeGreaterThan(energy(samples) * 0.6)
  })

  it('takes a mixture apart, and its parts add up to it', async () => {
    const mixed = tone.map((sample, index) => sample + (clicks[index] ?? 0))
    const { harmonic, percussive, rest } = await separate(mixed, signal)
    let error = 0
    for (const [index, sample] of mixed.entries()) {
      const sum = (harmonic[index] ?? 0) + (percussive[index] ?? 0) + (rest[index] ?? 0)
      error = Math.max(error, Math.abs(sum - sample))
    }
    expect(error).toBeLessThan(1e-5)
    // A click stands out from the tone around it, in its own part only.
    expect(Math.abs(percussive[2000] ?? 0)).toBeGreaterThan(0.5)
    expect(Math.abs(harmonic[2000] ?? 0)).toBeLessThan(0.45)
  })

  it('leaves silence silent and takes sounds of any length', async () => {
    expect(energy((await separate(new Float32Array(5000), signal)).rest)).toBe(0)
    for (const length of [0, 1, 300]) {
      expect((await separate(new Float32Array(length), signal)).harmonic).toHaveLength(length)
    }
  })

  it('stops when it is called off', async () => {
    await expect(separate(tone, AbortSignal.abort())).rejects.toThrow()
  })
})
