import { expect, it } from 'vitest'
import { byteWords, extensionOf, hexLines } from './file-names'

it.each([
  ['image/jpeg', 'jpg'],
  ['Image/PNG', 'png'],
  ['audio/wav; rate=16000', 'wav'],
  ['application/x-unknown', 'bin'],
  ['', 'bin'],
])('the extension of %j is %s', (type, extension) => expect(extensionOf(type)).toBe(extension))

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [522_676, '522.7 kB'],
  [25_000_000, '25.0 MB'],
  [5e12, '5000.0 GB'],
])('%d bytes in words', (bytes, words) => expect(byteWords(bytes)).toBe(words))

it('writes bytes as hex with their letters', () =>
  expect(hexLines(new TextEncoder().encode('\x89PNG and 13 more!x'))).toBe(
    '0000  c2 89 50 4e 47 20 61 6e 64 20 31 33 20 6d 6f 72  ..PNG and 13 mor\n' +
      '0010  65 21 78                                         e!x',
  ))
