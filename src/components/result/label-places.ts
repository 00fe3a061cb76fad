/** A label beside its point: on the right, on the left, or nowhere without covering something. */
export type LabelSide = 'right' | 'left' | 'none'

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const HEIGHT = 14
const GAP = 4
const WIDE = /[\u1100-\u11ff\u2e80-\uffef]/

/** Pixels of a text at 12 px, roughly and rather more. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 12.5 : 6.6), 0)
}

/**
 * Where the labels of points go so that they cover neither points nor each other; the first come first. All in pixels.
 */
export function labelSides(
  points: readonly { readonly x: number; readonly y: number }[],
  labels: readonly string[],
  { width, radius }: { readonly width: number; readonly radius: number },
): readonly LabelSide[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  return points.map(({ x, y }, at) => {
    const length = textWidth(labels[at] ?? '')
    const row = { top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 }
    const right = { ...row, left: x + radius + GAP, right: x + radius + GAP + length }
    const left = { ...row, left: x - radius - GAP - length, right: x - radius - GAP }
    const free = (box: Box) =>
      box.left >= 0 && box.right <= width && !taken.some((other) => overlap(box, other))
    const side = free(right) ? 'right' : free(left) ? 'left' : 'none'
    if (side !== 'none') taken.push(side === 'right' ? right : left)
    return side
  })
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

/** Points in a picture of some size, to one scale in both directions, centred. */
export function fitted(
  points: readonly (readonly number[])[],
  { width, height, margin }: { width: number; height: number; margin: number },
): readonly { readonly x: number; readonly y: number }[] {
  const span = (axis: number) => {
    const values = points.map((point) => point[axis] ?? 0)
    return { low: Math.min(...values), high: Math.max(...values) }
  }
  const [across, up] = [span(0), span(1)]
  const room = (size: number, { low, high }: { low: number; high: number }) =>
    high === low ? Infinity : (size - 2 * margin) / (high - low)
  const scale = Math.min(room(width, across), room(height, up))
  const place = (value: number, { low, high }: { low: number; high: number }) =>
    Number.isFinite(scale) ? (value - (low + high) / 2) * scale : 0
  return points.map((point) => ({
    x: width / 2 + place(point[0] ?? 0, across),
    y: height / 2 - place(point[1] ?? 0, up),
  }))
}
