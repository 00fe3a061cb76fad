import { describe, expect, it } from 'vitest'
import { fitted, labelSides, textWidth } from './label-places'

const size = { width: 400, radius: 8 }

describe('labelSides', () => {
  it('puts a label on the right, or on the left at the right edge', () => {
    const points = [
      { x: 50, y: 50 },
      { x: 380, y: 90 },
    ]
    expect(labelSides(points, ['hello world', 'hello world'], size)).toEqual(['right', 'left'])
  })

  it('covers no point and no other label', () => {
    const points = [
      { x: 100, y: 50 },
      { x: 130, y: 52 },
      { x: 115, y: 55 },
    ]
    const [first, second] = labelSides(points, ['a label', 'a label', 'a label'], size)
    expect(first).toBe('left')
    expect(second).toBe('right')
  })

  it('leaves a label away where there is no room', () => {
    expect(labelSides([{ x: 200, y: 50 }], ['x'.repeat(80)], size)).toEqual(['none'])
  })

  it('knows that Chinese is wider', () => {
    expect(textWidth('快乐')).toBeGreaterThan(textWidth('ab') * 1.8)
  })
})

describe('fitted', () => {
  const frame = { width: 300, height: 100, margin: 10 }
  it('keeps distances to one scale, with up above', () => {
    const [left, right, top] = fitted(
      [
        [-1, 0],
        [1, 0],
        [0, 1],
      ],
      frame,
    )
    expect(right!.x - left!.x).toBeCloseTo(160)
    expect(left!.y - top!.y).toBeCloseTo(80)
    expect(top!.y).toBeCloseTo(10)
  })

  it('puts equal points in the middle', () => {
    expect(
      fitted(
        [
          [2, 2],
          [2, 2],
        ],
        frame,
      ),
    ).toEqual([
      { x: 150, y: 50 },
      { x: 150, y: 50 },
    ])
  })
})
