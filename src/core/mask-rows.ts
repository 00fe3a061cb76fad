import type { MaskBuilder } from './mask-builder'

/** A row of a mask with room for whole words of four pixels; what is beyond the row's end is 0. */
export interface WordRow {
  readonly bytes: Uint8Array
  readonly words: Uint32Array
}

export function wordRow(width: number): WordRow {
  const bytes = new Uint8Array(Math.ceil(width / 4) * 4)
  return { bytes, words: new Uint32Array(bytes.buffer) }
}

export function isBlank({ words }: WordRow): boolean {
  for (let at = 0; at < words.length; at++) if (words[at] !== 0) return false
  return true
}

/**
 * Takes a PNG row's filter back, in place: `row` holds the filtered samples of one byte each, `above` the samples of the
 * row above. Filters 0 to 4 as PNG numbers them. Throws RangeError for others.
 */
export function unfilter(filter: number, { bytes, words }: WordRow, above: WordRow): void {
  switch (filter) {
    case 0:
      return
    case 1:
      for (let x = 1; x < bytes.length; x++) bytes[x] = (bytes[x] ?? 0) + (bytes[x - 1] ?? 0)
      return
    case 2:
      for (let at = 0; at < words.length; at++) addWord(at, bytes, words, above)
      return
    case 3:
      for (let x = 0; x < bytes.length; x++) {
        bytes[x] = (bytes[x] ?? 0) + (((bytes[x - 1] ?? 0) + (above.bytes[x] ?? 0)) >> 1)
      }
      return
    case 4:
      for (let x = 0; x < bytes.length; x++) {
        const [left, up, corner] = [bytes[x - 1] ?? 0, above.bytes[x] ?? 0, above.bytes[x - 1] ?? 0]
        bytes[x] = (bytes[x] ?? 0) + paeth(left, up, corner)
      }
      return
    default:
      throw new RangeError(`No such filter: ${filter}`)
  }
}

/** Most rows are much like the row above: four differences of 0 are four pixels to copy. */
function addWord(at: number, bytes: Uint8Array, words: Uint32Array, above: WordRow): void {
  if (words[at] === 0) {
    words[at] = above.words[at] ?? 0
    return
  }
  for (let x = at * 4; x < at * 4 + 4; x++) bytes[x] = (bytes[x] ?? 0) + (above.bytes[x] ?? 0)
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

/**
 * Adds the spans of a row whose samples are 0 or `level`; returns false, with some spans added, where there is another
 * one. A `level` of 0 becomes the first other sample that is met; returns what it became.
 */
export function scanWords(
  { bytes, words }: WordRow,
  width: number,
  level: number,
  builder: MaskBuilder,
): { readonly level: number; readonly plain: boolean } {
  let found = level
  let inside = word(0)
  let from = -1
  for (let at = 0; at < words.length; at++) {
    if (words[at] === inside) continue
    for (let x = at * 4; x < Math.min(width, at * 4 + 4); x++) {
      const value = bytes[x] ?? 0
      if (value !== 0 && found === 0) found = value
      if (value !== 0 && value !== found) return { level: found, plain: false }
      if ((value !== 0) === from >= 0) continue
      if (value === 0) builder.spans.push(from, x)
      from = value === 0 ? -1 : x
    }
    inside = word(from >= 0 ? found : 0)
  }
  if (from >= 0) builder.spans.push(from, width)
  return { level: found, plain: true }
}

/** Four pixels of one value. */
const word = (value: number) => (value * 0x01010101) >>> 0
