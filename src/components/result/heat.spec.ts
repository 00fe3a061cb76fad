import { describe, expect, it } from 'vitest'
import { firstValues, plainValue, stripWords, strongestIn } from './heat'

describe('values of a vector', () => {
  it.each([
    [0.123456, '0.1235'],
    [-0.5, '−0.5000'],
    [-39.273952, '−39.27'],
    [12345.6, '12346'],
    [undefined, ''],
  ])('%s is written %s', (value, words) => {
    expect(plainValue(value)).toBe(words)
  })

  it('says that there are more', () => {
    expect(firstValues([1, 2])).toBe('1.0000, 2.0000')
    expect(firstValues(new Array<number>(9).fill(0))).toMatch(/0, …$/)
  })

  it('names the extremes and their places', () => {
    expect(stripWords([0.5, -2, 1])).toMatchObject({
      n: 3,
      low: '−2.0000',
      lowAt: 1,
      high: '1.0000',
      highAt: 2,
    })
  })
})

describe('strongestIn', () => {
  const vector = [1, -5, 2, 0.5, 0, -0.1]
  it('keeps the strongest of the values that share a column', () => {
    expect([0, 1, 2].map((column) => strongestIn(vector, column, 3))).toEqual([-5, 2, -0.1])
  })

  it('leaves out none, whatever the number of columns', () => {
    const spike = new Array<number>(1024).fill(0).with(1023, 9)
    const drawn = Array.from({ length: 300 }, (_, column) => strongestIn(spike, column, 300))
    expect(drawn.filter((value) => value === 9)).toHaveLength(1)
  })

  it('is the value itself where each has a column', () => {
    expect(vector.map((_, column) => strongestIn(vector, column, 6))).toEqual(vector)
  })
})
