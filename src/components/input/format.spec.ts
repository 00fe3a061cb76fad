import { expect, it } from 'vitest'
import { formatBytes, formatClock, formatMegapixels } from './format'

it.each([
  [1, '1 byte'],
  [999, '999 byte'],
  [1500, '1.5 kB'],
  [510_400, '510 kB'],
  [1_260_000, '1.3 MB'],
  [20_000_000, '20 MB'],
])('%i bytes', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words)
})

it('writes megapixels with digits that say something', () => {
  expect(formatMegapixels(640, 420, 'en')).toBe('0.27')
  expect(formatMegapixels(10_000, 6000, 'en')).toBe('60')
})

it.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [754, '12:34'],
])('%d seconds', (seconds, clock) => {
  expect(formatClock(seconds)).toBe(clock)
})
