import { hashText, seededRandom } from '../random'
import { fromHsl, mix, paletteOf, type Rgb } from './colours'
import type { Canvas } from './land'
import type { Wanted } from './prompt'
import type { Layer } from './render'
import { ellipse, outlines, polygon } from './shapes'

const gradients: Readonly<Record<'day' | 'night' | 'sunset', readonly Rgb[]>> = {
  day: [
    [92, 164, 226],
    [158, 206, 240],
    [226, 240, 248],
  ],
  night: [
    [8, 12, 34],
    [22, 30, 72],
    [52, 60, 112],
  ],
  sunset: [
    [64, 60, 128],
    [216, 100, 110],
    [252, 190, 110],
  ],
}

/** The background: a sky, or a gradient in the colours that the words give. */
export function backgroundOf(wanted: Wanted, { height, width }: Canvas, seed: number) {
  const palette = paletteOf(wordSeed(wanted) + seed)
  const base = wanted.colours[0] ?? palette[0] ?? [90, 120, 160]
  const stops: readonly Rgb[] =
    wanted.sky === 'plain'
      ? [mix(base, [255, 255, 255], 0.82), mix(base, [255, 255, 255], 0.6)]
      : gradients[wanted.sky].map((colour) =>
          wanted.colours[0] ? mix(colour, wanted.colours[0], 0.35) : colour,
        )
  return (x: number, y: number): Rgb => {
    const share = Math.min(0.9999, (y / height) * 0.9 + (x / width) * 0.1) * (stops.length - 1)
    const index = Math.floor(share)
    return mix(stops[index] ?? base, stops[index + 1] ?? base, share - index)
  }
}

const wordSeed = ({ others }: Wanted) =>
  others.reduce((sum, word) => (sum + hashText(word)) >>> 0, 0)

/** Stars of a night, small and many. */
export function starLayers({ width, height, random, detail }: Canvas): Layer[] {
  return Array.from({ length: Math.round(50 * Math.min(3, detail) + 10) }, () => {
    const [x, y, radius] = [random() * width, random() * height * 0.7, 0.5 + random() * 1.2]
    return {
      bounds: [x - 3, y - 3, x + 3, y + 3],
      distance: ellipse(x, y, radius, radius),
      colour: (): Rgb => [255, 250, 230],
      opacity: 0.4 + random() * 0.6,
      softness: 1.2,
    }
  })
}

/** A shape of its own for every word that stands for nothing known: its letters choose form, colour and place. */
export function wordLayers({ others }: Wanted, { width, height, random, detail }: Canvas): Layer[] {
  const forms = ['ellipse', 'triangle', 'diamond', 'hexagon', 'star', 'heart']
  const copies = Math.max(1, Math.round(3 * Math.min(2, detail)))
  return [...new Set(others)].slice(0, 12).flatMap((word) => {
    const own = seededRandom(hashText(word))
    const form = forms[Math.floor(own() * forms.length)] ?? 'ellipse'
    const colour = fromHsl(own(), 0.5, 0.55)
    return Array.from({ length: copies }, (): Layer => {
      const size = Math.min(width, height) * (0.05 + own() * 0.13) * (0.7 + random() * 0.6)
      const [x, y] = [
        width * ((own() + random() * 0.3) % 1),
        height * ((own() + random() * 0.3) % 1),
      ]
      const points = (outlines[form] ?? []).map(
        ([px, py]) => [x + px * size, y + py * size] as const,
      )
      return {
        bounds: [x - size, y - size, x + size, y + size],
        distance: points.length > 0 ? polygon(points) : ellipse(x, y, size, size),
        colour: () => colour,
        opacity: 0.45,
        softness: 1,
      }
    })
  })
}
