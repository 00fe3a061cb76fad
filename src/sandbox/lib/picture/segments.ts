import { clusterColours } from './clusters'
import { labDistance, type Colour } from './lab'
import type { SmallPicture } from './shrink'

/** A picture in parts of like colour, pixel by pixel. */
export interface Segmentation {
  readonly width: number
  readonly height: number
  /** The number of the part's colour group, by pixel. */
  readonly groups: Uint8Array
  /** The colour of each group, in Lab. */
  readonly colours: readonly Colour[]
  /** How clearly each pixel belongs to its group: 0.5 (as near to the next) to 1. */
  readonly certainty: Float32Array
}

/** One connected part, or all parts of one colour. */
export interface Part {
  readonly group: number
  /** Numbers of its pixels. */
  readonly pixels: readonly number[]
}

const ROUNDS = 2
const MOST_ABSORBED = 5
/** Parts smaller than this share of the picture go to what surrounds them. */
const SMALLEST_SHARE = 0.003
/** So many pixels are enough to find the colours that a picture is made of. */
const SAMPLES = 6000

/** Groups the colours by k-means, then smooths the borders and gives small pieces to their neighbours. */
export function segmentPicture(picture: SmallPicture, clusters: number): Segmentation {
  const { width, height, colours } = picture
  const every = Math.max(1, Math.floor(colours.length / SAMPLES))
  const { centres } = clusterColours(
    colours.filter((_, at) => at % every === 0),
    clusters,
  )
  const certainty = new Float32Array(colours.length)
  let groups = new Uint8Array(colours.length)
  for (const [at, colour] of colours.entries()) {
    const near = nearestTwo(colour, centres)
    groups[at] = near.group
    certainty[at] = near.certainty
  }
  for (let round = 0; round < ROUNDS; round++)
    groups = smoothed(groups, centres.length, width, height)
  // What takes in a small part may be small itself, and be taken in next time.
  for (let round = 0; round < MOST_ABSORBED; round++) {
    if (!absorbSmall(groups, width, height)) break
  }
  return { width, height, groups, colours: centres, certainty }
}

/** Connected parts, the largest first. */
export function connectedParts(groups: Uint8Array, width: number, height: number): Part[] {
  const seen = new Uint8Array(groups.length)
  const parts: Part[] = []
  for (let start = 0; start < groups.length; start++) {
    if (seen[start]) continue
    const group = groups[start] ?? 0
    const pixels = [start]
    seen[start] = 1
    for (let next = 0; next < pixels.length; next++) {
      for (const neighbour of neighboursOf(pixels[next] ?? 0, width, height)) {
        if (seen[neighbour] || groups[neighbour] !== group) continue
        seen[neighbour] = 1
        pixels.push(neighbour)
      }
    }
    parts.push({ group, pixels })
  }
  return parts.sort((one, other) => other.pixels.length - one.pixels.length)
}

function nearestTwo(colour: Colour, centres: readonly Colour[]) {
  let [group, first, second] = [0, Infinity, Infinity]
  for (const [index, centre] of centres.entries()) {
    const distance = labDistance(colour, centre)
    if (distance < first) [group, first, second] = [index, distance, first]
    else if (distance < second) second = distance
  }
  const certainty = second === Infinity ? 1 : second / Math.max(1e-9, first + second)
  return { group, certainty }
}

/** The most frequent group among each pixel and the eight around it. */
function smoothed(
  groups: Uint8Array,
  kinds: number,
  width: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(groups)
  const counts = new Uint8Array(kinds)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      counts.fill(0)
      let best = groups[y * width + x] ?? 0
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const group = groups[row * width + column] ?? 0
          const count = (counts[group] ?? 0) + 1
          counts[group] = count
          if (count > (counts[best] ?? 0)) best = group
        }
      }
      result[y * width + x] = best
    }
  }
  return result
}

/** Small parts take the group that most of their border has on the other side. Changes `groups`; false if there are none. */
function absorbSmall(groups: Uint8Array, width: number, height: number): boolean {
  const smallest = groups.length * SMALLEST_SHARE
  const parts = connectedParts(groups, width, height)
  const small = parts.filter(({ pixels }) => pixels.length < smallest).reverse()
  for (const { group, pixels } of small) {
    const counts = new Map<number, number>()
    for (const pixel of pixels) {
      for (const neighbour of neighboursOf(pixel, width, height)) {
        const other = groups[neighbour] ?? 0
        if (other !== group) counts.set(other, (counts.get(other) ?? 0) + 1)
      }
    }
    const [most] = [...counts].sort((one, other) => other[1] - one[1])
    if (most) for (const pixel of pixels) groups[pixel] = most[0]
  }
  return small.length > 0 && small.length < parts.length
}

function neighboursOf(place: number, width: number, height: number): number[] {
  const x = place % width
  const around: number[] = []
  if (x > 0) around.push(place - 1)
  if (x < width - 1) around.push(place + 1)
  if (place >= width) around.push(place - width)
  if (place < width * (height - 1)) around.push(place + width)
  return around
}
