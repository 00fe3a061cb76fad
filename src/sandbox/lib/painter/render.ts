import { breathe } from '../sleep'
import type { Rgb } from './colours'
import type { Distance } from './shapes'

/** Something painted over what lies below it. */
export interface Layer {
  /** Rows and columns that it can touch: left, top, right, bottom in pixels. */
  readonly bounds: readonly [left: number, top: number, right: number, bottom: number]
  readonly distance: Distance
  readonly colour: (x: number, y: number) => Rgb
  /** 0..1. */
  readonly opacity: number
  /** Pixels over which the edge fades; 1 is a sharp, anti-aliased edge. */
  readonly softness: number
}

const ROWS_PER_BREATH = 48

/** Paints the layers over a ground; RGB, 8 bits a channel. Throws when aborted. */
export async function render(
  width: number,
  height: number,
  ground: (x: number, y: number) => Rgb,
  layers: readonly Layer[],
  signal: AbortSignal,
): Promise<Uint8Array> {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    if (y % ROWS_PER_BREATH === 0) await breathe(signal)
    const row = layers.filter(({ bounds: [, top, , bottom] }) => y >= top - 1 && y <= bottom + 1)
    for (let x = 0; x < width; x++)
      data.set(pixel(x + 0.5, y + 0.5, ground, row), (y * width + x) * 3)
  }
  return data
}

function pixel(
  x: number,
  y: number,
  ground: (x: number, y: number) => Rgb,
  layers: readonly Layer[],
): Rgb {
  let [red, green, blue] = ground(x, y)
  for (const { bounds, distance, colour, opacity, softness } of layers) {
    if (x < bounds[0] - 1 || x > bounds[2] + 1) continue
    const share = 0.5 - distance(x, y) / softness
    if (share <= 0) continue
    const cover = Math.min(1, share) * opacity
    const [r, g, b] = colour(x, y)
    red += (r - red) * cover
    green += (g - green) * cover
    blue += (b - blue) * cover
  }
  return [red, green, blue]
}
