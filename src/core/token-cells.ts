import { textOfTokens, wantedBytes, type Token, type TokenChoice } from './tokens'

/** What is shown as one piece: a token, or the tokens that make up a character between them. */
export interface TokenCell {
  /** What stands in the text; `''` for a special token. */
  readonly text: string
  readonly tokens: readonly Token[]
  /** Of all its tokens together; null where one of them has none. */
  readonly logprob: number | null
  readonly special: boolean
}

/**
 * Tokens as cells. A character whose bytes are spread over tokens becomes one cell; where the service gave no bytes for
 * them (its text is U+FFFD or nothing), the tokens are joined up to the next one that can be read.
 */
export function tokenCells(tokens: readonly Token[]): TokenCell[] {
  const cells: TokenCell[] = []
  let open: Token[] = []
  const close = () => {
    if (open.length > 0) cells.push(cellOf(open))
    open = []
  }
  for (const token of tokens) {
    const joins = open.length > 0 && continues(open, token)
    if (!joins) close()
    open.push(token)
    if (isWhole(open)) close()
  }
  close()
  return cells
}

function continues(open: readonly Token[], token: Token): boolean {
  return !token.special && !open[0]?.special
}

/** Nothing is missing at the end of what the tokens say. */
function isWhole(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)
  if (!last || last.special) return true
  if (last.bytes) return wantedBytes(tokens.flatMap(({ bytes }) => bytes ?? [])) === 0
  return last.text !== '' && !last.text.endsWith('\ufffd')
}

function cellOf(tokens: readonly Token[]): TokenCell {
  const special = tokens[0]?.special ?? false
  const logprob = tokens.reduce<number | null>(
    (sum, token) => (sum === null || token.logprob === null ? null : sum + token.logprob),
    0,
  )
  return { text: special ? '' : textOfCell(tokens), tokens, logprob, special }
}

/** A server that decodes while it streams says nothing, or U+FFFD, until the character is there. */
function textOfCell(tokens: readonly Token[]): string {
  const text = textOfTokens(tokens)
  const last = tokens.at(-1)
  return tokens.length > 1 && last && !last.bytes ? last.text : text
}

/**
 * A choice for people: a part of a character as its bytes, blanks as signs that can be seen.
 */
export function choiceWords({ text, bytes }: TokenChoice): string {
  if (bytes) return bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
  return visibleBlanks(text)
}

/** A text with its line breaks and tabs as signs; where it is only blanks, those too. */
export function visibleBlanks(text: string): string {
  const shown = text.replaceAll('\n', '⏎').replaceAll('\t', '⇥').replaceAll('\r', '␍')
  return shown.trim() === '' ? shown.replaceAll(' ', '␣') : shown
}

/** The probability of a logarithm, 0..1. */
export function probabilityOf(logprob: number): number {
  return Math.exp(Math.min(0, logprob))
}

/** Steps of the colour scale: 0 is nearly certain, 4 is unlikely; undefined where there is no probability. */
export const PROBABILITY_STEPS = [0.9, 0.6, 0.3, 0.1] as const

export function probabilityStep(logprob: number | null): number | undefined {
  if (logprob === null) return undefined
  const found = PROBABILITY_STEPS.findIndex((from) => probabilityOf(logprob) >= from)
  return found < 0 ? PROBABILITY_STEPS.length : found
}
