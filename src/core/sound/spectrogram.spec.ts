import { describe, expect, it } from 'vitest'
import { spectrogramOf } from './spectrogram'

const RATE = 16_000
const tone = (hertz: number, seconds: number) =>
  Float32Array.from({ length: RATE * seconds }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / RATE),
  )

/** Row of the loudest level in a column. */
function loudest({ levels, rows }: ReturnType<typeof spectrogramOf>, column: number) {
  const levelsThere = [...levels.subarray(column * rows, (column + 1) * rows)]
  return levelsThere.indexOf(Math.max(...levelsThere))
}

describe('spectrogramOf', () => {
  it.each([500, 1000, 6000])('has a tone of %i Hz in its row', (hertz) => {
    const drawn = spectrogramOf(tone(hertz, 1), RATE, 40)
    expect([drawn.columns, drawn.rows, drawn.highest]).toEqual([40, 256, 8000])
    expect(Math.abs((loudest(drawn, 20) / 256) * 8000 - hertz)).toBeLessThan(32)
    expect(Math.abs(drawn.strongest - hertz)).toBeLessThan(32)
  })

  it('follows the time', () => {
    const low = tone(500, 1)
    const drawn = spectrogramOf(Float32Array.from([...low, ...tone(4000, 1)]), RATE, 100)
    expect(loudest(drawn, 10)).toBe(16)
    expect(loudest(drawn, 90)).toBe(128)
  })

  it('is dark for silence, and no wider than the sound is long', () => {
    const drawn = spectrogramOf(new Float32Array(600), RATE, 400)
    expect(drawn.columns).toBe(3)
    expect(drawn.strongest).toBe(0)
    expect(new Set(drawn.levels)).toEqual(new Set([0]))
    expect(spectrogramOf(new Float32Array(), RATE, 400).columns).toBe(1)
  })
})
