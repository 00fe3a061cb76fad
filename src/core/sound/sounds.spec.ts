import { describe, expect, it } from 'vitest'
import type { Reply } from '../reply'
import { encodeWav } from '../wav'
import { parseSound } from './sounds'

const wav = encodeWav(new Float32Array(8), 16_000)
const base64 = btoa(String.fromCharCode(...wav))
const url = 'https://sounds.example/1.mp3'
const json = (value: unknown): Reply => ({ kind: 'json', value, text: JSON.stringify(value) })
const words = (reply: Reply) => {
  const { sound, rate } = parseSound(reply)
  return [sound.kind === 'url' ? sound.url : `${sound.blob.type} ${sound.blob.size}`, rate]
}

describe('parseSound', () => {
  it.each<[string, unknown, [string, number | null]]>([
    ['base64', { audio: base64, sampling_rate: 16_000 }, ['audio/wav 60', 16_000]],
    ['base64 without a rate', { audio: base64 }, ['audio/wav 60', null]],
    ['a url', { audio: url, sampling_rate: 24_000 }, [url, 24_000]],
    ['a data URL', { audio: `data:audio/x-wav;base64,${base64}` }, ['audio/wav 60', null]],
    [
      'a data URL of a type that has no mark',
      { audio: `data:audio/basic;base64,${btoa('\0\u0001\0')}` },
      ['audio/basic 3', null],
    ],
    ['a file', { audio: { url, content_type: 'audio/mpeg' } }, [url, null]],
    ['a list of one', [{ audio: base64, sampling_rate: 8000 }], ['audio/wav 60', 8000]],
    ['a provider’s url', { output: [url] }, [url, null]],
    ['samples', { audio: [[0, 0.5, -0.5]], sampling_rate: 22_050 }, ['audio/wav 50', 22_050]],
  ])('reads %s', (_, value, expected) => expect(words(json(value))).toEqual(expected))

  it.each(['audio/flac', 'audio/wav', 'application/octet-stream', ''])(
    'reads bytes: %s',
    (type) => {
      const blob = new Blob(['x'])
      expect(parseSound({ kind: 'bytes', blob, mediaType: type }).sound).toEqual({
        kind: 'blob',
        blob,
      })
    },
  )

  it('keeps every byte', async () => {
    const { sound } = parseSound(json({ audio: base64 }))
    const bytes = sound.kind === 'blob' ? await sound.blob.arrayBuffer() : new ArrayBuffer(0)
    expect(new Uint8Array(bytes)).toEqual(wav)
  })

  it.each([
    [{ audio: 'not base64!' }],
    [{ audio: btoa('a plain text that is no sound at all') }],
    [{ audio: [0.5] }],
    [{ audio: null }],
    [{ sampling_rate: 8000 }],
    [[]],
    ['text'],
  ])('refuses %j', (value) => {
    expect(() => parseSound(json(value))).toThrow(/documented shape: audio bytes/)
  })

  it('refuses a picture', () => {
    const blob = new Blob(['x'])
    expect(() => parseSound({ kind: 'bytes', blob, mediaType: 'image/png' })).toThrow(/documented/)
  })
})
