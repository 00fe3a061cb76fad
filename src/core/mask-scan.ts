import { MaskBuilder } from './mask-builder'
import type { MaskRuns } from './mask-runs'

/** Brightness by pixel, row by row, in any range. */
export interface MaskPixels {
  readonly width: number
  readonly height: number
  readonly values: Uint8Array | Uint8ClampedArray | Uint16Array
}

/** The pixels brighter than half of the brightest, so that masks of 0 and 1 read like those of 0 and 255. */
export function scanMask({ width, height, values }: MaskPixels): MaskRuns {
  const { brightest, shaded } = levelsOf(values)
  const builder = new MaskBuilder()
  for (let y = 0; y < height && brightest > 0; y++) {
    scanRow(values.subarray(y * width, (y + 1) * width), brightest / 2, builder.spans)
    builder.endRow()
  }
  return builder.build(width, height, { shaded, whole: true })
}

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

/** Adds a row's spans to `spans`. */
function scanRow(row: MaskPixels['values'], limit: number, spans: number[]): void {
  let from = -1
  for (let x = 0; x <= row.length; x++) {
    const inside = x < row.length && (row[x] ?? 0) > limit
    if (inside === from >= 0) continue
    if (!inside) spans.push(from, x)
    from = inside ? x : -1
  }
}
