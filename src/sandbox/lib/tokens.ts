/** A word with its place in the text, in UTF-16 code units. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const HAN = /\p{Script=Han}/u

export function hasHan(text: string): boolean {
  return HAN.test(text)
}

/** Words with their apostrophes and inner hyphens, numbers with their points; each Han character by itself. */
export function wordsOf(text: string): Word[] {
  const pattern =
    /\p{Script=Han}|[^\P{L}\p{Script=Han}]+(?:['’\-][^\P{L}\p{Script=Han}]+)*|\p{N}+(?:[.,]\p{N}+)*/gu
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * Cuts a text into pieces as a language model's tokens look: a word or a sign with the space before it. Joined, they
 * are the text again.
 */
export function tokenise(text: string): string[] {
  return (
    text.match(/\s*(?:\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}{1,3}|[^\s\p{L}\p{N}])|\s+/gu) ??
    []
  )
}

/** A stable number for a token, in the range of a usual vocabulary. */
export function tokenId(token: string): number {
  let id = 7
  for (const character of token) id = (id * 31 + (character.codePointAt(0) ?? 0)) % 49_999
  return id + 1
}

/** The text up to the first of the stop sequences, and whether one was found. */
export function cutAtStop(text: string, stops: readonly string[]) {
  const places = stops
    .filter((stop) => stop !== '')
    .map((stop) => text.indexOf(stop))
    .filter((place) => place >= 0)
  return places.length === 0
    ? { text, stopped: false }
    : { text: text.slice(0, Math.min(...places)), stopped: true }
}
