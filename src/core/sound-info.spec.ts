import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleRate } from './sound-info'

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >> 24]
const zeros = (count: number) => Array.from({ length: count }, () => 0)

const fmt = (rate: number) => [...ascii('fmt '), ...u32(16), 1, 0, 1, 0, ...u32(rate), ...zeros(8)]
const riff = [...ascii('RIFF'), ...u32(0), ...ascii('WAVE')]
const ogg = [...ascii('OggS'), ...zeros(22), 1, 19]

describe('sampleRate', () => {
  it.each<[string, number[], number | undefined]>([
    ['WAV', [...riff, ...fmt(16000)], 16000],
    [
      'WAV with an odd block before',
      [...riff, ...ascii('LIST'), ...u32(3), 1, 2, 3, 0, ...fmt(8000)],
      8000,
    ],
    ['FLAC', [...ascii('fLaC'), ...zeros(14), 0x0a, 0xc4, 0x42, 0xf0, ...zeros(8)], 44100],
    ['Opus', [...ogg, ...ascii('OpusHead'), 1, 2, 0, 0, ...u32(48000), ...zeros(8)], 48000],
    ['Vorbis', [...ogg, 1, ...ascii('vorbis'), ...u32(0), 2, ...u32(22050), ...zeros(8)], 22050],
    ['MP3', [0xff, 0xfb, 0x90, 0x00], 44100],
    ['MP3 of MPEG-2', [0xff, 0xf3, 0x94, 0x00], 24000],
    [
      'MP3 behind an ID3 tag',
      [...ascii('ID3'), 4, 0, 0, 0, 0, 0, 2, 9, 9, 0xff, 0xfb, 0x98, 0],
      32000,
    ],
    ['words', ascii('RIFF this is not a sound'), undefined],
    ['nothing', [], undefined],
    ['a cut WAV', [...riff, ...ascii('fmt ')], undefined],
  ])('%s', (_, bytes, rate) => expect(sampleRate(Uint8Array.from(bytes))).toBe(rate))

  const sample = join(process.env.TASKSCOPE_SHARED ?? '../shared', 'samples/sample1.flac')
  it.skipIf(!existsSync(sample))('a real FLAC file (skipped where the sample is not there)', () =>
    expect(sampleRate(readFileSync(sample))).toBe(16000),
  )
})
