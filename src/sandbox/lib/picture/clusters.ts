import { labDistance, type Colour } from './lab'

const ROUNDS = 12

/** Groups colours by k-means. The centres start far from each other, so the same picture always gives the same groups. */
export function clusterColours(colours: readonly Colour[], wanted: number) {
  let centres = farthestColours(colours, wanted)
  let groups: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    groups = colours.map((colour) => nearest(colour, centres))
    const moved = centres.map((centre, index) => meanColour(colours, groups, index) ?? centre)
    const change = Math.max(...moved.map((centre, i) => labDistance(centre, centres[i] ?? centre)))
    centres = moved
    if (change < 0.5) break
  }
  return { centres, groups }
}

function farthestColours(colours: readonly Colour[], wanted: number): Colour[] {
  const first = colours[0]
  if (!first) return []
  const centres = [first]
  const distances = colours.map((colour) => labDistance(colour, first))
  while (centres.length < wanted) {
    let farthest = 0
    for (const [index, distance] of distances.entries()) {
      if (distance > (distances[farthest] ?? 0)) farthest = index
    }
    const next = colours[farthest]
    if (!next || (distances[farthest] ?? 0) < 8) break
    centres.push(next)
    for (const [index, colour] of colours.entries()) {
      distances[index] = Math.min(distances[index] ?? 0, labDistance(colour, next))
    }
  }
  return centres
}

function nearest(colour: Colour, centres: readonly Colour[]): number {
  let best = 0
  let shortest = Infinity
  for (const [index, centre] of centres.entries()) {
    const distance = labDistance(colour, centre)
    if (distance < shortest) {
      shortest = distance
      best = index
    }
  }
  return best
}

function meanColour(
  colours: readonly Colour[],
  groups: readonly number[],
  group: number,
): Colour | undefined {
  let [count, lightness, a, b] = [0, 0, 0, 0]
  for (const [index, colour] of colours.entries()) {
    if (groups[index] !== group) continue
    count++
    lightness += colour[0]
    a += colour[1]
    b += colour[2]
  }
  return count === 0 ? undefined : [lightness / count, a / count, b / count]
}
