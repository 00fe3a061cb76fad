import { mix, type Rgb } from './colours'
import type { Canvas } from './land'
import type { WantedThing } from './prompt'
import type { Layer } from './render'
import { ellipse, outlines, polygon, rectangle, type Distance } from './shapes'
import { things, type Part, type Thing } from './things'

/** The layers of the things that a prompt asks for, each at its place. */
export function thingLayers(
  wanted: readonly WantedThing[],
  palette: readonly Rgb[],
  hasGround: boolean,
  canvas: Canvas,
): Layer[] {
  const middle = wanted.filter((one) => things[one.name]?.home !== 'sky' || one.down !== undefined)
  const slots = middle.reduce((sum, { count }) => sum + count, 0)
  let slot = 0
  return wanted.flatMap((one, index) => {
    const thing = things[one.name]
    if (!thing) return []
    const colour = one.colour ??
      thing.colour ??
      palette[(index + 1) % palette.length] ?? [90, 120, 200]
    return Array.from({ length: one.count }, (_, copy) => {
      const inSlot = middle.includes(one) ? slot++ : copy
      const share = middle.includes(one) ? (inSlot + 0.5) / slots : (copy + 0.5) / one.count
      const crowd = Math.max(1, Math.sqrt(middle.includes(one) ? slots : one.count))
      const size =
        (Math.min(canvas.width, canvas.height) * thing.size * one.scale * 1.6) /
        Math.max(1.6, crowd)
      return drawThing(
        thing,
        colour,
        placeOf(one, thing, { share, copy, size, hasGround }, canvas),
        size,
      )
    }).flat()
  })
}

interface Slot {
  readonly share: number
  readonly copy: number
  readonly size: number
  readonly hasGround: boolean
}

function placeOf(
  { across, down, count }: WantedThing,
  { home }: Thing,
  { share, copy, size, hasGround }: Slot,
  { width, height, random }: Canvas,
): readonly [x: number, y: number] {
  const jitter = (random() - 0.5) * 0.06
  // Several things on one side stand in a row around its middle.
  const row = (copy - (count - 1) / 2) * size * 2.1
  const x = across === undefined ? width * (share + jitter) : width * (0.5 + across * 0.28) + row
  const homes = { sky: 0.2 + jitter * 2, ground: hasGround ? 0.76 : 0.62, middle: 0.5 + jitter }
  const y = height * (down === undefined ? homes[home] : 0.5 + down * 0.28)
  const standing = home === 'ground' && hasGround && down === undefined ? y - size * 0.6 : y
  return [x, standing]
}

function drawThing(
  thing: Thing,
  main: Rgb,
  [x, y]: readonly [number, number],
  size: number,
): Layer[] {
  return thing.parts
    .filter(({ half }) => half[0] !== 0)
    .map((part) => {
      const colour = part.colour === 'main' ? main : part.colour
      const [cx, cy] = [x + part.at[0] * size, y + part.at[1] * size]
      const [hx, hy] = [Math.abs(part.half[0]) * size, Math.abs(part.half[1]) * size]
      return {
        bounds: [cx - hx, cy - hy, cx + hx, cy + hy],
        distance: distanceOf(part, cx, cy, size),
        // Lit from the upper left.
        colour: (px, py) => {
          const light = ((cx - px) / hx + (cy - py) / hy) * 0.5
          return light > 0
            ? mix(colour, [255, 255, 255], light * 0.22)
            : mix(colour, [20, 20, 40], -light * 0.2)
        },
        opacity: 1,
        softness: 1,
      } satisfies Layer
    })
}

function distanceOf({ outline, half }: Part, cx: number, cy: number, size: number): Distance {
  const [hx, hy] = [half[0] * size, half[1] * size]
  if (outline === 'ellipse') return ellipse(cx, cy, hx, hy)
  if (outline === 'rectangle') return rectangle(cx, cy, hx, hy)
  const points = outlines[outline] ?? []
  return polygon(points.map(([x, y]) => [cx + x * hx, cy + y * hy] as const))
}
