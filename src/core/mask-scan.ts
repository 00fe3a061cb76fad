import { anchorOf } from './mask-anchor'
import type { MaskBox, MaskRuns } from './mask-runs'

/** Brightness by pixel, row by row, in any range. */
export interface MaskPixels {
  readonly width: number
  readonly height: number
  readonly values: Uint8Array | Uint8ClampedArray | Uint16Array
}

/** The pixels brighter than half of the brightest, so that masks of 0 and 1 read like those of 0 and 255. */
export function scanMask({ width, height, values }: MaskPixels): MaskRuns {
  const { brightest, shaded } = levelsOf(values)
  const spans: number[] = []
  const starts: number[] = []
  let [area, xmin, ymin, xmax, ymax] = [0, width, height, 0, 0]
  for (let y = 0; y < height && brightest > 0; y++) {
    const first = spans.length
    area += scanRow(values.subarray(y * width, (y + 1) * width), brightest / 2, spans)
    if (spans.length > first) {
      ymin = Math.min(ymin, y)
      ymax = y + 1
      xmin = Math.min(xmin, spans[first] ?? 0)
      xmax = Math.max(xmax, spans.at(-1) ?? 0)
    }
    if (ymax > 0) starts.push(first)
  }
  const box: MaskBox = area === 0 ? EMPTY : { xmin, ymin, xmax, ymax }
  const found = {
    box,
    starts: Uint32Array.from([...starts.slice(0, box.ymax - box.ymin), spans.length]),
    spans: Uint16Array.from(spans),
  }
  return { width, height, ...found, area, anchor: anchorOf(found), shaded }
}

const EMPTY: MaskBox = { xmin: 0, ymin: 0, xmax: 0, ymax: 0 }

function levelsOf(values: MaskPixels['values']): { brightest: number; shaded: boolean } {
  let brightest = 0
  let shaded = false
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (value === 0 || value === brightest) continue
    shaded ||= brightest > 0
    if (value > brightest) brightest = value
  }
  return { brightest, shaded }
}

/** Adds a row's spans to `spans`; returns how many pixels they hold. */
function scanRow(row: MaskPixels['values'], limit: number, spans: number[]): number {
  let area = 0
  let from = -1
  for (let x = 0; x <= row.length; x++) {
    const inside = x < row.length && (row[x] ?? 0) > limit
    if (inside === from >= 0) continue
    if (inside) {
      from = x
    } else {
      spans.push(from, x)
      area += x - from
      from = -1
    }
  }
  return area
}
