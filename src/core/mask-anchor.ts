import { holds, rowOf, type MaskSpans } from './mask-runs'

const GRID = 96

interface Place {
  readonly x: number
  readonly y: number
}

/**
 * A pixel in the middle of a mask's widest part, on a coarse grid over its box: in the cell that is farthest from any
 * cell outside. The mask's corner 0, 0 for an empty one.
 */
export function anchorOf(mask: MaskSpans): Place {
  const { xmin, ymin, xmax, ymax } = mask.box
  const [width, height] = [xmax - xmin, ymax - ymin]
  if (width === 0) return { x: 0, y: 0 }
  const [columns, rows] = [Math.min(GRID, width), Math.min(GRID, height)]
  const place = (column: number, row: number): Place => ({
    x: xmin + Math.floor(((column + 0.5) * width) / columns),
    y: ymin + Math.floor(((row + 0.5) * height) / rows),
  })
  // With a margin of cells outside, so that the edge of the box counts as an edge.
  const stride = columns + 2
  const depth = new Float32Array(stride * (rows + 2))
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const { x, y } = place(column, row)
      if (holds(mask, x, y)) depth[(row + 1) * stride + column + 1] = Infinity
    }
  }
  measureDepth(depth, stride)
  const deepest = depth.reduce((best, value, at) => (value > (depth[best] ?? 0) ? at : best), 0)
  return depth[deepest] === 0
    ? firstSpan(mask)
    : place((deepest % stride) - 1, Math.floor(deepest / stride) - 1)
}

/** The middle of the first span, for a mask that is thinner than the grid sees. */
function firstSpan(mask: MaskSpans): Place {
  const [at] = rowOf(mask, mask.box.ymin)
  const [from = 0, to = 1] = mask.spans.subarray(at, at + 2)
  return { x: (from + to - 1) >> 1, y: mask.box.ymin }
}

/** Distances to the nearest cell outside, in two passes over the grid. */
function measureDepth(depth: Float32Array, stride: number): void {
  const neighbours = [
    [-1, 1],
    [-stride, 1],
    [-stride - 1, 1.4],
    [1 - stride, 1.4],
  ] as const
  const relax = (at: number, side: 1 | -1) => {
    if (depth[at] === 0) return
    for (const [offset, cost] of neighbours) {
      const through = (depth[at + side * offset] ?? 0) + cost
      if (through < (depth[at] ?? 0)) depth[at] = through
    }
  }
  for (let at = 0; at < depth.length; at++) relax(at, 1)
  for (let at = depth.length - 1; at >= 0; at--) relax(at, -1)
}
