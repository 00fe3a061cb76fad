import type { PictureSize } from './boxes'
import { rowOf, type MaskRuns } from './mask-runs'

/** The part of a picture that a canvas shows. */
export interface PaintWindow {
  /** Where the canvas begins, in pixels of the picture. */
  readonly left: number
  readonly top: number
  /** Pixels of the picture per pixel of the canvas. */
  readonly step: number
}

/** Which mask is on top at each pixel of a canvas: 0 for none, else the place in `masks` plus one. */
export interface MaskMap {
  readonly width: number
  readonly height: number
  readonly tops: Uint16Array
}

/** Lays masks over each other, the last on top, each stretched over the picture. Writes into `map`. */
export function paintMasks(
  map: MaskMap,
  masks: readonly MaskRuns[],
  picture: PictureSize,
  window: PaintWindow,
): void {
  map.tops.fill(0)
  masks.forEach((mask, place) => paintMask(map, mask, place + 1, picture, window))
}

function paintMask(
  { width, height, tops }: MaskMap,
  mask: MaskRuns,
  value: number,
  picture: PictureSize,
  { left, top, step }: PaintWindow,
): void {
  const across = mask.width / picture.width
  const down = mask.height / picture.height
  // The first canvas pixel whose middle lies at or beyond a column of the mask.
  const columnOf = (edge: number) => Math.ceil((edge / across - left) / step - 0.5)
  const lineOf = (edge: number) => Math.ceil((edge / down - top) / step - 0.5)
  // Beyond the picture its outermost rows go on, so that no outline is drawn along its edge.
  const first = mask.box.ymin === 0 ? 0 : Math.max(0, lineOf(mask.box.ymin))
  const last = mask.box.ymax === mask.height ? height : Math.min(height, lineOf(mask.box.ymax))
  for (let y = first; y < last; y++) {
    const line = Math.floor((top + (y + 0.5) * step) * down)
    const [from, to] = rowOf(mask, Math.max(0, Math.min(mask.height - 1, line)))
    for (let at = from; at < to; at += 2) {
      const start = Math.max(0, columnOf(mask.spans[at] ?? 0))
      if (start >= width) break
      const end = Math.min(width, columnOf(mask.spans[at + 1] ?? 0))
      if (end > start) tops.fill(value, y * width + start, y * width + end)
    }
  }
}

export type Rgb = readonly [red: number, green: number, blue: number]

/** How the pixels of one mask are coloured. */
export interface MaskInk {
  readonly fill: Rgb
  /** Its outline, drawn inside of it. */
  readonly edge: Rgb
  /** 0 to 1. */
  readonly fillAlpha: number
  readonly edgeAlpha: number
  /** See `patternAt`. */
  readonly pattern: number
}

/** Patterns beside plain colour; they tell masks apart whose hue is the same. */
export const PATTERNS = 4

/** Whether a pixel is a gap in a pattern. 0 is plain; then falling, rising and crossed lines, `unit` pixels wide. */
export function gapAt(pattern: number, x: number, y: number, unit: number): boolean {
  const falling = Math.floor((x + y) / unit) % 4 === 0
  if (pattern === 1) return falling
  const rising = Math.floor((x - y + 1_000_000 * unit) / unit) % 4 === 0
  if (pattern === 2) return rising
  return pattern === 3 && (falling || rising)
}

/** How much of a fill shows in the gaps of its pattern. */
const GAP = 0.35

/**
 * Colours a map: fills, patterns, and outlines where a mask meets another or none. Writes RGBA into `pixels`.
 * `inks` are in the order of the masks; `unit` is the width of lines in pixels; `from` is the canvas's first pixel in
 * whole pixels, so that patterns stay in their place when a picture is drawn in strips.
 */
export function inkMasks(
  pixels: Uint8ClampedArray,
  { width, height, tops }: MaskMap,
  inks: readonly MaskInk[],
  unit: number,
  from: { readonly x: number; readonly y: number } = { x: 0, y: 0 },
): void {
  const fills = inks.map(({ fill, fillAlpha }) => packed(fill, fillAlpha))
  const gaps = inks.map(({ fill, fillAlpha }) => packed(fill, fillAlpha * GAP))
  const edges = inks.map(({ edge, edgeAlpha }) => packed(edge, edgeAlpha))
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  const reach = Math.max(1, Math.round(unit))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const top = tops[at] ?? 0
      if (top === 0) {
        words[at] = 0
        continue
      }
      const isEdge =
        (x + reach < width && tops[at + reach] !== top) ||
        (x >= reach && tops[at - reach] !== top) ||
        (y + reach < height && tops[at + reach * width] !== top) ||
        (y >= reach && tops[at - reach * width] !== top)
      const pattern = inks[top - 1]?.pattern ?? 0
      const isGap = !isEdge && pattern > 0 && gapAt(pattern, x + from.x, y + from.y, unit * 2)
      words[at] = (isEdge ? edges : isGap ? gaps : fills)[top - 1] ?? 0
    }
  }
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Four bytes of RGBA as one number in the machine's own order. */
function packed([red, green, blue]: Rgb, alpha: number): number {
  const opaque = Math.round(Math.max(0, Math.min(1, alpha)) * 255)
  const [first, second, third, fourth] = isLittleEndian
    ? [opaque, blue, green, red]
    : [red, green, blue, opaque]
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0
}
