/** How a picture stands in its frame: scale 1 fits it; x and y move its top left corner, in frame pixels, never positive. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Frame {
  /** Pixels on the screen. */
  readonly width: number
  readonly height: number
}

export const FIT: View = { scale: 1, x: 0, y: 0 }
export const MAX_SCALE = 16

/** Zooms by `factor` so that what is under `point` (frame pixels) stays there. */
export function zoomAt(view: View, factor: number, point: Point, frame: Frame): View {
  const scale = clamp(view.scale * factor, 1, MAX_SCALE)
  const ratio = scale / view.scale
  return within(
    { scale, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio },
    frame,
  )
}

export function panBy(view: View, by: Point, frame: Frame): View {
  return within({ scale: view.scale, x: view.x + by.x, y: view.y + by.y }, frame)
}

/** The view in which the picture covers the whole frame. */
export function within(view: View, frame: Frame): View {
  return {
    scale: view.scale,
    x: clamp(view.x, frame.width * (1 - view.scale), 0),
    y: clamp(view.y, frame.height * (1 - view.scale), 0),
  }
}

function clamp(value: number, low: number, high: number): number {
  // `+ 0` turns a negative zero into zero.
  return Math.max(low, Math.min(value, high)) + 0
}
