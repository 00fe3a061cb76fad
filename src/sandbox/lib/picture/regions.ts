import { clusterColours } from './clusters'
import { labDistance, type Colour } from './lab'
import type { SmallPicture } from './shrink'

/** A connected region that differs from the background; edges in pixels of the small picture, the last two exclusive. */
export interface Region {
  readonly xmin: number
  readonly ymin: number
  readonly xmax: number
  readonly ymax: number
  /** Pixels. */
  readonly area: number
  readonly colour: Colour
  /** Distance in Lab to the background that is nearest in colour. */
  readonly contrast: number
}

const CLUSTERS = 7
/** A cluster is background when it holds this share of the picture's edge. */
const BACKGROUND_SHARE = 0.22
const SMALLEST_SHARE = 0.004
const LARGEST_SHARE = 0.9
/** Two regions are one when this share of the smaller one's box lies in the other's. */
const MERGE_OVERLAP = 0.6

/** Regions by colour: clusters, the background as what the picture's edge is made of, connected pieces of the rest. */
export function findRegions(picture: SmallPicture): Region[] {
  const { centres, groups } = clusterColours(picture.colours, CLUSTERS)
  const background = backgroundGroups(picture, groups, centres.length)
  const backdrops = centres.filter((_, index) => background.has(index))
  const contrastOf = (colour: Colour) =>
    Math.min(...backdrops.map((backdrop) => labDistance(colour, backdrop)))
  const total = picture.width * picture.height
  const pieces = connectedPieces(picture, groups)
    .filter(({ group, area }) => !background.has(group) && area >= total * SMALLEST_SHARE)
    .map(({ group, ...piece }): Region => {
      const colour = centres[group] ?? [0, 0, 0]
      return { ...piece, colour, contrast: contrastOf(colour) }
    })
  return merge(pieces).filter((region) => boxArea(region) <= total * LARGEST_SHARE)
}

function backgroundGroups(
  { width, height }: SmallPicture,
  groups: readonly number[],
  count: number,
): ReadonlySet<number> {
  const held = new Array<number>(count).fill(0)
  let edge = 0
  for (const [index, group] of groups.entries()) {
    const x = index % width
    const y = Math.floor(index / width)
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue
    edge++
    held[group] = (held[group] ?? 0) + 1
  }
  const most = held.indexOf(Math.max(...held))
  const large = held.flatMap((pixels, group) => (pixels >= edge * BACKGROUND_SHARE ? [group] : []))
  return new Set([most, ...large])
}

interface Piece {
  readonly group: number
  readonly area: number
  readonly xmin: number
  readonly ymin: number
  readonly xmax: number
  readonly ymax: number
}

/** Flood fill over neighbours of the same cluster. */
function connectedPieces({ width, height }: SmallPicture, groups: readonly number[]): Piece[] {
  const seen = new Uint8Array(groups.length)
  const pieces: Piece[] = []
  for (let start = 0; start < groups.length; start++) {
    if (seen[start]) continue
    const group = groups[start] ?? 0
    const stack = [start]
    seen[start] = 1
    let [area, xmin, ymin, xmax, ymax] = [0, width, height, 0, 0]
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      const x = place % width
      const y = Math.floor(place / width)
      area++
      xmin = Math.min(xmin, x)
      ymin = Math.min(ymin, y)
      xmax = Math.max(xmax, x + 1)
      ymax = Math.max(ymax, y + 1)
      const around = [
        x > 0 ? place - 1 : -1,
        x < width - 1 ? place + 1 : -1,
        y > 0 ? place - width : -1,
        y < height - 1 ? place + width : -1,
      ]
      for (const next of around) {
        if (next < 0 || seen[next] || groups[next] !== group) continue
        seen[next] = 1
        stack.push(next)
      }
    }
    pieces.push({ group, area, xmin, ymin, xmax, ymax })
  }
  return pieces
}

type Box = Pick<Region, 'xmin' | 'ymin' | 'xmax' | 'ymax'>

const boxArea = ({ xmin, ymin, xmax, ymax }: Box) => (xmax - xmin) * (ymax - ymin)

function overlapArea(one: Box, other: Box): number {
  const across = Math.min(one.xmax, other.xmax) - Math.max(one.xmin, other.xmin)
  const down = Math.min(one.ymax, other.ymax) - Math.max(one.ymin, other.ymin)
  return across > 0 && down > 0 ? across * down : 0
}

/** Joins what lies in one another; the larger gives its colour. */
function merge(regions: readonly Region[]): Region[] {
  const kept: Region[] = []
  for (const region of [...regions].sort((one, other) => other.area - one.area)) {
    const host = kept.findIndex(
      (other) =>
        overlapArea(region, other) >= MERGE_OVERLAP * Math.min(boxArea(region), boxArea(other)),
    )
    const into = kept[host]
    if (!into) kept.push(region)
    else kept[host] = joined(into, region)
  }
  return kept
}

const joined = (one: Region, other: Region): Region => ({
  xmin: Math.min(one.xmin, other.xmin),
  ymin: Math.min(one.ymin, other.ymin),
  xmax: Math.max(one.xmax, other.xmax),
  ymax: Math.max(one.ymax, other.ymax),
  area: one.area + other.area,
  colour: one.colour,
  contrast: Math.max(one.contrast, other.contrast),
})
