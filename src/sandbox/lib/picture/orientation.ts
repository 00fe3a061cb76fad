/** EXIF orientation of a JPEG, 1 to 8; 1, as stored, when it has none. */
export function jpegOrientation(data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let offset = 2
  while (offset + 4 < view.byteLength && view.getUint8(offset) === 0xff) {
    const length = view.getUint16(offset + 2)
    const isExif = view.getUint8(offset + 1) === 0xe1 && text(view, offset + 4, 6) === 'Exif\0\0'
    if (isExif)
      return orientationIn(view, offset + 10, Math.min(view.byteLength, offset + 2 + length))
    offset += 2 + length
  }
  return 1
}

function text(view: DataView, start: number, length: number): string {
  if (start + length > view.byteLength) return ''
  return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(start + index)))
}

function orientationIn(view: DataView, tiff: number, end: number): number {
  const little = text(view, tiff, 2) === 'II'
  if (tiff + 8 > end) return 1
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > end) return 1
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > end) return 1
    if (view.getUint16(entry, little) === 0x0112) {
      const value = view.getUint16(entry + 8, little)
      return value >= 1 && value <= 8 ? value : 1
    }
  }
  return 1
}

/** Where a pixel of the displayed picture stands in the stored one; sizes are of the stored picture. */
export function storedPlace(
  x: number,
  y: number,
  width: number,
  height: number,
  orientation: number,
): readonly [x: number, y: number] {
  const [right, bottom] = [width - 1, height - 1]
  switch (orientation) {
    case 2:
      return [right - x, y]
    case 3:
      return [right - x, bottom - y]
    case 4:
      return [x, bottom - y]
    case 5:
      return [y, x]
    case 6:
      return [y, bottom - x]
    case 7:
      return [right - y, bottom - x]
    case 8:
      return [right - y, x]
    default:
      return [x, y]
  }
}
