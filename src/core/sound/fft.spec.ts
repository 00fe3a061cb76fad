import { describe, expect, it } from 'vitest'
import { fft, hann } from './fft'

const noise = (size: number) => Float64Array.from({ length: size }, (_, i) => ((i * 7919) % 13) - 6)

describe('fft', () => {
  it.each([1, 2, 8, 256])('is the sum of the definition, for %i numbers', (size) => {
    const values = noise(size)
    const [re, im] = [values.slice(), new Float64Array(size)]
    fft(re, im)
    for (let bin = 0; bin < size; bin++) {
      let [sumRe, sumIm] = [0, 0]
      for (const [index, value] of values.entries()) {
        const angle = (-2 * Math.PI * bin * index) / size
        sumRe += value * Math.cos(angle)
        sumIm += value * Math.sin(angle)
      }
      expect(re[bin]).toBeCloseTo(sumRe, 6)
      expect(im[bin]).toBeCloseTo(sumIm, 6)
    }
  })

  it('is taken back by its inverse', () => {
    const values = noise(64)
    const [re, im] = [values.slice(), values.slice().reverse()]
    fft(re, im)
    fft(re, im, true)
    for (const [index, value] of values.entries()) {
      expect(re[index]).toBeCloseTo(value, 9)
      expect(im[index]).toBeCloseTo(values[63 - index] ?? NaN, 9)
    }
  })

  it.each([0, 3, 100])('takes no size of %i', (size) => {
    expect(() => fft(new Float64Array(size), new Float64Array(size))).toThrow(RangeError)
  })
})

it('Hann windows that overlap by half add up to 1', () => {
  const window = hann(16)
  for (let index = 0; index < 8; index++) {
    expect((window[index] ?? 0) + (window[index + 8] ?? 0)).toBeCloseTo(1, 12)
  }
})
