/** A picture's size in pixels, upright: turned as its EXIF orientation says. */
export interface Dimensions {
  readonly width: number
  readonly height: number
  /** EXIF orientation, 1 to 8; 1 when there is none. 5 to 8 mean that the stored picture lies on its side. */
  readonly orientation: number
}

/** Nearly every header ends within this many bytes; a JPEG with large metadata is read on. */
export const HEADER_BYTES = 262_144

/**
 * The size that a picture's header names, without decoding any pixels.
 * @param bytes the start of the file; `HEADER_BYTES` are nearly always enough
 * @param type the media type as sniffed
 * @returns undefined for a type without a known header, or a header that is cut short or broken
 */
export function dimensionsOf(bytes: Uint8Array, type: string): Dimensions | undefined {
  const read = readers[type]
  if (!read) return undefined
  try {
    const found = read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return found && found.width > 0 && found.height > 0 ? found : undefined
  } catch (error) {
    // A DataView throws RangeError when the header ends early.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** `dimensionsOf` for a Blob: reads the start, and all of it only where the start was not enough. */
export async function imageDimensions(blob: Blob, type: string): Promise<Dimensions | undefined> {
  const head = new Uint8Array(await blob.slice(0, HEADER_BYTES).arrayBuffer())
  const found = dimensionsOf(head, type)
  if (found || blob.size <= HEADER_BYTES || !readers[type]) return found
  return dimensionsOf(new Uint8Array(await blob.arrayBuffer()), type)
}

type Reader = (view: DataView) => Dimensions | undefined

const readers: Readonly<Record<string, Reader>> = {
  'image/png': (view) =>
    ascii(view, 12, 4) === 'IHDR' ? plain(view.getUint32(16), view.getUint32(20)) : undefined,
  'image/gif': (view) => plain(view.getUint16(6, true), view.getUint16(8, true)),
  'image/bmp': bmp,
  'image/jpeg': jpeg,
  'image/webp': webp,
  'image/tiff': (view) => tiff(view, 0),
  'image/avif': isoImage,
  'image/heic': isoImage,
}

function plain(width: number, height: number): Dimensions {
  return { width, height, orientation: 1 }
}

function upright(width: number, height: number, orientation: number): Dimensions {
  return orientation >= 5
    ? { width: height, height: width, orientation }
    : { width, height, orientation }
}

/** The oldest header has 16-bit sizes; a negative height means that rows run from the top. */
function bmp(view: DataView): Dimensions {
  if (view.getUint32(14, true) === 12)
    return plain(view.getUint16(18, true), view.getUint16(20, true))
  return plain(Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)))
}

function jpeg(view: DataView): Dimensions | undefined {
  let orientation = 1
  let at = 2
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2
      continue
    }
    if (isStartOfFrame(marker))
      return upright(view.getUint16(at + 7), view.getUint16(at + 5), orientation)
    if (marker === 0xe1) orientation = exifOrientation(view, at + 4) ?? orientation
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** C4, C8 and CC lie in the range, but hold tables. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function exifOrientation(view: DataView, at: number): number | undefined {
  if (ascii(view, at, 4) !== 'Exif') return undefined
  try {
    return orientationOf(tags(view, at + 6))
  } catch (error) {
    // Broken metadata is no reason to lose the size that follows.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The first directory of a TIFF structure: tag to value, for short and long values that stand in place. */
function tags(view: DataView, base: number): Map<number, number> {
  const little = ascii(view, base, 2) === 'II'
  const start = base + view.getUint32(base + 4, little)
  const found = new Map<number, number>()
  for (let index = 0; index < view.getUint16(start, little); index += 1) {
    const entry = start + 2 + index * 12
    const isShort = view.getUint16(entry + 2, little) === 3
    const value = isShort ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little)
    found.set(view.getUint16(entry, little), value)
  }
  return found
}

function orientationOf(found: ReadonlyMap<number, number>): number {
  const value = found.get(0x0112) ?? 1
  return value >= 1 && value <= 8 ? value : 1
}

function tiff(view: DataView, base: number): Dimensions {
  const found = tags(view, base)
  return upright(found.get(256) ?? 0, found.get(257) ?? 0, orientationOf(found))
}

function webp(view: DataView): Dimensions | undefined {
  switch (ascii(view, 12, 4)) {
    case 'VP8X':
      return plain(uint24(view, 24) + 1, uint24(view, 27) + 1)
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return plain((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
    }
    case 'VP8 ':
      return plain(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    default:
      return undefined
  }
}

/** AVIF and HEIC name a size for each item (tiles, thumbnail, the whole) in `ispe` boxes: the largest is the whole. */
function isoImage(view: DataView): Dimensions | undefined {
  const mark = 0x69737065
  let best: Dimensions | undefined
  for (let at = 0; at + 16 <= Math.min(view.byteLength, HEADER_BYTES); at += 1) {
    if (view.getUint8(at) !== 0x69 || view.getUint32(at) !== mark) continue
    const found = plain(view.getUint32(at + 8), view.getUint32(at + 12))
    if (!best || found.width * found.height > best.width * best.height) best = found
  }
  return best
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function ascii(view: DataView, at: number, length: number): string {
  let text = ''
  for (let index = 0; index < length; index += 1)
    text += String.fromCharCode(view.getUint8(at + index))
  return text
}
