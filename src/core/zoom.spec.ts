import { describe, expect, it } from 'vitest'
import { FIT, MAX_SCALE, panBy, zoomAt, type View } from './zoom'

const frame = { width: 100, height: 50 }
const middle = { x: 50, y: 25 }

/** Where a place of the picture (0..1) is seen in the frame. */
const seen = (view: View, place: number) => view.x + place * frame.width * view.scale

describe('zoomAt', () => {
  it('keeps what is under the pointer', () => {
    const once = zoomAt(FIT, 2, { x: 30, y: 10 }, frame)
    expect(seen(once, 0.3)).toBeCloseTo(30)
    const twice = zoomAt(once, 1.5, { x: 60, y: 40 }, frame)
    expect(seen(twice, (60 - once.x) / (100 * once.scale))).toBeCloseTo(60)
  })
  it('ends at the bounds', () => {
    expect(zoomAt(FIT, 1000, middle, frame).scale).toBe(MAX_SCALE)
    expect(zoomAt(zoomAt(FIT, 4, middle, frame), 0.01, middle, frame)).toEqual(FIT)
  })
  it('shows no empty edge after zooming out at a corner', () => {
    const corner = zoomAt(FIT, 4, { x: 100, y: 50 }, frame)
    const out = zoomAt(corner, 0.5, { x: 0, y: 0 }, frame)
    expect(out.x).toBeGreaterThanOrEqual(-100)
    expect(out.x).toBeLessThanOrEqual(0)
  })
})

describe('panBy', () => {
  const zoomed = zoomAt(FIT, 2, middle, frame)
  it.each([
    [
      { x: 10, y: -5 },
      { x: -40, y: -30 },
    ],
    [
      { x: 999, y: 999 },
      { x: 0, y: 0 },
    ],
    [
      { x: -999, y: -999 },
      { x: -100, y: -50 },
    ],
  ])('by %j', (by, place) => expect(panBy(zoomed, by, frame)).toEqual({ scale: 2, ...place }))
  it('does nothing while the picture fits', () =>
    expect(panBy(FIT, { x: 9, y: 9 }, frame)).toEqual(FIT))
})
