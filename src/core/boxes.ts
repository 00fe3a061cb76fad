import { categoriesOf } from './categories'
import { toCsv } from './delimited'
import type { LabelledBox } from './results'

export interface PictureSize {
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** A box with its place in the reply, which stays its name whatever is filtered. */
export interface IndexedBox extends LabelledBox {
  readonly index: number
  /** Place of its label among the labels, by first appearance: chooses the colour. */
  readonly category: number
}

/** Boxes with index and category. */
export function indexBoxes(boxes: readonly LabelledBox[]): IndexedBox[] {
  const categories = categoriesOf(boxes)
  return boxes.map((box, index) => {
    return { ...box, index, category: categories.get(box.label)?.category ?? 0 }
  })
}

/** Boxes at or above `threshold` whose label is not in `hidden`. A box without score passes any threshold. */
export function visibleBoxes(
  boxes: readonly IndexedBox[],
  threshold: number,
  hidden: ReadonlySet<string>,
): IndexedBox[] {
  return boxes.filter(
    (box) => !hidden.has(box.label) && (box.score === null || box.score >= threshold),
  )
}

/** COCO detection format: `bbox` is [x, y, width, height] in pixels, category ids begin at 1. */
export function toCoco(boxes: readonly LabelledBox[], picture: PictureSize, name: string): string {
  const indexed = indexBoxes(boxes)
  const labels = [...categoriesOf(boxes).keys()]
  const annotations = indexed.map(({ box, category, index, score }) => {
    const width = box.xmax - box.xmin
    const height = box.ymax - box.ymin
    return {
      id: index + 1,
      image_id: 1,
      category_id: category + 1,
      bbox: [box.xmin, box.ymin, width, height],
      area: width * height,
      iscrowd: 0,
      ...(score === null ? {} : { score }),
    }
  })
  const coco = {
    images: [{ id: 1, file_name: name, width: picture.width, height: picture.height }],
    categories: labels.map((label, index) => ({ id: index + 1, name: label })),
    annotations,
  }
  return JSON.stringify(coco, null, 2)
}

/** One line per box: label,score,xmin,ymin,xmax,ymax. */
export function boxesCsv(boxes: readonly LabelledBox[]): string {
  const header = ['label', 'score', 'xmin', 'ymin', 'xmax', 'ymax']
  const rows = boxes.map(({ label, score, box }) => [
    label,
    score,
    box.xmin,
    box.ymin,
    box.xmax,
    box.ymax,
  ])
  return toCsv([header, ...rows])
}
