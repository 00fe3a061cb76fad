/**
 * A mask in little memory, exact to the pixel: for each row of its box the spans that belong to it. A mask of 24
 * megapixels with a smooth outline takes some 50 kB.
 */
export interface MaskRuns {
  /** Pixels of the mask, which may be of another size than the picture. */
  readonly width: number
  readonly height: number
  /** Row `box.ymin + i` has the numbers `starts[i]` up to `starts[i + 1]` of `spans`. */
  readonly starts: Uint32Array
  /** From, to (exclusive), from, to ...: columns. */
  readonly spans: Uint16Array
  /** Pixels that belong to it. */
  readonly area: number
  /** Edges in pixels, the last two exclusive; all zero for an empty mask. */
  readonly box: MaskBox
  /** A pixel deep inside, where a label can stand. */
  readonly anchor: { readonly x: number; readonly y: number }
  /** The mask has shades: what is brighter than half of its brightest pixel counts. */
  readonly shaded: boolean
  /** False where the file was cut short: the rows that came are there. */
  readonly whole: boolean
}

export interface MaskBox {
  readonly xmin: number
  readonly ymin: number
  readonly xmax: number
  readonly ymax: number
}

/** What the pixels of a mask are, without what is said about them. */
export type MaskSpans = Pick<MaskRuns, 'starts' | 'spans' | 'box'>

/** The widest mask that the spans can hold. */
export const WIDEST_MASK = 65_535

/** Where a row's numbers stand in `spans`; an empty place for a row outside of the mask's box. */
export function rowOf({ starts, box }: MaskSpans, y: number): readonly [from: number, to: number] {
  const row = y - box.ymin
  return row < 0 || row >= box.ymax - box.ymin ? [0, 0] : [starts[row] ?? 0, starts[row + 1] ?? 0]
}

/** Whether a pixel, in whole pixels of the mask, belongs to it. */
export function holds(mask: MaskSpans, x: number, y: number): boolean {
  const [from, to] = rowOf(mask, y)
  let [low, high] = [from, to]
  // The first edge beyond x: the pixel is inside where that edge is the end of a span.
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mask.spans[middle] ?? 0) <= x) low = middle + 1
    else high = middle
  }
  return low < to && (low - from) % 2 === 1
}
