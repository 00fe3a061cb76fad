/** A source of numbers in [0, 1). The same seed gives the same numbers. */
export type Random = () => number

/** Mulberry32: small, fast, good enough to choose words and colours with. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a over UTF-16 code units: a stable 32-bit number for a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** An index drawn from probabilities that sum to 1. */
export function drawIndex(probabilities: readonly number[], random: Random): number {
  let rest = random()
  for (const [index, probability] of probabilities.entries()) {
    rest -= probability
    if (rest < 0) return index
  }
  return probabilities.length - 1
}
