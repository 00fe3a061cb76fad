import { seededRandom } from '../random'
import { clamp } from '../scores'

/** Red, green, blue 0..255. */
export type Rgb = readonly [number, number, number]

/** Colours by their words. */
export const colourWords: ReadonlyMap<string, Rgb> = new Map([
  ['red', [214, 48, 49]],
  ['crimson', [165, 20, 50]],
  ['orange', [240, 140, 40]],
  ['yellow', [250, 210, 60]],
  ['gold', [220, 170, 50]],
  ['golden', [220, 170, 50]],
  ['green', [56, 160, 88]],
  ['turquoise', [50, 190, 180]],
  ['teal', [20, 130, 130]],
  ['cyan', [60, 200, 220]],
  ['blue', [50, 100, 210]],
  ['navy', [25, 40, 100]],
  ['purple', [130, 70, 180]],
  ['violet', [150, 90, 210]],
  ['pink', [240, 130, 170]],
  ['magenta', [210, 50, 150]],
  ['brown', [130, 85, 55]],
  ['black', [28, 28, 34]],
  ['white', [246, 246, 242]],
  ['grey', [140, 144, 150]],
  ['gray', [140, 144, 150]],
  ['silver', [190, 195, 205]],
])

export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (from: number, to: number) => from + (to - from) * share
  return [part(one[0], other[0]), part(one[1], other[1]), part(one[2], other[2])]
}

/** 0 makes grey, 1 leaves the colour, more makes it stronger. */
export function saturate([red, green, blue]: Rgb, factor: number): Rgb {
  const grey = 0.3 * red + 0.59 * green + 0.11 * blue
  const strong = (value: number) => clamp(grey + (value - grey) * factor, 0, 255)
  return [strong(red), strong(green), strong(blue)]
}

/** Hue in turns, saturation and lightness 0..1. */
export function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const channel = (offset: number) => {
    const place = (offset + hue * 12) % 12
    const reach = saturation * Math.min(lightness, 1 - lightness)
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}

/** Five colours that go together, always the same for a seed. */
export function paletteOf(seed: number): readonly Rgb[] {
  const random = seededRandom(seed)
  const hue = random()
  const spread = 0.08 + random() * 0.2
  return [0, 1, 2, 3, 4].map((step) =>
    fromHsl((hue + step * spread) % 1, 0.45 + random() * 0.3, 0.35 + step * 0.1),
  )
}
