import { encode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { limits } from '@/core/limits'
import { encodeWav } from '@/core/wav'
import { checkMedia, readTextFile, type Wanted } from './media-check'

const png = encode({ width: 8, height: 4, channels: 3, data: new Uint8Array(96) })

/** A PNG whose header says another size: what counts, since nothing is decoded. */
function claiming(width: number, height: number): Blob {
  const bytes = new Uint8Array(png)
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return new Blob([bytes])
}

const picture = new Blob([new Uint8Array(png)], { type: 'text/plain' })
const sound = new Blob([encodeWav(new Float32Array(100), 16_000)])

describe('checkMedia', () => {
  it('takes a picture by its content and corrects its type', async () => {
    expect(await checkMedia(picture, 'photo.txt', 'image')).toMatchObject({
      ok: true,
      file: { name: 'photo.txt', type: 'image/png', size: png.length },
    })
  })

  it('takes a picture at the bound of pixels', async () => {
    expect(await checkMedia(claiming(10_000, 5000), 'a.png', 'image')).toMatchObject({ ok: true })
  })

  it.each<[string, Blob, Wanted, object]>([
    [
      'a text named .png',
      new Blob(['I am no picture']),
      'image',
      { kind: 'not-image', found: { kind: 'text' } },
    ],
    ['a sound for a picture', sound, 'image', { kind: 'not-image', found: { type: 'audio/wav' } }],
    [
      'a drawing',
      new Blob(['<svg></svg>']),
      'image',
      { kind: 'not-image', found: { type: 'image/svg+xml' } },
    ],
    [
      '60 megapixels',
      claiming(10_000, 6000),
      'image',
      { kind: 'too-many-pixels', width: 10_000, height: 6000 },
    ],
    [
      'too many bytes',
      new Blob([png.slice(), new Uint8Array(limits.imageBytes)]),
      'image',
      { kind: 'too-heavy' },
    ],
    [
      'a picture for a sound',
      picture,
      'sound',
      { kind: 'not-sound', found: { type: 'image/png' } },
    ],
    ['an empty file', new Blob([]), 'any', { kind: 'empty' }],
  ])('refuses %s', async (_, blob, wanted, refusal) => {
    expect(await checkMedia(blob, 'given.png', wanted)).toMatchObject({
      ok: false,
      refusal: { name: 'given.png', ...refusal },
    })
  })

  it('takes any bytes where any are wanted, and keeps a type that it can not tell', async () => {
    const blob = new Blob([Uint8Array.from([0, 1, 2, 255])], { type: 'application/x-mine' })
    expect(await checkMedia(blob, 'a.bin', 'any')).toMatchObject({
      ok: true,
      file: { type: 'application/x-mine' },
    })
  })
})

describe('readTextFile', () => {
  it('reads UTF-8 and UTF-16', async () => {
    const wide = Uint8Array.from([0xff, 0xfe, 0x2b, 0x73, 0x0a, 0x00])
    expect(await readTextFile(new File(['猫'], 'a.txt'))).toBe('猫')
    expect(await readTextFile(new File([wide], 'b.txt'))).toBe('猫\n')
  })

  it.each<[string, File, object]>([
    ['a picture', new File([picture], 'a.txt'), { kind: 'not-text' }],
    [
      'a text over the bound',
      new File(['x'.repeat(limits.textBytes + 1)], 'a.txt'),
      { kind: 'too-heavy' },
    ],
  ])('refuses %s', async (_, file, refusal) => {
    expect(await readTextFile(file)).toMatchObject({ name: 'a.txt', ...refusal })
  })
})
