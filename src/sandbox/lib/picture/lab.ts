export type Colour = readonly [number, number, number]

const linear = (value: number) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
const curve = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)

/** CIE Lab (D65) of sRGB 0..255: distances in it are about as large as they look. */
export function toLab([red, green, blue]: Colour): Colour {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

export function labDistance(one: Colour, other: Colour): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}

const hues: readonly (readonly [upTo: number, name: string])[] = [
  [20, 'pink'],
  [55, 'red'],
  [75, 'orange'],
  [112, 'yellow'],
  [165, 'green'],
  [225, 'turquoise'],
  [310, 'blue'],
  [340, 'purple'],
  [360, 'pink'],
]
const COLOURLESS = 12

/** A plain name for a Lab colour, such as `red`, `brown`, `dark`, `light` or `grey`. */
export function colourName([lightness, a, b]: Colour): string {
  const chroma = Math.hypot(a, b)
  if (lightness < 18) return 'dark'
  if (chroma < COLOURLESS) return lightness > 80 ? 'light' : lightness < 38 ? 'dark' : 'grey'
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
  if (hue >= 30 && hue < 95 && lightness < 58 && chroma < 62) return 'brown'
  return hues.find(([upTo]) => hue < upTo)?.[1] ?? 'grey'
}
