import { describe, expect, it } from 'vitest'
import { scanMask } from './mask-scan'
import {
  boxOn,
  bySize,
  indexMasks,
  isRead,
  maskAt,
  masksCsv,
  stretched,
  visibleMasks,
} from './masks'

const runs = (...rows: string[]) =>
  scanMask({
    width: rows[0]?.length ?? 0,
    height: rows.length,
    values: Uint8Array.from([...rows.join('')], (sign) => (sign === '#' ? 255 : 0)),
  })

const reply = [
  { label: 'cat', score: 0.9, mask: 'a' },
  { label: 'sky, "blue"', score: null, mask: 'b' },
  { label: 'cat', score: 0.2, mask: 'c' },
  { label: 'dog', score: 0.5, mask: 'd' },
]
const decoded = [
  { runs: runs('##..', '##..', '....', '....') },
  { runs: runs('####', '####', '####', '####') },
  { runs: runs('..', '.#') },
  { fault: 'not-png' as const },
]
const masks = indexMasks(reply, decoded)
const picture = { width: 4, height: 4 }
const ordered = bySize(masks.filter(isRead))
const indexes = (found: readonly { readonly index: number }[]) => found.map(({ index }) => index)

describe('masks', () => {
  it('gives one category to one label, and keeps what was read', () => {
    expect(masks.map(({ category }) => category)).toEqual([0, 1, 0, 2])
    expect(masks.map(({ fault }) => fault)).toEqual([undefined, undefined, undefined, 'not-png'])
    expect(indexMasks(reply, []).some(isRead)).toBe(false)
  })

  it.each([
    [0, [], [0, 1, 2, 3]],
    [0.5, [], [0, 1, 3]],
    [1, [], [1]],
    [0, ['cat'], [1, 3]],
  ])('shows what scored %d or has no score, but for %j', (threshold, hidden, expected) => {
    expect(indexes(visibleMasks(masks, threshold, new Set(hidden)))).toEqual(expected)
  })

  it('draws large ones first, measured on the picture', () => {
    expect(indexes(ordered)).toEqual([1, 0, 2])
  })

  it.each([
    [0, 0, 0],
    [1.9, 1.9, 0],
    [2, 0, 1],
    // The third mask is half as wide as the picture.
    [2, 2, 2],
    [1.99, 2, 1],
    [-1, 0, undefined],
    [4, 4, undefined],
  ])('finds what is on top at %d, %d', (x, y, index) => {
    expect(maskAt(ordered, picture, { x, y })?.index).toBe(index)
  })

  it('stretches what is of another size', () => {
    expect(indexes(stretched(masks, picture))).toEqual([2])
    expect(boxOn(picture, decoded[2]!.runs!)).toEqual({ xmin: 2, ymin: 2, xmax: 4, ymax: 4 })
  })

  it('lists areas as CSV', () => {
    expect(masksCsv(masks)).toBe(
      [
        'label,score,area_pixels,area_share,xmin,ymin,xmax,ymax,mask_width,mask_height',
        'cat,0.9,4,0.25,0,0,2,2,4,4',
        '"sky, ""blue""",,16,1,0,0,4,4,4,4',
        'cat,0.2,1,0.25,1,1,2,2,2,2',
        '',
      ].join('\n'),
    )
  })
})
