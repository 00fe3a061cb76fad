import type { Picture } from './decode'
import { coloursIn, sceneOf, smallCopy, type ColourShare, type Scene } from './scene'
import type { SmallPicture } from './shrink'

/** A scene with what can be measured of its light, its surface and its layout. */
export interface Looks extends Scene {
  /** Standard deviation of the Lab lightness, 0 to 50. */
  readonly spread: number
  /** Mean Lab chroma; some 10 is pale, 40 and more is vivid. */
  readonly chroma: number
  /** Mean Lab difference of neighbours: some 1 is smooth, 8 and more is full of detail. */
  readonly detail: number
  /** Mean Lab difference between the picture and its mirror image. */
  readonly asymmetry: number
  /** Colours in the upper and in the lower third. */
  readonly top: readonly ColourShare[]
  readonly bottom: readonly ColourShare[]
}

export function looksOf(picture: Picture): Looks {
  const scene = sceneOf(picture)
  const small = smallCopy(picture)
  const lights = small.colours.map(([lightness]) => lightness)
  return {
    ...scene,
    spread: Math.sqrt(mean(lights.map((light) => (light - scene.lightness) ** 2))),
    chroma: mean(small.colours.map(([, a, b]) => Math.hypot(a, b))),
    detail: mean(differences(small, (x) => x + 1)),
    asymmetry: mean(differences(small, (x) => small.width - 1 - x)),
    top: coloursIn(small, { down: 'top' }),
    bottom: coloursIn(small, { down: 'bottom' }),
  }
}

/** The share of the pixels that bear one of the names, 0 to 1. */
export function shareOf(colours: readonly ColourShare[], ...names: readonly string[]): number {
  return colours.reduce((sum, { name, share }) => sum + (names.includes(name) ? share : 0), 0)
}

/** Lab differences between each pixel and the one of its row that `other` names, where there is one. */
function differences({ width, colours }: SmallPicture, other: (x: number) => number): number[] {
  return colours.flatMap((colour, index) => {
    const x = index % width
    const to = other(x)
    const partner = to < width ? colours[index - x + to] : undefined
    return partner
      ? [Math.hypot(colour[0] - partner[0], colour[1] - partner[1], colour[2] - partner[2])]
      : []
  })
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
