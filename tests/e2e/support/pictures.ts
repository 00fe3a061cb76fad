import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'jpeg-js'

type Rgb = readonly [red: number, green: number, blue: number]

/**
 * A JPEG whose colour depends on the place; places go from 0 to 1 in what is stored, before it is turned.
 * @param orientation written as EXIF data, 1 to 8
 */
export function jpeg(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Rgb,
  orientation = 1,
): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data.set(colourAt((x + 0.5) / width, (y + 0.5) / height), (y * width + x) * 4)
    }
  }
  const plain = Buffer.from(encode({ width, height, data }, 80).data)
  return Buffer.concat([plain.subarray(0, 2), exif(orientation), plain.subarray(2)])
}

/** An APP1 segment with the orientation alone, big-endian. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ])
  const head = Buffer.from([0xff, 0xe1, 0, 2 + 6 + tiff.length])
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff])
}

/**
 * A PNG of rows that are all alike, quick to make at any size.
 * @param row the samples of a row: of 1 bit grey, or of 8 bit RGB
 */
export function png(width: number, height: number, kind: 'bits' | 'rgb', row: Buffer): Buffer {
  const line = Buffer.concat([Buffer.from([0]), row])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = kind === 'bits' ? 1 : 8
  header[9] = kind === 'bits' ? 0 : 2
  const rows = Buffer.alloc(line.length * height, line)
  return pngFile(header, deflateSync(rows, { level: 1 }))
}

/** A PNG of RGB noise, stored without compression: as heavy as its pixels are many. */
export function noisePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let at = 0, state = 1; at < rows.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    rows[at] = at % (width * 3 + 1) === 0 ? 0 : state >>> 24
  }
  return pngFile(header, deflateSync(rows, { level: 0 }))
}

function pngFile(header: Buffer, samples: Buffer): Buffer {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', samples),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  data.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
