import type { PictureSize } from './boxes'
import type { LabelledBox } from './results'

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
 * Places one chip per box: above it, inside its top or bottom edge or below it, at its left, else at its right, else
 * further down, wherever it first hits no chip placed before. Never outside the picture.
 */
export function placeChips(requests: readonly ChipRequest[], picture: PictureSize): Chip[] {
  return placeFree(
    requests.map(({ box, width, height }) => {
      const lefts = [box.xmin, box.xmax - width].map((x) => clamp(x, 0, picture.width - width))
      const further = [1, 2, 3].map((step) => box.ymin + step * height)
      const tops = [box.ymin - height, box.ymin, box.ymax - height, box.ymax, ...further]
      const places = lefts.flatMap((x) => tops.map((y) => ({ x, y })))
      const fallback = { x: lefts[0] ?? 0, y: clamp(box.ymin, 0, picture.height - height) }
      return { places: inPicture(places, height, picture), fallback, width, height }
    }),
  )
}

export interface LabelRequest {
  /** Where the middle of the label wants to be. */
  readonly at: { readonly x: number; readonly y: number }
  readonly width: number
  readonly height: number
}

/** Places one label per point: on it, else a little above or below, wherever it first hits none placed before. */
export function placeLabels(requests: readonly LabelRequest[], picture: PictureSize): Chip[] {
  return placeFree(
    requests.map(({ at, width, height }) => {
      const x = clamp(at.x - width / 2, 0, picture.width - width)
      const y = clamp(at.y - height / 2, 0, picture.height - height)
      const places = [0, -1, 1, -2, 2].map((step) => ({ x, y: y + step * height }))
      return { places: inPicture(places, height, picture), fallback: { x, y }, width, height }
    }),
  )
}

/** With so few labels each is shown for which there is a free place. */
const FEW = 8
/** Else what it names must be this many times as large as the label. */
const ROOM = 1.5

/** Whether a label on something that covers `area` does not hide what it names; all in the same unit. */
export function hasRoom(
  area: number,
  { width, height }: Pick<LabelRequest, 'width' | 'height'>,
  labels: number,
): boolean {
  return labels <= FEW || area >= ROOM * width * height
}

interface Place {
  readonly x: number
  readonly y: number
}

interface PlaceRequest {
  /** The best first. */
  readonly places: readonly Place[]
  readonly fallback: Place
  readonly width: number
  readonly height: number
}

function placeFree(requests: readonly PlaceRequest[]): Chip[] {
  const placed: Rectangle[] = []
  return requests.map(({ places, fallback, width, height }) => {
    const free = places.find(
      (place) => !placed.some((other) => overlaps({ ...place, width, height }, other)),
    )
    const place = free ?? places[0] ?? fallback
    placed.push({ ...place, width, height })
    return { ...place, free: free !== undefined }
  })
}

function inPicture(places: readonly Place[], height: number, picture: PictureSize): Place[] {
  return places.filter(({ y }) => y >= 0 && y + height <= picture.height)
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
