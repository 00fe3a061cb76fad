import type { Filter, Pixels } from './pixels'

/** A picture whose pixels come from other places. */
function moved(
  { data, width: stored }: Pixels,
  width: number,
  height: number,
  from: (x: number, y: number) => readonly [x: number, y: number],
): Pixels {
  const result = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = from(x, y)
      const at = (fromY * stored + fromX) * 3
      result.set(data.subarray(at, at + 3), (y * width + x) * 3)
    }
  }
  return { width, height, data: result }
}

/** Left and right change places. */
export const mirror: Filter = (pixels) =>
  moved(pixels, pixels.width, pixels.height, (x, y) => [pixels.width - 1 - x, y])

/** Top and bottom change places. */
export const flip: Filter = (pixels) =>
  moved(pixels, pixels.width, pixels.height, (x, y) => [x, pixels.height - 1 - y])

/** A quarter turn clockwise. */
export const rotate: Filter = (pixels) =>
  moved(pixels, pixels.height, pixels.width, (x, y) => [y, pixels.height - 1 - x])
