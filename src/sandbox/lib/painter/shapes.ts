/** Distance in pixels to an outline, negative inside. Shapes are drawn in a frame of -1..1 across and down. */
export type Distance = (x: number, y: number) => number
type Point = readonly [x: number, y: number]

export function ellipse(cx: number, cy: number, rx: number, ry: number): Distance {
  return (x, y) => {
    const [dx, dy] = [(x - cx) / rx, (y - cy) / ry]
    const reach = Math.hypot(dx, dy)
    const slope = Math.hypot(dx / rx, dy / ry)
    return slope === 0 ? -Math.min(rx, ry) : (reach * (reach - 1)) / slope
  }
}

export function rectangle(cx: number, cy: number, hx: number, hy: number): Distance {
  return (x, y) => {
    const [dx, dy] = [Math.abs(x - cx) - hx, Math.abs(y - cy) - hy]
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0)
  }
}

/** Signed distance to a closed polygon. */
export function polygon(points: readonly Point[]): Distance {
  const edges = points.map(
    (point, index) => [point, points[(index + 1) % points.length] ?? point] as const,
  )
  return (x, y) => {
    let nearest = Infinity
    let inside = false
    for (const [[ax, ay], [bx, by]] of edges) {
      const [ex, ey] = [bx - ax, by - ay]
      const along = Math.max(
        0,
        Math.min(1, ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey || 1)),
      )
      nearest = Math.min(nearest, Math.hypot(x - ax - ex * along, y - ay - ey * along))
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
    return inside ? -nearest : nearest
  }
}

/** Outlines in the frame of -1..1. */
export const outlines: Readonly<Record<string, readonly Point[]>> = {
  triangle: [
    [0, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [0.75, 0],
    [0, 1],
    [-0.75, 0],
  ],
  hexagon: Array.from({ length: 6 }, (_, i): Point => turn(i / 6, 1)),
  star: Array.from({ length: 10 }, (_, i): Point => turn(i / 10, i % 2 === 0 ? 1 : 0.42)),
  heart: Array.from({ length: 36 }, (_, i): Point => {
    const t = (i / 36) * 2 * Math.PI
    const y = 13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)
    return [Math.sin(t) ** 3, -y / 16]
  }),
}

/** A point on a circle, clockwise from the top, `share` of the way around. */
function turn(share: number, radius: number): Point {
  return [radius * Math.sin(share * 2 * Math.PI), -radius * Math.cos(share * 2 * Math.PI)]
}
