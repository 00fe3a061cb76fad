import type { Random } from '../random'
import { mix, type Rgb } from './colours'
import type { Ground, Sky } from './prompt-words'
import type { Layer } from './render'
import { rectangle } from './shapes'

export interface Canvas {
  readonly width: number
  readonly height: number
  readonly random: Random
  /** Grows with the number of steps; 1 at 20 steps. */
  readonly detail: number
}

const colours: Readonly<Record<Ground, readonly [top: Rgb, bottom: Rgb]>> = {
  sea: [
    [66, 150, 190],
    [18, 70, 120],
  ],
  mountain: [
    [126, 132, 150],
    [70, 78, 98],
  ],
  grass: [
    [122, 180, 92],
    [52, 118, 62],
  ],
  snow: [
    [250, 252, 255],
    [206, 222, 238],
  ],
  desert: [
    [238, 206, 148],
    [204, 158, 96],
  ],
  city: [
    [86, 94, 116],
    [44, 50, 68],
  ],
}

const NIGHT: Rgb = [14, 20, 46]

/** The land, farthest first. */
export function landLayers(grounds: readonly Ground[], sky: Sky, canvas: Canvas): Layer[] {
  const order: readonly Ground[] = ['mountain', 'city', 'grass', 'desert', 'snow', 'sea']
  const shade = sky === 'night' ? 0.55 : sky === 'sunset' ? 0.2 : 0
  return order
    .filter((ground) => grounds.includes(ground))
    .flatMap((ground) => {
      const [top, bottom] = colours[ground].map((colour) => mix(colour, NIGHT, shade)) as [Rgb, Rgb]
      if (ground === 'city') return cityLayers(canvas, top)
      if (ground === 'mountain') {
        return [0, 1, 2].map((depth) =>
          ridge(canvas, depth, mix(top, [205, 216, 232], 0.5 - depth * 0.22), bottom),
        )
      }
      return plain(canvas, ground, top, bottom)
    })
}

/** Height of a line of hills as a share of the picture, by a few waves. */
function waves({ width, random, detail }: Canvas, roughness: number) {
  const count = 2 + Math.round(3 * Math.min(2, detail))
  const parts = Array.from({ length: count }, (_, index) => ({
    rate: ((index + 1) * (1.2 + random()) * 2 * Math.PI) / width,
    shift: random() * 7,
    reach: roughness / (index + 1) ** 1.15,
  }))
  return (x: number) =>
    parts.reduce((sum, { rate, shift, reach }) => sum + reach * Math.sin(x * rate + shift), 0)
}

/** A mountain ridge with snow on its tops. */
function ridge(canvas: Canvas, depth: number, top: Rgb, bottom: Rgb): Layer {
  const { width, height, random } = canvas
  const line = waves(canvas, 0.02)
  const peaks = Array.from({ length: 3 + depth }, () => ({
    x: random() * width,
    rise: (0.2 + random() * 0.2) * (1 - depth * 0.22),
    slope: (0.9 + random() * 0.7) * (height / width) * (1 + depth * 0.3),
  }))
  const base = 0.68 + depth * 0.05
  const skyline = (x: number) => {
    const rise = Math.max(
      ...peaks.map((peak) => peak.rise - (Math.abs(x - peak.x) / height) * peak.slope * 0.7),
    )
    return height * (base - Math.max(0, rise) + line(x) * 0.6)
  }
  return {
    bounds: [0, 0, width, height],
    distance: (x, y) => (skyline(x) - y) * 0.7,
    colour: (x, y) => {
      const below = y - skyline(x)
      const snowline = height * (0.045 + line(x * 3) * 0.6) * (1 - depth * 0.3)
      const isTop = y < height * (base - 0.17) && below < snowline
      return isTop ? [244, 247, 252] : mix(top, bottom, Math.min(1, below / (height * 0.4)))
    },
    opacity: 1,
    softness: 1,
  }
}

function plain(canvas: Canvas, ground: Ground, top: Rgb, bottom: Rgb): Layer[] {
  const { width, height, detail } = canvas
  const isSea = ground === 'sea'
  const line = waves(canvas, isSea ? 0.0015 : 0.018)
  const edge = height * (isSea ? 0.66 : 0.72)
  const glitter = waves(canvas, 1)
  return [
    {
      bounds: [0, edge - height * 0.1, width, height],
      distance: (x, y) => edge + line(x) * height - y,
      colour: (x, y) => {
        const depth = Math.min(1, Math.max(0, (y - edge) / (height - edge)))
        const colour = mix(top, bottom, depth)
        const ripple = Math.sin((y - edge) * (14 / (1 + depth * 9)) + glitter(x * (2 - depth)) * 3)
        return isSea
          ? mix(
              colour,
              [214, 236, 244],
              Math.max(0, ripple - 0.72) * 0.9 * Math.min(1, detail + 0.2),
            )
          : colour
      },
      opacity: 1,
      softness: 1,
    },
  ]
}

function cityLayers({ width, height, random, detail }: Canvas, colour: Rgb): Layer[] {
  const layers: Layer[] = []
  const count = 8 + Math.round(5 * Math.min(2, detail))
  for (let index = 0; index < count; index++) {
    const half = (width / count) * (0.4 + random() * 0.3)
    const x = ((index + 0.5) * width) / count
    const top = height * (0.36 + random() * 0.3)
    const tone = mix(colour, [150, 160, 180], random() * 0.35)
    const cell = Math.max(5, half / 2.6)
    const lit = Array.from({ length: 97 }, () => random() > 0.45)
    layers.push({
      bounds: [x - half, top, x + half, height],
      distance: rectangle(x, (top + height) / 2, half, (height - top) / 2 + 2),
      colour: (px, py) => {
        const [column, row] = [(px - x + half) / cell, (py - top) / cell]
        const inWindow = column % 1 > 0.3 && column % 1 < 0.75 && row % 1 > 0.3 && row % 1 < 0.75
        return inWindow && lit[(Math.floor(column) * 31 + Math.floor(row) * 7) % 97]
          ? [250, 222, 140]
          : tone
      },
      opacity: 1,
      softness: 1,
    })
  }
  return layers
}
