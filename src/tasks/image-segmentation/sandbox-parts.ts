import { colourName } from '@/sandbox/lib/picture/lab'
import { connectedParts, type Part, type Segmentation } from '@/sandbox/lib/picture/segments'

export const subtasks = ['semantic', 'instance', 'panoptic'] as const
export type Subtask = (typeof subtasks)[number]

/** A part that gets a mask. */
export interface NamedPart {
  readonly label: string
  /** Null for kinds, as services answer the semantic subtask. */
  readonly score: number | null
  readonly pixels: readonly number[]
}

/** A colour is background when it holds this share of the picture's edge. */
const BACKGROUND_SHARE = 0.18

/**
 * Semantic: all that has one colour name, without scores. Instance: each connected part that is no background.
 * Panoptic: the same, and the backgrounds. A score is how clearly the part's pixels belong to it.
 */
export function partsOf(segmentation: Segmentation, subtask: Subtask): NamedPart[] {
  const { groups, width, height, colours } = segmentation
  const nameOf = (group: number) => colourName(colours[group] ?? [0, 0, 0])
  const parts = connectedParts(groups, width, height)
  if (subtask === 'semantic') {
    return joined(parts, ({ group }) => `${nameOf(group)} area`).map(({ label, pixels }) => {
      return { label, pixels, score: null }
    })
  }
  const backgrounds = backgroundGroups(segmentation)
  const scored = (label: string, pixels: readonly number[]): NamedPart => {
    return { label, pixels, score: certaintyOf(segmentation, pixels) }
  }
  const things = parts
    .filter(({ group }) => !backgrounds.has(group))
    .map(({ group, pixels }) => scored(`${nameOf(group)} region`, pixels))
  if (subtask === 'instance') return things
  const behind = parts.filter(({ group }) => backgrounds.has(group))
  return [
    ...joined(behind, ({ group }) => `${nameOf(group)} background`).map(({ label, pixels }) =>
      scored(label, pixels),
    ),
    ...things,
  ]
}

function joined(parts: readonly Part[], labelOf: (part: Part) => string) {
  const pixels = new Map<string, number[]>()
  for (const part of parts) {
    const label = labelOf(part)
    const known = pixels.get(label)
    if (known) for (const pixel of part.pixels) known.push(pixel)
    else pixels.set(label, [...part.pixels])
  }
  return [...pixels].map(([label, members]) => ({ label, pixels: members }))
}

function backgroundGroups({ groups, width, height, colours }: Segmentation): ReadonlySet<number> {
  const held = colours.map(() => 0)
  let edge = 0
  for (let at = 0; at < groups.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue
    const group = groups[at] ?? 0
    held[group] = (held[group] ?? 0) + 1
    edge++
  }
  return new Set(held.flatMap((count, group) => (count >= edge * BACKGROUND_SHARE ? [group] : [])))
}

function certaintyOf({ certainty }: Segmentation, pixels: readonly number[]): number {
  const sum = pixels.reduce((total, pixel) => total + (certainty[pixel] ?? 0), 0)
  return sum / Math.max(1, pixels.length)
}
