import { encode, type ImageData } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { decodeMask, type DecodedMask } from './mask-png'
import { holds } from './mask-runs'

const [width, height] = [37, 21]
const isInside = (x: number, y: number) => (x - 18) ** 2 / 200 + (y - 10) ** 2 / 60 < 1

/** A mask with `of(inside)` as the samples of each pixel. */
function png(
  of: (inside: boolean) => readonly number[],
  more: Partial<ImageData> = {},
): Uint8Array {
  const pixels = Array.from({ length: width * height }, (_, at) =>
    of(isInside(at % width, Math.floor(at / width))),
  )
  const samples = pixels.flat()
  const data = more.depth === 16 ? Uint16Array.from(samples) : Uint8Array.from(samples)
  return encode({ width, height, channels: pixels[0]?.length ?? 1, data, ...more })
}

/** One bit a pixel, rows starting on a byte. */
function packed(): Uint8Array {
  const rowBytes = Math.ceil(width / 8)
  const data = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isInside(x, y)) data[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return encode({ width, height, channels: 1, depth: 1, data })
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

function runs(decoded: DecodedMask) {
  if ('fault' in decoded) throw new Error(decoded.fault)
  return decoded.runs
}

describe('decodeMask', () => {
  it.each<[string, Uint8Array]>([
    ['grey', png((inside) => [inside ? 255 : 0])],
    ['zeros and ones', png((inside) => [inside ? 1 : 0])],
    ['dark outside', png((inside) => [inside ? 200 : 90])],
    ['16 bit', png((inside) => [inside ? 65_535 : 0], { depth: 16 })],
    ['one bit', packed()],
    ['colour', png((inside) => (inside ? [255, 0, 0] : [0, 0, 0]))],
    ['grey with an even alpha', png((inside) => [inside ? 255 : 0, 255])],
    ['a black cutout', png((inside) => [0, 0, 0, inside ? 255 : 0])],
    [
      'a palette',
      png((inside) => [inside ? 1 : 0], {
        palette: [
          [0, 0, 0],
          [255, 255, 255],
        ],
      }),
    ],
  ])('reads every pixel of a mask of %s', async (_, bytes) => {
    const mask = runs(await decodeMask(base64(bytes)))
    expect([mask.width, mask.height]).toEqual([width, height])
    let area = 0
    for (let y = -1; y <= height; y++) {
      for (let x = 0; x < width; x++) {
        const inside = y >= 0 && y < height && isInside(x, y)
        if (inside) area++
        expect(holds(mask, x, y), `${x}, ${y}`).toBe(inside)
      }
    }
    expect(mask.area).toBe(area)
  })

  it('takes the head of a data URL', async () => {
    const url = `data:image/png;base64,${base64(png(() => [255]))}`
    expect(runs(await decodeMask(url)).area).toBe(width * height)
  })

  it('says that a mask has shades', async () => {
    const shaded = async (outside: number) =>
      runs(await decodeMask(base64(png((inside) => [inside ? 255 : outside])))).shaded
    expect(await shaded(30)).toBe(true)
    expect(await shaded(0)).toBe(false)
  })

  it.each([
    ['no base64', '!!', 'not-base64'],
    ['a text', base64(Buffer.from('no picture at all')), 'not-png'],
    ['half a PNG', base64(png(() => [255, 255]).subarray(0, 60)), 'cut-short'],
    ['a damaged PNG', base64(damaged()), 'not-png'],
    ['more pixels than any picture', base64(bomb()), 'too-large'],
  ])('refuses %s', async (_, mask, fault) => {
    expect(await decodeMask(mask)).toEqual({ fault })
  })
})

function damaged(): Uint8Array {
  const bytes = png((inside) => [inside ? 255 : 0])
  return bytes.fill(0xff, 45, 55)
}

/** A PNG whose header names 60,000 by 60,000 pixels. */
function bomb(): Uint8Array {
  const bytes = png(() => [0])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  view.setUint32(16, 60_000)
  view.setUint32(20, 60_000)
  return bytes
}
