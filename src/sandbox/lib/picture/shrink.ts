import { toLab, type Colour } from './lab'
import type { Picture } from './decode'

/** A small copy of a picture, in Lab. */
export interface SmallPicture {
  readonly width: number
  readonly height: number
  readonly colours: readonly Colour[]
}

const MOST_SAMPLES = 3

/** The picture with its longer side at most `longest` pixels, each the mean of some of the pixels that it stands for. */
export function shrink(picture: Picture, longest: number): SmallPicture {
  const scale = Math.max(1, Math.max(picture.width, picture.height) / longest)
  const width = Math.max(1, Math.round(picture.width / scale))
  const height = Math.max(1, Math.round(picture.height / scale))
  const samples = Math.min(MOST_SAMPLES, Math.ceil(scale))
  const colours: Colour[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      colours.push(
        toLab(
          meanOf(picture, [x / width, (x + 1) / width], [y / height, (y + 1) / height], samples),
        ),
      )
    }
  }
  return { width, height, colours }
}

type Span = readonly [from: number, to: number]

function meanOf(picture: Picture, across: Span, down: Span, samples: number): Colour {
  const sums: [number, number, number] = [0, 0, 0]
  for (let row = 0; row < samples; row++) {
    for (let column = 0; column < samples; column++) {
      const pixel = picture.pixel(
        place(across, (column + 0.5) / samples, picture.width),
        place(down, (row + 0.5) / samples, picture.height),
      )
      for (const channel of [0, 1, 2] as const) sums[channel] += pixel[channel]
    }
  }
  const count = samples * samples
  return [sums[0] / count, sums[1] / count, sums[2] / count]
}

const place = ([from, to]: Span, share: number, size: number) =>
  Math.min(size - 1, Math.floor((from + (to - from) * share) * size))
