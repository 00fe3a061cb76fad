import { describe, expect, it } from 'vitest'
import { boxesCsv, indexBoxes, placeChips, toCoco, visibleBoxes } from './boxes'
import type { LabelledBox } from './results'

const box = (label: string, score: number | null, corners = [0, 0, 10, 20]): LabelledBox => {
  const [xmin = 0, ymin = 0, xmax = 0, ymax = 0] = corners
  return { label, score, box: { xmin, ymin, xmax, ymax } }
}

const boxes = [box('cat', 0.9), box('remote', 0.4), box('cat', null)]

it('numbers boxes and gives each label one category', () =>
  expect(indexBoxes(boxes).map((b) => [b.index, b.category])).toEqual([
    [0, 0],
    [1, 1],
    [2, 0],
  ]))

describe('visibleBoxes', () => {
  it.each<[number, string[], number[]]>([
    [0, [], [0, 1, 2]],
    [0.4, [], [0, 1, 2]],
    [0.41, [], [0, 2]],
    [1, [], [2]],
    [0, ['cat'], [1]],
  ])('at %f without %j', (threshold, hidden, indices) =>
    expect(visibleBoxes(indexBoxes(boxes), threshold, new Set(hidden)).map((b) => b.index)).toEqual(
      indices,
    ),
  )
})

it('writes COCO with width and height instead of the far corner', () => {
  const coco: unknown = JSON.parse(
    toCoco(
      [box('cat', 0.9, [5, 6, 15, 26]), box('dog', null)],
      { width: 640, height: 480 },
      'a.png',
    ),
  )
  expect(coco).toEqual({
    images: [{ id: 1, file_name: 'a.png', width: 640, height: 480 }],
    categories: [
      { id: 1, name: 'cat' },
      { id: 2, name: 'dog' },
    ],
    annotations: [
      {
        id: 1,
        image_id: 1,
        category_id: 1,
        bbox: [5, 6, 10, 20],
        area: 200,
        iscrowd: 0,
        score: 0.9,
      },
      { id: 2, image_id: 1, category_id: 2, bbox: [0, 0, 10, 20], area: 200, iscrowd: 0 },
    ],
  })
})

it('writes CSV', () =>
  expect(boxesCsv([box('a, b', 0.5), box('c', null, [1, 2, 3, 4])])).toBe(
    'label,score,xmin,ymin,xmax,ymax\n"a, b",0.5,0,0,10,20\nc,,1,2,3,4\n',
  ))

describe('placeChips', () => {
  const picture = { width: 100, height: 100 }
  const request = (corners: number[], width = 30) => ({
    box: box('', null, corners).box,
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
