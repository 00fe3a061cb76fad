import { MaskBuilder } from './mask-builder'
import { isBlank, scanWords, unfilter, wordRow } from './mask-rows'
import type { MaskRuns } from './mask-runs'

interface GreyPng {
  readonly width: number
  readonly height: number
  /** The compressed samples; less than the file names where it was cut. */
  readonly parts: readonly Uint8Array<ArrayBuffer>[]
}

/**
 * The quick way to read what nearly all masks are: grey, a byte a pixel, not interlaced, two values. The browser inflates,
 * and no row is kept: 24 megapixels take little time and memory. A file that was cut short gives the rows that came.
 * @returns undefined for any other PNG, or a damaged one
 */
export async function streamMask(data: Uint8Array<ArrayBuffer>): Promise<MaskRuns | undefined> {
  const png = greyPng(data)
  if (!png) return undefined
  const { width, height } = png
  const builder = new MaskBuilder()
  let [row, above] = [wordRow(width), wordRow(width)]
  let [filter, filled, rows, level] = [-1, 0, 0, 0]

  /** False where the samples are not of two values. */
  function endRow(): boolean {
    if (filter === 2 && rows > 0 && isBlank(row)) {
      builder.repeatRow()
      row.bytes.set(above.bytes)
    } else {
      unfilter(filter, row, above)
      row.bytes.fill(0, width)
      const scanned = scanWords(row, width, level, builder)
      if (!scanned.plain) return false
      level = scanned.level
      builder.endRow()
    }
    ;[row, above] = [above, row]
    filter = -1
    filled = 0
    rows += 1
    return true
  }

  function take(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.length && rows < height;) {
      if (filter < 0) {
        filter = chunk[at++] ?? 0
        if (filter > 4) return false
        continue
      }
      const end = Math.min(chunk.length, at + width - filled)
      row.bytes.set(chunk.subarray(at, end), filled)
      filled += end - at
      at = end
      if (filled === width && !endRow()) return false
    }
    return true
  }

  const complete = await inflate(png.parts, take)
  if (complete === undefined || rows === 0) return undefined
  return builder.build(width, height, { shaded: false, whole: rows === height })
}

/** Header and samples of a grey PNG of a byte a pixel, or undefined. */
function greyPng(data: Uint8Array<ArrayBuffer>): GreyPng | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (data.length < 33) return undefined
  const [depth, colour, , , interlace] = data.subarray(24, 29)
  if (depth !== 8 || colour !== 0 || interlace !== 0) return undefined
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let at = 8; at + 8 <= data.length;) {
    const length = view.getUint32(at)
    if (view.getUint32(at + 4) === IDAT) parts.push(data.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return { width: view.getUint32(16), height: view.getUint32(20), parts }
}

const IDAT = 0x49444154

/**
 * Hands inflated bytes to `take` until it wants no more. True at a proper end, false where the data end early, undefined
 * where `take` stopped.
 */
async function inflate(
  parts: readonly Uint8Array<ArrayBuffer>[],
  take: (chunk: Uint8Array) => boolean,
): Promise<boolean | undefined> {
  const { readable, writable } = new DecompressionStream('deflate')
  const writer = writable.getWriter()
  const written = Promise.all(parts.map((part) => writer.write(part)))
  // Data that end early are an error, which takes along what has not been read yet: the end waits until all is read.
  void written.then(() => setTimeout(() => void writer.close().catch(() => {}), 0)).catch(() => {})
  const reader = readable.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (take(part.value)) continue
      void reader.cancel().catch(() => {})
      return undefined
    }
    return true
  } catch {
    return false
  }
}
