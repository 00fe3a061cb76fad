import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { encodeNpy } from './npy'

const rows = [
  [1, -2.5, 0.1],
  [3e10, 0, -7],
]

/** Reads the file as NumPy documents it, with Python's own `struct` and `ast`. */
const READER = `
import ast, json, struct, sys
data = sys.stdin.buffer.read()
assert data[:6] == b'\\x93NUMPY' and data[6:8] == b'\\x01\\x00'
length, = struct.unpack('<H', data[8:10])
header = data[10:10 + length]
assert (10 + length) % 64 == 0 and header.endswith(b'\\n')
fields = ast.literal_eval(header.decode('latin1'))
count = fields['shape'][0] * fields['shape'][1]
values = struct.unpack('<%df' % count, data[10 + length:])
print(json.dumps([fields['descr'], fields['fortran_order'], list(fields['shape']), values]))
`
const hasPython = spawnSync('python3', ['-c', '']).status === 0

describe('encodeNpy', () => {
  it('has the header of format 1.0, aligned to 64 bytes', () => {
    const bytes = encodeNpy(rows)
    expect([...bytes.subarray(0, 8)]).toEqual([0x93, ...Buffer.from('NUMPY'), 1, 0])
    const length = bytes[8]! + bytes[9]! * 256
    expect((10 + length) % 64).toBe(0)
    const header = Buffer.from(bytes.subarray(10, 10 + length)).toString('latin1')
    expect(header).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2, 3\), \} *\n$/)
    expect(bytes).toHaveLength(10 + length + 2 * 3 * 4)
  })

  it('holds the rows one after the other as float32', () => {
    const bytes = encodeNpy(rows)
    const view = new DataView(bytes.buffer, bytes.length - 24)
    const read = rows.flat().map((_, index) => view.getFloat32(index * 4, true))
    expect(read).toEqual(rows.flat().map(Math.fround))
  })

  it.each([
    [1, 1],
    [1000, 1024],
  ])('stays aligned at %d rows of %d', (count, dimensions) => {
    const bytes = encodeNpy(Array.from({ length: count }, () => new Array(dimensions).fill(0)))
    expect((bytes.length - count * dimensions * 4) % 64).toBe(0)
  })

  it('can be empty', () => {
    expect(Buffer.from(encodeNpy([])).toString('latin1')).toContain("'shape': (0, 0)")
  })

  it('is read by Python', ({ skip }) => {
    if (!hasPython) skip('there is no python3 on this machine')
    const { stdout, stderr } = spawnSync('python3', ['-c', READER], { input: encodeNpy(rows) })
    expect(stderr.toString()).toBe('')
    expect(JSON.parse(stdout.toString())).toEqual([
      '<f4',
      false,
      [2, 3],
      rows.flat().map(Math.fround),
    ])
  })
})
