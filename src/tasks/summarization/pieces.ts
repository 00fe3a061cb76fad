/** A run of a text: a sentence, or what stands between two. */
export interface Piece<T> {
  readonly start: number
  readonly text: string
  readonly sentence?: T
}

/** Cuts a text around some of its sentences, which stand in order. The pieces joined are the text. */
export function piecesOf<T extends { readonly start: number; readonly end: number }>(
  text: string,
  sentences: readonly T[],
): Piece<T>[] {
  const pieces: Piece<T>[] = []
  let at = 0
  for (const sentence of sentences) {
    const { start, end } = sentence
    if (start > at) pieces.push({ start: at, text: text.slice(at, start) })
    pieces.push({ start, text: text.slice(start, end), sentence })
    at = end
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at) })
  return pieces
}
