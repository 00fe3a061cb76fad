import { brightnessOf, mixPixels, type Filter, type Pixels } from './pixels'

/** Mean over a square of `2 * radius + 1` pixels, by running sums along rows, then columns. */
export function boxBlur(pixels: Pixels, radius: number): Pixels {
  if (radius < 1) return pixels
  return alongColumns(alongRows(pixels, radius), radius)
}

function alongRows({ width, height, data }: Pixels, radius: number): Pixels {
  const result = new Float32Array(data.length)
  for (let y = 0; y < height; y++) runningMean(data, result, y * width * 3, 3, width, radius)
  return { width, height, data: result }
}

function alongColumns({ width, height, data }: Pixels, radius: number): Pixels {
  const result = new Float32Array(data.length)
  for (let x = 0; x < width; x++) runningMean(data, result, x * 3, width * 3, height, radius)
  return { width, height, data: result }
}

/** Edges repeat outwards. */
function runningMean(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  count: number,
  radius: number,
) {
  const clamped = (place: number) => Math.max(0, Math.min(count - 1, place))
  for (let channel = 0; channel < 3; channel++) {
    const value = (place: number) => from[start + clamped(place) * stride + channel] ?? 0
    let sum = 0
    for (let place = -radius; place <= radius; place++) sum += value(place)
    for (let place = 0; place < count; place++) {
      to[start + place * stride + channel] = sum / (2 * radius + 1)
      sum += value(place + radius + 1) - value(place - radius)
    }
  }
}

/** The radius at strength 1, which grows with the picture. */
const radiusFor = ({ width, height }: Pixels, share: number, strength: number) =>
  Math.max(strength > 0 ? 1 : 0, Math.round(Math.max(width, height) * share * strength))

/** Three box blurs come close to a Gaussian one. */
export const blur: Filter = (pixels, strength) => {
  const radius = radiusFor(pixels, 0.006, strength)
  return boxBlur(boxBlur(boxBlur(pixels, radius), radius), radius)
}

/** Unsharp mask. */
export const sharpen: Filter = (pixels, strength) =>
  mixPixels(boxBlur(pixels, radiusFor(pixels, 0.002, 1)), pixels, 1 + 1.2 * strength)

/** Soft light around what is bright. */
export const glow: Filter = (pixels, strength) => {
  const soft = blur(pixels, 3)
  const data = pixels.data.map(
    (value, at) => 255 - ((255 - value) * (255 - (soft.data[at] ?? 0) * 0.6 * strength)) / 255,
  )
  return { ...pixels, data }
}

/** Sobel gradients: white edges on black. */
export const edges: Filter = (pixels, strength) => {
  const { width, height } = pixels
  const light = lightOf(pixels)
  const at = (x: number, y: number) =>
    light[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))] ?? 0
  const data = new Float32Array(pixels.data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const right = at(x + 1, y - 1) + 2 * at(x + 1, y) + at(x + 1, y + 1)
      const left = at(x - 1, y - 1) + 2 * at(x - 1, y) + at(x - 1, y + 1)
      const below = at(x - 1, y + 1) + 2 * at(x, y + 1) + at(x + 1, y + 1)
      const above = at(x - 1, y - 1) + 2 * at(x, y - 1) + at(x + 1, y - 1)
      const place = at3(x, y, width)
      data.fill(Math.hypot(right - left, below - above) * strength, place, place + 3)
    }
  }
  return { ...pixels, data }
}

const at3 = (x: number, y: number, width: number) => (y * width + x) * 3

/** Dark lines on white, as a pencil draws. */
export const sketch: Filter = (pixels, strength) => {
  const lines = edges(pixels, 0.7 * strength)
  return { ...lines, data: lines.data.map((value) => 255 - value) }
}

/** Light from the upper left on the picture's own brightness. */
export const emboss: Filter = (pixels, strength) => {
  const { width, height } = pixels
  const light = lightOf(pixels)
  const data = new Float32Array(pixels.data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const before = light[Math.max(0, y - 1) * width + Math.max(0, x - 1)] ?? 0
      const after = light[Math.min(height - 1, y + 1) * width + Math.min(width - 1, x + 1)] ?? 0
      const at = at3(x, y, width)
      data.fill(128 + (before - after) * strength, at, at + 3)
    }
  }
  return { ...pixels, data }
}

/** Squares of one colour each. */
export const pixelate: Filter = (pixels, strength) => {
  const { width, height, data } = pixels
  const side = Math.max(2, Math.round((Math.max(width, height) / 48) * strength))
  if (strength <= 0) return pixels
  const result = new Float32Array(data.length)
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      const [right, bottom] = [Math.min(width, left + side), Math.min(height, top + side)]
      const colour = meanOf(pixels, left, top, right, bottom)
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) result.set(colour, at3(x, y, width))
    }
  }
  return { width, height, data: result }
}

function meanOf({ width, data }: Pixels, left: number, top: number, right: number, bottom: number) {
  const sums: [number, number, number] = [0, 0, 0]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++)
      for (const channel of [0, 1, 2] as const)
        sums[channel] += data[at3(x, y, width) + channel] ?? 0
  }
  const count = (right - left) * (bottom - top)
  return sums.map((sum) => sum / count)
}

/** Darker towards the corners. */
export const vignette: Filter = (pixels, strength) => {
  const { width, height, data } = pixels
  const result = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const far = Math.hypot((x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5) / Math.SQRT1_2
      const gain = Math.max(0, 1 - far ** 3 * strength)
      const at = at3(x, y, width)
      for (let channel = at; channel < at + 3; channel++)
        result[channel] = (data[channel] ?? 0) * gain
    }
  }
  return { width, height, data: result }
}

function lightOf({ data }: Pixels): Float32Array {
  return Float32Array.from({ length: data.length / 3 }, (_, at) =>
    brightnessOf(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0),
  )
}
