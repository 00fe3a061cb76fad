import { describe, expect, it } from 'vitest'
import { hasRoom, placeChips, placeLabels } from './chips'

const boxOf = ([xmin = 0, ymin = 0, xmax = 0, ymax = 0]: readonly number[]) => ({
  xmin,
  ymin,
  xmax,
  ymax,
})

describe('placeChips', () => {
  const picture = { width: 100, height: 100 }
  const request = (corners: number[], width = 30) => ({
    box: boxOf(corners),
    width,
    height: 10,
  })
  it.each<[string, number[], { x: number; y: number }]>([
    ['above the box', [20, 30, 60, 60], { x: 20, y: 20 }],
    ['inside at the top of the picture', [20, 5, 60, 60], { x: 20, y: 5 }],
    ['pushed in from the right', [90, 30, 99, 60], { x: 70, y: 20 }],
    ['pushed in from the left', [-10, 30, 20, 60], { x: 0, y: 20 }],
    ['a box beyond the picture', [20, -40, 60, 160], { x: 20, y: 0 }],
  ])('%s', (_, corners, chip) =>
    expect(placeChips([request(corners)], picture)).toMatchObject([chip]),
  )

  it('steps aside for a chip that is there already', () => {
    const same = request([20, 30, 80, 60])
    const chips = placeChips(
      Array.from({ length: 11 }, () => same),
      picture,
    )
    expect(chips.map((chip) => [chip.x, chip.y, chip.free])).toEqual([
      [20, 20, true],
      [20, 30, true],
      [20, 50, true],
      [20, 60, true],
      [20, 40, true],
      [50, 20, true],
      [50, 30, true],
      [50, 50, true],
      [50, 60, true],
      [50, 40, true],
      [20, 20, false],
    ])
  })
})

describe('placeLabels', () => {
  const picture = { width: 100, height: 60 }
  const label = (x: number, y: number) => ({ at: { x, y }, width: 40, height: 10 })

  it.each([
    ['on its point', [50, 30], { x: 30, y: 25 }],
    ['pushed in at a corner', [2, 58], { x: 0, y: 50 }],
    ['pushed in at the other corner', [99, 1], { x: 60, y: 0 }],
  ] as const)('%s', (_, [x, y], place) =>
    expect(placeLabels([label(x, y)], picture)).toEqual([{ ...place, free: true }]),
  )

  it('steps up and down, and says when there is no room', () => {
    const same = Array.from({ length: 6 }, () => label(50, 30))
    const placed = placeLabels(same, picture)
    expect(placed.map(({ y }) => y)).toEqual([25, 15, 35, 5, 45, 25])
    expect(placed.map(({ free }) => free)).toEqual([true, true, true, true, true, false])
  })
})

it.each([
  [100, 100, false],
  [600, 100, true],
  [100, 8, true],
])('a label of 400 has room on %d among %d: %s', (area, labels, expected) => {
  expect(hasRoom(area, { width: 40, height: 10 }, labels)).toBe(expected)
})
