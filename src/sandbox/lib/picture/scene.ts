import type { Picture } from './decode'
import { colourName } from './lab'
import { findRegions, type Region } from './regions'
import { shrink, type SmallPicture } from './shrink'

/** Where something stands in the picture. */
export type Across = 'left' | 'middle' | 'right'
export type Down = 'top' | 'middle' | 'bottom'

/** A region that stands out, by its colour and place. */
export interface Thing {
  readonly colour: string
  readonly across: Across
  readonly down: Down
  /** Of the picture's pixels, 0..1. */
  readonly share: number
  /** How far its colour is from the background, in Lab. */
  readonly contrast: number
}

/** What can be said of a picture by its pixels alone. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly shape: 'wide' | 'tall' | 'square'
  /** Mean Lab lightness, 0 to 100. */
  readonly lightness: number
  /** No colour to speak of: greys only. */
  readonly grey: boolean
  /** Colour names with their shares of the pixels, the largest first. */
  readonly colours: readonly ColourShare[]
  readonly things: readonly Thing[]
}

export interface ColourShare {
  readonly name: string
  readonly share: number
}

const LONGEST_SIDE = 120
const SQUARE = 1.08
/** Mean Lab chroma below which a picture counts as grey, unless some of its pixels are plainly coloured. */
const GREY_CHROMA = 5
const PLAIN_CHROMA = 25
const PLAIN_SHARE = 0.004
/** What stands out less is taken for a shade of the background. */
const LEAST_CONTRAST = 14

export function sceneOf(picture: Picture): Scene {
  const { width, height } = picture
  const small = shrink(picture, LONGEST_SIDE)
  const count = Math.max(1, small.colours.length)
  const mean = (of: (colour: (typeof small.colours)[number]) => number) =>
    small.colours.reduce((sum, colour) => sum + of(colour), 0) / count
  return {
    width,
    height,
    shape: width > height * SQUARE ? 'wide' : height > width * SQUARE ? 'tall' : 'square',
    lightness: mean(([lightness]) => lightness),
    grey:
      mean(([, a, b]) => Math.hypot(a, b)) < GREY_CHROMA &&
      mean(([, a, b]) => (Math.hypot(a, b) > PLAIN_CHROMA ? 1 : 0)) < PLAIN_SHARE,
    colours: coloursIn(small),
    things: findRegions(small)
      .filter(({ contrast }) => contrast >= LEAST_CONTRAST)
      .map((region) => thingOf(region, small))
      .sort((one, other) => other.share * other.contrast - one.share * one.contrast),
  }
}

/** Shares of the colours in a part of a small picture; the whole of it where none is named. */
export function coloursIn(
  { width, height, colours }: SmallPicture,
  part: { readonly across?: Across; readonly down?: Down } = {},
): readonly ColourShare[] {
  const counts = new Map<string, number>()
  let all = 0
  for (const [index, colour] of colours.entries()) {
    const x = ((index % width) + 0.5) / width
    const y = (Math.floor(index / width) + 0.5) / height
    if (part.across && acrossOf(x) !== part.across) continue
    if (part.down && downOf(y) !== part.down) continue
    const name = colourName(colour)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    all += 1
  }
  return [...counts]
    .map(([name, count]) => ({ name, share: count / all }))
    .sort((one, other) => other.share - one.share)
}

/** The small copy that a scene is read from. */
export function smallCopy(picture: Picture): SmallPicture {
  return shrink(picture, LONGEST_SIDE)
}

function thingOf(region: Region, { width, height }: SmallPicture): Thing {
  const { xmin, ymin, xmax, ymax, area, colour, contrast } = region
  return {
    colour: colourName(colour),
    across: acrossOf((xmin + xmax) / 2 / width),
    down: downOf((ymin + ymax) / 2 / height),
    share: area / (width * height),
    contrast,
  }
}

function acrossOf(share: number): Across {
  return share < 1 / 3 ? 'left' : share > 2 / 3 ? 'right' : 'middle'
}

function downOf(share: number): Down {
  return share < 1 / 3 ? 'top' : share > 2 / 3 ? 'bottom' : 'middle'
}

/** Such as `at the top left` or `in the middle`. */
export function placeWords({ across, down }: Pick<Thing, 'across' | 'down'>): string {
  if (across === 'middle' && down === 'middle') return 'in the middle'
  if (down === 'middle') return `on the ${across}`
  return across === 'middle' ? `at the ${down}` : `at the ${down} ${across}`
}
