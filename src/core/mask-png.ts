import { decode, type DecodedPng } from 'fast-png'
import { fromBase64 } from './base64'
import { dimensionsOf } from './dimensions'
import { limits } from './limits'
import { scanMask, type MaskPixels } from './mask-scan'
import { WIDEST_MASK, type MaskRuns } from './mask-runs'
import { streamMask } from './mask-stream'

/** Why a mask can't be shown; the words are in the locales. */
export type MaskFault = 'not-base64' | 'not-png' | 'cut-short' | 'too-large'

/** A mask, or why there is none. */
export type DecodedMask = { readonly runs: MaskRuns } | { readonly fault: MaskFault }

/**
 * Reads a mask of a reply: base64 of a PNG of any colour type and depth, with or without a `data:` head. Some 100 ms of
 * work at 24 megapixels, and more for unusual kinds: for a worker. Never rejects.
 */
export async function decodeMask(base64: string): Promise<DecodedMask> {
  const file = fromBase64(base64)
  if (!file) return { fault: 'not-base64' }
  const size = dimensionsOf(file.data, 'image/png')
  if (!size) return { fault: 'not-png' }
  const { width, height } = size
  if (width * height > limits.imagePixels || width > WIDEST_MASK) return { fault: 'too-large' }
  const runs = await streamMask(file.data)
  if (runs) return { runs }
  try {
    return { runs: scanMask(pixelsOf(decode(file.data))) }
  } catch {
    return { fault: isWhole(file.data) ? 'not-png' : 'cut-short' }
  }
}

/** A PNG ends in a chunk of its own. */
function isWhole(data: Uint8Array): boolean {
  return String.fromCharCode(...data.slice(-8, -4)) === 'IEND'
}

/** Grey as it is; of colours the mean; of what is transparent in places, only how opaque it is. */
function pixelsOf(png: DecodedPng): MaskPixels {
  const { width, height, channels, depth, palette, data } = png
  if (channels === 1 && depth >= 8 && !palette) return { width, height, values: data }
  const values = new Uint16Array(width * height)
  if (channels === 1) {
    const levels = palette ? paletteLevels(palette) : undefined
    fillPacked(values, png, (sample) => levels?.[sample] ?? sample)
    return { width, height, values }
  }
  const alpha = channels % 2 === 0 ? channels - 1 : undefined
  const masked = alpha !== undefined && varies(data, alpha, channels)
  const colours = channels > 2 ? [0, 1, 2] : [0]
  const read = masked ? [alpha] : colours
  for (let at = 0; at < values.length; at++) {
    let sum = 0
    for (const channel of read) sum += data[at * channels + channel] ?? 0
    values[at] = sum / read.length
  }
  return { width, height, values }
}

function varies(data: DecodedPng['data'], channel: number, channels: number): boolean {
  for (let at = channel; at < data.length; at += channels) {
    if (data[at] !== data[channel]) return true
  }
  return false
}

function paletteLevels(palette: NonNullable<DecodedPng['palette']>): number[] {
  return palette.map(([red = 0, green = 0, blue = 0, alpha = 255]) =>
    Math.round((((red + green + blue) / 3) * alpha) / 255),
  )
}

/** Below 8 bits, samples are packed, each row starting on a byte. */
function fillPacked(
  values: Uint16Array,
  { width, height, depth, data }: DecodedPng,
  level: (sample: number) => number,
): void {
  const perByte = Math.max(1, 8 / depth)
  const rowBytes = Math.ceil(width / perByte)
  const highest = 2 ** Math.min(8, depth) - 1
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = data[y * rowBytes + Math.floor(x / perByte)] ?? 0
      const shift = 8 - Math.min(8, depth) * ((x % perByte) + 1)
      values[y * width + x] = level((byte >> shift) & highest)
    }
  }
}
