import type { WordBox } from '@/core/word-boxes'

/** A word with its place in the list that was sent. */
export interface PlacedWord extends WordBox {
  readonly index: number
}

/** Words that stand close to each other on one line. */
export interface Segment {
  readonly words: readonly PlacedWord[]
  /** Number of its line, from the top. */
  readonly line: number
  readonly xmin: number
  readonly xmax: number
  readonly ymin: number
  readonly ymax: number
}

/** Letters wide, a gap that parts two segments. */
const PARTING_GAP = 1.9

/** The segments of a document, line by line from the top, from left to right. */
export function segmentsOf(boxes: readonly WordBox[]): readonly Segment[] {
  const words = boxes
    .map((each, index) => ({ ...each, index }))
    .filter(({ word }) => word.trim() !== '')
  const letter = median(words.map(({ word, box }) => (box.xmax - box.xmin) / word.length)) || 1
  return linesOf(words).flatMap((line, number) =>
    partsOf(line, letter * PARTING_GAP).map((part) => segmentOf(part, number)),
  )
}

/** Words belong to one line when the middle of the one lies in the height of the other. */
function linesOf(words: readonly PlacedWord[]): PlacedWord[][] {
  const lines: PlacedWord[][] = []
  const downwards = [...words].sort((one, other) => middle(one) - middle(other))
  for (const word of downwards) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && middle(word) < last.box.ymax && middle(last) > word.box.ymin)
      line.push(word)
    else lines.push([word])
  }
  return lines.map((line) => line.sort((one, other) => one.box.xmin - other.box.xmin))
}

function partsOf(line: readonly PlacedWord[], gap: number): PlacedWord[][] {
  const parts: PlacedWord[][] = []
  for (const word of line) {
    const last = parts.at(-1)?.at(-1)
    if (last && word.box.xmin - last.box.xmax <= gap) parts.at(-1)?.push(word)
    else parts.push([word])
  }
  return parts
}

export function segmentOf(words: readonly PlacedWord[], line: number): Segment {
  return {
    words,
    line,
    xmin: Math.min(...words.map(({ box }) => box.xmin)),
    xmax: Math.max(...words.map(({ box }) => box.xmax)),
    ymin: Math.min(...words.map(({ box }) => box.ymin)),
    ymax: Math.max(...words.map(({ box }) => box.ymax)),
  }
}

export function textOf({ words }: Segment): string {
  return words.map(({ word }) => word).join(' ')
}

const middle = ({ box }: PlacedWord) => (box.ymin + box.ymax) / 2

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
