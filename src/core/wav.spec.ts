import { describe, expect, it } from 'vitest'
import decodeAudio from '@audio/decode-wav'
import { sniff } from './sniff'
import { encodeWav, isSpeechWav, mixDown, SPEECH_RATE } from './wav'

describe('encodeWav', () => {
  it('writes the documented header', () => {
    const bytes = encodeWav(new Float32Array(3), SPEECH_RATE)
    const view = new DataView(bytes.buffer)
    expect(sniff(bytes)).toEqual({ type: 'audio/wav', kind: 'sound' })
    expect(bytes.length).toBe(50)
    expect(view.getUint32(4, true)).toBe(42)
    expect(view.getUint16(22, true)).toBe(1)
    expect(view.getUint32(24, true)).toBe(16_000)
    expect(view.getUint32(28, true)).toBe(32_000)
    expect(view.getUint32(40, true)).toBe(6)
  })

  it('clips and keeps the sign', () => {
    const view = new DataView(encodeWav(Float32Array.from([0, 1, -1, 2, -2, 0.5]), 8000).buffer)
    const samples = [0, 1, 2, 3, 4, 5].map((index) => view.getInt16(44 + index * 2, true))
    expect(samples).toEqual([0, 32767, -32768, 32767, -32768, 16384])
  })

  it('is read back by a decoder with the same rate and samples', async () => {
    const samples = Float32Array.from({ length: 1600 }, (_, index) => Math.sin(index / 5) * 0.8)
    const decoded = await decodeAudio(encodeWav(samples, SPEECH_RATE))
    const [channel = new Float32Array(0)] = decoded.channelData
    expect(decoded.sampleRate).toBe(SPEECH_RATE)
    expect(channel.length).toBe(1600)
    for (const at of [0, 7, 800, 1599]) expect(channel[at]).toBeCloseTo(samples[at] ?? 9, 3)
  })
})

describe('mixDown', () => {
  it('takes the mean of the channels', () => {
    const mixed = mixDown([Float32Array.from([1, 0, 0.5]), Float32Array.from([0, -1, 0.5])])
    expect([...mixed]).toEqual([0.5, -0.5, 0.5])
  })

  it('gives one channel as it is, and nothing for none', () => {
    const only = Float32Array.from([0.25])
    expect(mixDown([only])).toBe(only)
    expect(mixDown([])).toHaveLength(0)
  })
})

describe('isSpeechWav', () => {
  /** The header of a written file with other numbers in it. */
  const header = (changes: readonly (readonly [at: number, value: number])[]) => {
    const bytes = encodeWav(new Float32Array(2), SPEECH_RATE)
    for (const [at, value] of changes) new DataView(bytes.buffer).setUint16(at, value, true)
    return bytes
  }
  it.each([
    ['what is written here', header([]), true],
    ['another rate', encodeWav(new Float32Array(2), 44_100), false],
    ['two channels', header([[22, 2]]), false],
    ['floating point', header([[20, 3]]), false],
    ['24 bits', header([[34, 24]]), false],
    ['a header cut short', header([]).subarray(0, 30), false],
    ['a FLAC', new TextEncoder().encode('fLaC and more than forty letters of nothing'), false],
    ['nothing', new Uint8Array(), false],
  ])('%s', (_, bytes, expected) => expect(isSpeechWav(bytes)).toBe(expected))

  it('looks behind other chunks', () => {
    const plain = header([])
    const junk = new TextEncoder().encode('JUNK\u0003\0\0\0abc\0')
    const bytes = Uint8Array.from([...plain.subarray(0, 12), ...junk, ...plain.subarray(12)])
    expect(isSpeechWav(bytes)).toBe(true)
  })
})
