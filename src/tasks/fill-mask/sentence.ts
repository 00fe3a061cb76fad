/** What stands between the masks of a text: one piece more than there are masks. */
export function piecesAround(text: string, mask: string): readonly string[] {
  return text.split(mask)
}

/** A token as it is read: without the marks of word pieces and the space before it. */
export function readableToken(token: string): string {
  return token.replace(/^##|^[Ġ▁]+|<\/w>$/g, '').trim() || token
}

/** True for a piece that continues the word before it, as `##ing` does. */
export function continuesWord(token: string): boolean {
  return token.startsWith('##') && token.length > 2
}

/**
 * Texts around the fillings, as a person would write them: a piece of a word joins what is before it, and a token that
 * brings its own space gets one where the text has none.
 */
export function fittedPieces(
  pieces: readonly string[],
  tokens: readonly (string | undefined)[],
): readonly string[] {
  return pieces.map((piece, at) => {
    const token = tokens[at]
    if (token === undefined) return piece
    if (continuesWord(token)) return piece.replace(/ $/, '')
    const spaced = /^[ Ġ▁]/.test(token) && piece !== '' && /\S$/.test(piece)
    return spaced ? `${piece} ` : piece
  })
}

/** The text with its masks filled; a mask without a token stays. */
export function filledText(
  pieces: readonly string[],
  tokens: readonly (string | undefined)[],
  mask: string,
): string {
  const fitted = fittedPieces(pieces, tokens)
  return fitted
    .map((piece, at) => {
      if (at === fitted.length - 1) return piece
      const token = tokens[at]
      return piece + (token === undefined ? mask : readableToken(token))
    })
    .join('')
}

/** Keeps what is near a mask of a long piece: its end, its beginning, or both. */
export function clipped(piece: string, place: 'first' | 'last' | 'inner', most = 600): string {
  if (piece.length <= most) return piece
  const half = most / 2
  if (place === 'first') return `…${piece.slice(-half)}`
  if (place === 'last') return `${piece.slice(0, half)}…`
  return `${piece.slice(0, half)} … ${piece.slice(-half)}`
}
