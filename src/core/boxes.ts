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

export interface Chip {
  /** Left and top edge, in the unit of the sizes that were given. */
  readonly x: number
  readonly y: number
  /** Covers no chip that was placed before. */
  readonly free: boolean
}

export interface ChipRequest {
  /** The box's corners and the chip's own size, in the same unit. */
  readonly box: LabelledBox['box']
  readonly width: number
  readonly height: number
}

/**
 * Places one chip per box: above it, inside its top or bottom edge or below it, at its left, else at its right, else further down, wherever it first
 * hits no chip placed before. Never outside the picture..
 */
export function placeChips(requests: readonly ChipRequest[], picture: PictureSize): Chip[] {
  const placed: Rectangle[] = []
  return requests.map(({ box, width, height }) => {
    const lefts = [box.xmin, box.xmax - width].map((x) => clamp(x, 0, picture.width - width))
    const further = [1, 2, 3].map((step) => box.ymin + step * height)
    const tops = [box.ymin - height, box.ymin, box.ymax - height, box.ymax, ...further]
    const inside = tops.filter((y) => y >= 0 && y + height <= picture.height)
    const places = lefts.flatMap((x) => inside.map((y) => ({ x, y })))
    const fallback = { x: lefts[0] ?? 0, y: clamp(box.ymin, 0, picture.height - height) }
    const free = places.find(
      (place) => !placed.some((other) => overlaps({ ...place, width, height }, other)),
    )
    const place = free ?? places[0] ?? fallback
    placed.push({ ...place, width, height })
    return { ...place, free: free !== undefined }
  })
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
