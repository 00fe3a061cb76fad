import { fromHsl } from '../painter/colours'
import { brightnessOf, mapColours, mixPixels, type Filter } from './pixels'

type Rgb = readonly [number, number, number]

/** A filter of single colours; its strength mixes between the picture and its full effect. */
function ofColours(map: (red: number, green: number, blue: number) => Rgb): Filter {
  return (pixels, strength) => mixPixels(pixels, mapColours(pixels, map), Math.min(1, strength))
}

const grey: (red: number, green: number, blue: number) => Rgb = (...colour) => {
  const value = brightnessOf(...colour)
  return [value, value, value]
}

export const grayscale = ofColours(grey)

export const invert = ofColours((red, green, blue) => [255 - red, 255 - green, 255 - blue])

export const sepia = ofColours((red, green, blue) => [
  0.393 * red + 0.769 * green + 0.189 * blue,
  0.349 * red + 0.686 * green + 0.168 * blue,
  0.272 * red + 0.534 * green + 0.131 * blue,
])

/** Multiplies by `factor` at strength 1; more strength goes further. */
function gains(factor: Rgb): Filter {
  return (pixels, strength) => {
    const [r, g, b] = factor.map((each) => each ** strength) as unknown as Rgb
    return mapColours(pixels, (red, green, blue) => [red * r, green * g, blue * b])
  }
}

export const brighter: Filter = (pixels, strength) =>
  mapColours(pixels, (...colour) => {
    const lift = (value: number) => 255 * (value / 255) ** (1 / (1 + 0.7 * strength))
    return [lift(colour[0]), lift(colour[1]), lift(colour[2])]
  })
export const darker = gains([0.55, 0.55, 0.55])
export const warmer = gains([1.18, 1.02, 0.78])
export const colder = gains([0.8, 0.98, 1.2])
/** Dark and blue, as films make night of day. */
export const night = gains([0.28, 0.36, 0.62])

/** Stretches what lies around middle grey. */
export const contrast: Filter = (pixels, strength) => {
  const factor = 1 + 0.6 * strength
  const stretch = (value: number) => 128 + (value - 128) * factor
  return mapColours(pixels, (red, green, blue) => [stretch(red), stretch(green), stretch(blue)])
}

export const fade: Filter = ofColours((red, green, blue) => [
  128 + (red - 128) * 0.5,
  128 + (green - 128) * 0.5,
  128 + (blue - 128) * 0.5,
])

export const vivid: Filter = (pixels, strength) =>
  mixPixels(mapColours(pixels, grey), pixels, 1 + 0.8 * strength)

/** Fewer levels of each channel the stronger it is: 4 at strength 1. */
export const posterize: Filter = (pixels, strength) => {
  if (strength <= 0) return pixels
  const steps = Math.max(1, Math.round(3 / strength))
  const level = (value: number) => (Math.round((value / 255) * steps) / steps) * 255
  return mapColours(pixels, (red, green, blue) => [level(red), level(green), level(blue)])
}

export const threshold = ofColours((...colour) =>
  brightnessOf(...colour) < 128 ? [0, 0, 0] : [255, 255, 255],
)

/** Turns greys into shades of one colour. */
export function tint(colour: Rgb): Filter {
  return ofColours((...given) => {
    const light = brightnessOf(...given) / 255
    const shade = (channel: number) =>
      light < 0.5 ? channel * light * 2 : channel + (255 - channel) * (light * 2 - 1)
    return [shade(colour[0]), shade(colour[1]), shade(colour[2])]
  })
}

/** A light tint of a hue (turns), for words that name no filter. */
export function shiftTo(hue: number): Filter {
  const tinted = tint(fromHsl(hue, 0.55, 0.5))
  return (pixels, strength) => tinted(pixels, 0.3 * strength)
}
