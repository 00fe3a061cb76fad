import { PATTERNS, type MaskInk, type Rgb } from '@/core/mask-paint'
import type { ReadMask } from '@/core/masks'
import { categoryVariable, HUES, themeValue } from './category'

/** The theme's colours, for a canvas. */
export interface Palette {
  readonly hues: readonly Rgb[]
  readonly surface: Rgb
}

const EDGE_TOWARDS_SURFACE = 0.6
/** How much of the opacity is left to masks beside the one that is pointed at. */
const ASIDE = 0.3
const LEAST_ACTIVE = 0.6

export function paletteAt(element: Element): Palette {
  const context = document.createElement('canvas').getContext('2d')
  const read = (variable: string) => rgbOf(themeValue(element, variable), context)
  return {
    hues: Array.from({ length: HUES }, (_, hue) => read(categoryVariable(hue))),
    surface: read('--ts-surface'),
  }
}

/** How each mask is coloured: hue and pattern by its label, and what is pointed at stands out. */
export function inksOf(
  masks: readonly ReadMask[],
  { hues, surface }: Palette,
  opacity: number,
  active?: number,
): MaskInk[] {
  return masks.map(({ category, index }) => {
    const fill = hues[category % HUES] ?? surface
    const aside = active !== undefined && index !== active
    const shown = index === active ? Math.max(opacity, LEAST_ACTIVE) : opacity
    return {
      fill,
      edge: mix(fill, surface, EDGE_TOWARDS_SURFACE),
      fillAlpha: aside ? opacity * ASIDE : shown,
      edgeAlpha: opacity === 0 && index !== active ? 0 : aside ? ASIDE : Math.min(1, shown + 0.4),
      pattern: Math.floor(category / HUES) % PATTERNS,
    }
  })
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (from: number, to: number) => Math.round(from + (to - from) * share)
  return [part(one[0], other[0]), part(one[1], other[1]), part(one[2], other[2])]
}

/** A canvas writes any opaque CSS colour as #rrggbb. */
function rgbOf(colour: string, context: CanvasRenderingContext2D | null): Rgb {
  if (context) context.fillStyle = colour
  const hex = /^#(..)(..)(..)$/.exec(String(context?.fillStyle ?? colour))
  const [red = 0, green = 0, blue = 0] = hex?.slice(1).map((pair) => parseInt(pair, 16)) ?? []
  return [red, green, blue]
}
