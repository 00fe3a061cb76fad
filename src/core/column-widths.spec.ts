import { describe, expect, it } from 'vitest'
import { columnRange, columnWidths } from './column-widths'

it('gives room to long texts within bounds, also beyond the named columns', () => {
  const rows = [['x', 'a text of some length', 'y'.repeat(900)]]
  const [short = 0, middle = 0, long = 0] = columnWidths({ columns: ['a', 'b'], rows }, 3)
  expect(short).toBe(72)
  expect(middle).toBeGreaterThan(short)
  expect(long).toBe(260)
})

describe('columnRange', () => {
  const widths = Array<number>(1000).fill(100)

  it('draws all of a few columns', () => {
    const few = widths.slice(0, 30)
    expect(columnRange(few, 5000, 100)).toEqual({
      shown: few.map((_, at) => at),
      before: 0,
      after: 0,
    })
  })

  it.each([
    ['at the start', 0, 0, 7],
    ['in the middle', 50_000, 497, 507],
    ['at the end', 99_500, 992, 999],
  ])('draws what is in view and a little beside it %s', (_name, left, first, last) => {
    const range = columnRange(widths, left, 500)
    expect([range.shown[0], range.shown.at(-1)]).toEqual([first, last])
    expect(range.before + range.shown.length * 100 + range.after).toBe(100_000)
  })
})
