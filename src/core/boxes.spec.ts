import { describe, expect, it } from 'vitest'
import { boxesCsv, indexBoxes, toCoco, visibleBoxes } from './boxes'
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
