import type { Vector } from './vectors'

/**
 * Rows of equal length as a file of NumPy (format 1.0): little-endian float32, which is what embedding models compute
 * in, in C order. `numpy.load` gives an array of the shape (rows, dimensions).
 */
export function encodeNpy(rows: readonly Vector[]): Uint8Array<ArrayBuffer> {
  const columns = rows[0]?.length ?? 0
  const header = headerOf(rows.length, columns)
  const bytes = new Uint8Array(header.length + rows.length * columns * 4)
  bytes.set(header)
  const view = new DataView(bytes.buffer)
  rows.forEach((row, at) => {
    for (let column = 0; column < columns; column += 1)
      view.setFloat32(header.length + (at * columns + column) * 4, row[column] ?? 0, true)
  })
  return bytes
}

const ALIGNED = 64
/** Magic text, version and length. */
const PREAMBLE = 10

function headerOf(rows: number, columns: number): Uint8Array {
  const words = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`
  const length = Math.ceil((PREAMBLE + words.length + 1) / ALIGNED) * ALIGNED
  const bytes = new TextEncoder().encode(
    `${' '.repeat(PREAMBLE)}${words}`.padEnd(length - 1) + '\n',
  )
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0])
  new DataView(bytes.buffer).setUint16(8, length - PREAMBLE, true)
  return bytes
}
