import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { holds, type MaskRuns } from './mask-runs'
import { streamMask } from './mask-stream'

const [width, height] = [403, 300]
const level = 255
const isInside = (x: number, y: number) =>
  Math.hypot(x - 200, y - 140) < 110 + 20 * Math.sin(y / 7) && x % 53 > 4
const pixel = (x: number, y: number) => (x >= 0 && y >= 0 && isInside(x, y) ? level : 0)

/** The difference that a filter leaves of a pixel. */
const filters: readonly ((x: number, y: number) => number)[] = [
  () => 0,
  (x, y) => pixel(x - 1, y),
  (x, y) => pixel(x, y - 1),
  (x, y) => (pixel(x - 1, y) + pixel(x, y - 1)) >> 1,
  (x, y) => {
    const [left, up, corner] = [pixel(x - 1, y), pixel(x, y - 1), pixel(x - 1, y - 1)]
    const estimate = left + up - corner
    return [left, up, corner].reduce((best, each) =>
      Math.abs(estimate - each) < Math.abs(estimate - best) ? each : best,
    )
  },
]

function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}

/** A grey PNG, each row with the filter that `filterOf` names; checksums are left out. */
function png(
  filterOf: (y: number) => number,
  samples: (x: number, y: number) => number = pixel,
): Uint8Array<ArrayBuffer> {
  const raw = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    const filter = filterOf(y)
    raw[y * (width + 1)] = filter
    for (let x = 0; x < width; x++) {
      raw[y * (width + 1) + 1 + x] = samples(x, y) - (filters[filter]?.(x, y) ?? 0)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const packed = deflateSync(raw)
  const middle = packed.length >> 1
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', packed.subarray(0, middle)),
      chunk('IDAT', packed.subarray(middle)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function expectRows(mask: MaskRuns | undefined, rows: number): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (holds(mask!, x, y) !== (y < rows && isInside(x, y))) expect.fail(`${x}, ${y}`)
    }
  }
}

describe('streamMask', () => {
  it.each([0, 1, 2, 3, 4])('takes filter %d back', async (filter) => {
    const mask = await streamMask(png(() => filter))
    expect(mask).toMatchObject({ width, height, whole: true, shaded: false })
    expectRows(mask, height)
  })

  it('reads rows of changing filters', async () => {
    expectRows(await streamMask(png((y) => (y * 7) % 5)), height)
  })

  it('keeps the rows that came of a file that was cut short', async () => {
    const bytes = png((y) => (y % 2 === 0 ? 0 : 2))
    const mask = await streamMask(bytes.slice(0, bytes.length * 0.6))
    expect(mask?.whole).toBe(false)
    const rows = mask?.box.ymax ?? 0
    expect(rows).toBeGreaterThan(60)
    expect(rows).toBeLessThan(height)
    expectRows(mask, rows)
  })

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    [
      'shades',
      png(
        () => 0,
        (x, y) => (isInside(x, y) ? 40 + (x % 200) : 0),
      ),
    ],
    ['no such filter', png((y) => (y === 9 ? 7 : 0))],
    ['a header alone', png(() => 0).slice(0, 33)],
    ['another depth', png(() => 0).fill(16, 24, 25)],
    ['interlaced', png(() => 0).fill(1, 28, 29)],
    ['nothing', new Uint8Array()],
  ])('leaves to others: %s', async (_, bytes) => {
    expect(await streamMask(bytes)).toBeUndefined()
  })
})
