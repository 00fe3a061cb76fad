import { encode } from 'fast-png'

/**
 * A small painter of flat shapes. A shape is `{ color, distance(x, y) }`: the distance in pixels to its edge, negative
 * inside, from which its smooth edge comes. `color` is [red, green, blue, opacity] or a function of x and y.
 */
export const shapes = {
  circle: (cx, cy, r, color) => ({
    color,
    box: [cx - r, cy - r, cx + r, cy + r],
    distance: (x, y) => Math.hypot(x - cx, y - cy) - r,
  }),

  /** Near enough to the distance for edges to be smooth. */
  ellipse: (cx, cy, rx, ry, color) => ({
    color,
    box: [cx - rx, cy - ry, cx + rx, cy + ry],
    distance: (x, y) => {
      const k = Math.hypot((x - cx) / rx, (y - cy) / ry)
      const g = Math.hypot((x - cx) / (rx * rx), (y - cy) / (ry * ry)) || 1e-6
      return (k * (k - 1)) / g
    },
  }),

  rect: (x0, y0, x1, y1, color, radius = 0) => ({
    color,
    box: [x0, y0, x1, y1],
    distance: (x, y) => {
      const dx = Math.abs(x - (x0 + x1) / 2) - (x1 - x0) / 2 + radius
      const dy = Math.abs(y - (y0 + y1) / 2) - (y1 - y0) / 2 + radius
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
    },
  }),

  /** Any polygon, corners in order. */
  polygon: (points, color) => {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    return {
      color,
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
      distance: (x, y) => polygonDistance(points, x, y),
    }
  },

  /** What both have. */
  both: (a, b) => ({
    color: a.color,
    box: a.box,
    distance: (x, y) => Math.max(a.distance(x, y), b.distance(x, y)),
  }),

  /** The first without the second. */
  without: (a, b) => ({
    color: a.color,
    box: a.box,
    distance: (x, y) => Math.max(a.distance(x, y), -b.distance(x, y)),
  }),

  /** A colour that changes from top to bottom. */
  gradient: (y0, y1, from, to) => (_, y) => {
    const part = Math.max(0, Math.min(1, (y - y0) / (y1 - y0)))
    return from.map((value, index) => value + (to[index] - value) * part)
  },
}

function polygonDistance(points, x, y) {
  let nearest = Infinity
  let inside = false
  points.forEach(([ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length]
    const [ex, ey, px, py] = [bx - ax, by - ay, x - ax, y - ay]
    const along = Math.max(0, Math.min(1, (px * ex + py * ey) / (ex * ex + ey * ey)))
    nearest = Math.min(nearest, Math.hypot(px - ex * along, py - ey * along))
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  })
  return inside ? -nearest : nearest
}

/** Colours as `#rrggbb`, with an opacity from 0 to 1. */
export function rgb(hex, opacity = 1) {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255, opacity]
}

/** Paints a list of shapes, the first at the back, to a PNG without transparency. */
export function paint(width, height, scene) {
  const data = new Float64Array(width * height * 3).fill(255)
  for (const shape of scene) paintShape(data, width, height, shape)
  return encode(
    { width, height, channels: 3, depth: 8, data: Uint8Array.from(data, Math.round) },
    { zlib: { level: 9 } },
  )
}

function paintShape(data, width, height, { color, box, distance }) {
  const [x0, y0] = [Math.max(0, Math.floor(box[0]) - 1), Math.max(0, Math.floor(box[1]) - 1)]
  const [x1, y1] = [Math.min(width, Math.ceil(box[2]) + 1), Math.min(height, Math.ceil(box[3]) + 1)]
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      const cover = Math.max(0, Math.min(1, 0.5 - distance(x + 0.5, y + 0.5)))
      if (cover === 0) continue
      const [red, green, blue, opacity = 1] = typeof color === 'function' ? color(x, y) : color
      const at = (y * width + x) * 3
      const part = cover * opacity
      data[at] += (red - data[at]) * part
      data[at + 1] += (green - data[at + 1]) * part
      data[at + 2] += (blue - data[at + 2]) * part
    }
  }
}
