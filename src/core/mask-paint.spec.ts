import { describe, expect, it } from 'vitest'
import { gapAt, inkMasks, paintMasks, type MaskInk, type MaskMap } from './mask-paint'
import { holds, type MaskRuns } from './mask-runs'
import { scanMask } from './mask-scan'

function mask(...rows: string[]): MaskRuns {
  const values = Uint8Array.from([...rows.join('')], (sign) => (sign === '#' ? 255 : 0))
  return scanMask({ width: rows[0]?.length ?? 0, height: rows.length, values })
}
const mapOf = (width: number, height: number): MaskMap => ({
  width,
  height,
  tops: new Uint16Array(width * height),
})
const rows = ({ width, height, tops }: MaskMap) =>
  Array.from({ length: height }, (_, y) => [...tops.subarray(y * width, (y + 1) * width)].join(''))

const whole = { left: 0, top: 0, step: 1 }
const block = mask('....', '.##.', '.##.', '....')
const column = mask('..#.', '..#.', '..#.', '..#.')

describe('paintMasks', () => {
  it('lays the last mask on top', () => {
    const map = mapOf(4, 4)
    paintMasks(map, [block, column], { width: 4, height: 4 }, whole)
    expect(rows(map)).toEqual(['0020', '0120', '0120', '0020'])
    paintMasks(map, [column, block], { width: 4, height: 4 }, whole)
    expect(rows(map)).toEqual(['0010', '0220', '0220', '0010'])
  })

  it('shows a part, enlarged', () => {
    const map = mapOf(4, 4)
    paintMasks(map, [block], { width: 4, height: 4 }, { left: 2, top: 2, step: 0.5 })
    expect(rows(map)).toEqual(['1100', '1100', '0000', '0000'])
  })

  it('stretches a mask of another size over the picture', () => {
    const map = mapOf(8, 4)
    paintMasks(map, [mask('#.', '..')], { width: 8, height: 4 }, whole)
    expect(rows(map)).toEqual(['11110000', '11110000', '00000000', '00000000'])
  })

  it('goes on above and below the picture', () => {
    const map = mapOf(4, 6)
    paintMasks(map, [column], { width: 4, height: 4 }, { left: 0, top: -1, step: 1 })
    expect(rows(map)).toEqual(['0010', '0010', '0010', '0010', '0010', '0010'])
    paintMasks(map, [block], { width: 4, height: 4 }, { left: 0, top: -1, step: 1 })
    expect(rows(map)).toEqual(['0000', '0000', '0110', '0110', '0000', '0000'])
  })

  it.each([0.31, 1, 2.7, 7.3])('agrees with the pixel under the middle at a step of %d', (step) => {
    const size = 96
    const values = new Uint8Array(size * size)
    for (let at = 0; at < values.length; at++) {
      if (Math.hypot((at % size) - 50, Math.floor(at / size) - 40) % 20 < 9) values[at] = 255
    }
    const runs = scanMask({ width: size, height: size, values })
    const picture = { width: size * 3, height: size * 3 }
    const map = mapOf(40, 30)
    const window = { left: 13.3, top: 7.7, step }
    paintMasks(map, [runs], picture, window)
    for (let y = 0; y < map.height; y++) {
      for (let x = 0; x < map.width; x++) {
        const inside = holds(
          runs,
          Math.floor((window.left + (x + 0.5) * step) / 3),
          Math.floor((window.top + (y + 0.5) * step) / 3),
        )
        expect(map.tops[y * map.width + x], `${x}, ${y}`).toBe(inside ? 1 : 0)
      }
    }
  })
})

describe('inkMasks', () => {
  const ink: MaskInk = {
    fill: [10, 20, 30],
    edge: [200, 210, 220],
    fillAlpha: 0.5,
    edgeAlpha: 1,
    pattern: 0,
  }
  const square = mask('.......', '.#####.', '.#####.', '.#####.', '.#####.', '.#####.', '.......')
  const draw = (...inks: MaskInk[]) => {
    const map = mapOf(7, 7)
    const pixels = new Uint8ClampedArray(7 * 7 * 4)
    paintMasks(map, [square], { width: 7, height: 7 }, whole)
    inkMasks(pixels, map, inks, 1)
    return (x: number, y: number) => [...pixels.subarray((y * 7 + x) * 4, (y * 7 + x) * 4 + 4)]
  }

  it('fills, outlines, and leaves the rest clear', () => {
    const at = draw(ink)
    expect(at(3, 3)).toEqual([10, 20, 30, 128])
    expect(at(1, 3)).toEqual([200, 210, 220, 255])
    expect(at(5, 5)).toEqual([200, 210, 220, 255])
    expect(at(0, 3)).toEqual([0, 0, 0, 0])
  })

  it('tells masks of one hue apart by patterns', () => {
    const pictures = [0, 1, 2, 3].map((pattern) =>
      Array.from({ length: 256 }, (_, at) => gapAt(pattern, at % 16, at >> 4, 2)).join(),
    )
    expect(new Set(pictures).size).toBe(4)
    const alphas = new Set(
      [2, 3, 4].flatMap((y) => [2, 3, 4].map((x) => draw({ ...ink, pattern: 3 })(x, y)[3])),
    )
    expect(alphas.size).toBe(2)
  })
})
