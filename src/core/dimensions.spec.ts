import { existsSync, readFileSync } from 'node:fs'
import { encode as encodePng } from 'fast-png'
import { encode as encodeJpeg } from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { dimensionsOf, HEADER_BYTES, imageDimensions } from './dimensions'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const png = (width: number, height: number) =>
  encodePng({ width, height, channels: 3, data: new Uint8Array(width * height * 3) })
const jpeg = (width: number, height: number) =>
  new Uint8Array(encodeJpeg({ width, height, data: new Uint8Array(width * height * 4) }, 50).data)

function withSegment(picture: Uint8Array, marker: number, payload: Uint8Array) {
  const length = payload.length + 2
  const head = Uint8Array.from([0xff, marker, length >> 8, length & 0xff])
  return Uint8Array.from([...picture.subarray(0, 2), ...head, ...payload, ...picture.subarray(2)])
}

const exif = (orientation: number) =>
  bytes(
    `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`,
  )

describe('dimensionsOf', () => {
  it('reads encoded PNG and JPEG', () => {
    expect(dimensionsOf(png(37, 21), 'image/png')).toEqual({
      width: 37,
      height: 21,
      orientation: 1,
    })
    expect(dimensionsOf(jpeg(45, 18), 'image/jpeg')).toEqual({
      width: 45,
      height: 18,
      orientation: 1,
    })
  })

  it.each([1, 2, 3, 4])('keeps width and height at EXIF orientation %i', (orientation) => {
    const picture = withSegment(jpeg(40, 16), 0xe1, exif(orientation))
    expect(dimensionsOf(picture, 'image/jpeg')).toEqual({ width: 40, height: 16, orientation })
  })

  it.each([5, 6, 7, 8])('turns width and height at EXIF orientation %i', (orientation) => {
    const picture = withSegment(jpeg(40, 16), 0xe1, exif(orientation))
    expect(dimensionsOf(picture, 'image/jpeg')).toEqual({ width: 16, height: 40, orientation })
  })

  it('takes no size out of a PNG that begins with something else', () => {
    const broken = Uint8Array.from([...png(4, 4).subarray(0, 8), ...new Uint8Array(200).fill(7)])
    expect(dimensionsOf(broken, 'image/png')).toBeUndefined()
  })

  it('reads the size behind broken EXIF', () => {
    const picture = withSegment(jpeg(40, 16), 0xe1, bytes('Exif\0\0II*\0\xff\xff\xff\x7f'))
    expect(dimensionsOf(picture, 'image/jpeg')).toEqual({ width: 40, height: 16, orientation: 1 })
  })

  it.each<[string, Uint8Array, string, number, number]>([
    ['gif', bytes('GIF89a\x40\x01\xc8\0'), 'image/gif', 320, 200],
    [
      'bmp with rows from the top',
      bytes('BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0\x10\x01\0\0\xf8\xff\xff\xff'),
      'image/bmp',
      272,
      8,
    ],
    ['old bmp', bytes('BM\0\0\0\0\0\0\0\0\0\0\0\0\x0c\0\0\0\x07\0\x05\0'), 'image/bmp', 7, 5],
    [
      'webp, lossy',
      bytes('RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\xe0\x01'),
      'image/webp',
      640,
      480,
    ],
    ['webp, lossless', bytes('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x03\xc0\x01\0'), 'image/webp', 4, 8],
    [
      'webp, extended',
      bytes('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x0f\x27\0\x6f\x17\0'),
      'image/webp',
      10_000,
      6000,
    ],
    [
      'tiff',
      bytes(
        'II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x20\0\0\0\x01\x01\x04\0\x01\0\0\0\x10\0\0\0',
      ),
      'image/tiff',
      32,
      16,
    ],
    [
      'avif: the largest item',
      bytes('....ispe\0\0\0\0\0\0\0\x08\0\0\0\x08....ispe\0\0\0\0\0\0\x10\0\0\0\x08\0'),
      'image/avif',
      4096,
      2048,
    ],
  ])('reads %s', (_, head, type, width, height) => {
    expect(dimensionsOf(head, type)).toEqual({ width, height, orientation: 1 })
  })

  it.each([
    ['cut short', png(9, 9).subarray(0, 18), 'image/png'],
    ['of no size', bytes('GIF89a\0\0\0\0'), 'image/gif'],
    ['cut before the frame', jpeg(9, 9).subarray(0, 60), 'image/jpeg'],
    ['of an unknown type', bytes('anything'), 'image/x-other'],
  ])('gives nothing for a header %s', (_, head, type) => {
    expect(dimensionsOf(head, type)).toBeUndefined()
  })
})

describe('imageDimensions', () => {
  it('reads on where metadata is larger than the first read', async () => {
    let picture: Uint8Array = jpeg(24, 12)
    const segments = Math.ceil(HEADER_BYTES / 60_000)
    for (let index = 0; index < segments; index += 1) {
      picture = withSegment(picture, 0xe2, new Uint8Array(60_000))
    }
    const blob = new Blob([picture.slice()])
    expect(await imageDimensions(blob, 'image/jpeg')).toMatchObject({ width: 24, height: 12 })
  })

  const photo = `${process.env.TASKSCOPE_SHARED ?? '../shared'}/samples/cats.png`
  it.skipIf(!existsSync(photo))(
    'reads a real photograph (skipped without the shared samples)',
    async () => {
      const blob = new Blob([new Uint8Array(readFileSync(photo))])
      expect(await imageDimensions(blob, 'image/png')).toMatchObject({ width: 640, height: 420 })
    },
  )
})
