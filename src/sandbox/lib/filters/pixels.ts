import type { Picture } from '../picture/decode'

/** Samples red, green, blue 0..255, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** A filter of pixels. `strength` is 1 for its usual effect. */
export type Filter = (pixels: Pixels, strength: number) => Pixels

/** The picture at a size, each pixel the mean of what it stands for (at most 4 by 4 samples), enlarged by repetition. */
export function pixelsOf(picture: Picture, width: number, height: number): Pixels {
  const data = new Float32Array(width * height * 3)
  const [stepX, stepY] = [picture.width / width, picture.height / height]
  const [takeX, takeY] = [samplesFor(stepX), samplesFor(stepY)]
  const count = takeX * takeY
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      for (let sample = 0; sample < count; sample++) {
        const across = (x + ((sample % takeX) + 0.5) / takeX) * stepX
        const down = (y + (Math.floor(sample / takeX) + 0.5) / takeY) * stepY
        const colour = picture.pixel(Math.floor(across), Math.floor(down))
        for (let channel = 0; channel < 3; channel++)
          data[at + channel] = (data[at + channel] ?? 0) + (colour[channel] ?? 0) / count
      }
    }
  }
  return { width, height, data }
}

function samplesFor(step: number): number {
  return Math.max(1, Math.min(4, Math.round(step)))
}

/** A new picture of the same size, each pixel from the colour that stood there. */
export function mapColours(
  pixels: Pixels,
  map: (red: number, green: number, blue: number) => readonly [number, number, number],
): Pixels {
  const { data } = pixels
  const result = new Float32Array(data.length)
  for (let at = 0; at < data.length; at += 3) {
    result.set(map(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), at)
  }
  return { ...pixels, data: result }
}

/** Between two pictures of one size: 0 gives the first, 1 the second, more goes beyond it. */
export function mixPixels(one: Pixels, other: Pixels, share: number): Pixels {
  const data = one.data.map((value, at) => value + ((other.data[at] ?? 0) - value) * share)
  return { ...one, data }
}

export function brightnessOf(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

/** Bytes for a PNG. */
export function toBytes({ data }: Pixels): Uint8Array {
  return Uint8Array.from(data, (value) => Math.max(0, Math.min(255, Math.round(value))))
}
