import { encode, type ImageData } from 'fast-png'
import { encode as encodeJpeg } from 'jpeg-js'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Found {
  label: string
  score: number
  box: { xmin: number; ymin: number; xmax: number; ymax: number }
}
const detect = async (data: Uint8Array, parameters = {}, mediaType = 'image/png') =>
  (await callTask(sandbox, { bytes: { data, mediaType }, parameters })) as Found[]

type Rgb = readonly [number, number, number]
interface Patch {
  readonly at: readonly [x: number, y: number, width: number, height: number]
  readonly colour: Rgb
}

/** RGB samples of patches over a white ground. */
function paint(width: number, height: number, patches: readonly Patch[]): Uint8Array {
  const data = new Uint8Array(width * height * 3).fill(255)
  for (const { at, colour } of patches) {
    const [left, top, across, down] = at
    for (let y = top; y < top + down; y++) {
      for (let x = left; x < left + across; x++) data.set(colour, (y * width + x) * 3)
    }
  }
  return data
}
const red: Patch = { at: [40, 60, 100, 80], colour: [220, 20, 30] }
const blue: Patch = { at: [250, 150, 80, 120], colour: [30, 40, 200] }
const png = (patches: readonly Patch[], extra: Partial<ImageData> = {}) =>
  encode({ width: 400, height: 300, channels: 3, data: paint(400, 300, patches), ...extra })

const expectBox = (found: Found | undefined, { at: [x, y, width, height] }: Patch, within = 6) => {
  const box = found?.box ?? { xmin: -99, ymin: -99, xmax: -99, ymax: -99 }
  const wanted = [x, y, x + width, y + height]
  for (const [index, edge] of [box.xmin, box.ymin, box.xmax, box.ymax].entries()) {
    expect(Math.abs(edge - (wanted[index] ?? 0))).toBeLessThanOrEqual(within)
  }
}
const labelled = (found: readonly Found[], label: string) =>
  found.find((one) => one.label === label)

describe('object-detection sandbox', () => {
  it('finds what stands out, where it stands, by its colour', async () => {
    const found = await detect(png([red, blue]))
    expect(found).toHaveLength(2)
    expectBox(labelled(found, 'red region'), red)
    expectBox(labelled(found, 'blue region'), blue)
  })

  it('follows the picture', async () => {
    const moved: Patch = { ...red, at: [280, 20, 60, 60] }
    expectBox(labelled(await detect(png([moved])), 'red region'), moved)
    expect(await detect(png([]))).toEqual([])
  })

  it('honours the threshold: faint regions go first', async () => {
    const faint: Patch = { at: [300, 30, 60, 60], colour: [225, 225, 215] }
    const at = async (threshold: number) => (await detect(png([red, faint]), { threshold })).length
    expect(await at(0)).toBe(2)
    expect(await at(0.5)).toBe(1)
    expect(await at(1)).toBe(0)
  })

  it('reads 16 bit, grey with alpha, and one bit a pixel', async () => {
    const wide = Uint16Array.from(paint(400, 300, [red]), (value) => value * 257)
    expectBox((await detect(png([], { data: wide, depth: 16 })))[0], red)
    const grey = new Uint8Array(400 * 300 * 2)
    for (let index = 0; index < 400 * 300; index++) {
      const [x, y] = [index % 400, Math.floor(index / 400)]
      const inside = x >= 40 && x < 140 && y >= 60 && y < 140
      grey.set([0, inside ? 255 : 0], index * 2)
    }
    expectBox((await detect(png([], { data: grey, channels: 2 })))[0], red)
  })

  it('reads JPEG and turns the boxes as its orientation says', async () => {
    const rgba = new Uint8Array(400 * 300 * 4)
    const rgb = paint(400, 300, [red])
    for (let index = 0; index < 400 * 300; index++) {
      rgba.set([...rgb.subarray(index * 3, index * 3 + 3), 255], index * 4)
    }
    const jpeg = new Uint8Array(encodeJpeg({ width: 400, height: 300, data: rgba }, 90).data)
    expectBox((await detect(jpeg, {}, 'image/jpeg'))[0], red)
    // Orientation 6 is shown turned a quarter clockwise: the stored top left becomes the top right.
    const turned: Patch = { ...red, at: [300 - 60 - 80, 40, 80, 100] }
    expectBox((await detect(withOrientation(jpeg, 6), {}, 'image/jpeg'))[0], turned)
  })

  it.each([
    ['GIF', new TextEncoder().encode('GIF89a..........'), 415],
    ['a text named .png', new TextEncoder().encode('hello there, no picture'), 415],
    ['half a PNG', png([red]).subarray(0, 200), 422],
    ['nothing', new Uint8Array(), 400],
  ])('refuses %s', async (_, data, status) => {
    await expect(detect(data)).rejects.toMatchObject({ status })
  })

  const cats = join(process.env.TASKSCOPE_SHARED ?? '../shared', 'samples/cats.png')
  it.skipIf(!existsSync(cats))(
    'finds regions on a photograph (needs the shared samples)',
    async () => {
      const found = await detect(new Uint8Array(readFileSync(cats)), { threshold: 0.3 })
      expect(found.length).toBeGreaterThan(1)
      for (const { box } of found) {
        expect(box.xmin).toBeGreaterThanOrEqual(0)
        expect(box.xmax).toBeLessThanOrEqual(640)
        expect(box.ymax).toBeLessThanOrEqual(420)
        expect(box.xmax).toBeGreaterThan(box.xmin)
      }
    },
  )
})

/** Puts an EXIF block with an orientation behind a JPEG's first marker. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  const block = [0xff, 0xe1, 0, exif.length + 2, ...exif]
  return Uint8Array.from([...jpeg.subarray(0, 2), ...block, ...jpeg.subarray(2)])
}
