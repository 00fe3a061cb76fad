import type { TimedText } from './results'

/** A line of subtitles, and how long people read at one. */
const MOST_CHARACTERS = 42
const MOST_SECONDS = 6
/** Silence after which a new line begins, in seconds. */
const GAP_SECONDS = 0.8
const FEWEST = 4

/** True when the pieces of a transcript are single words, as services give them on request. */
export function areWords(chunks: readonly TimedText[]): boolean {
  return (
    chunks.length >= FEWEST &&
    chunks.every(({ text }) => text.trim().length <= 30 && !/\s/.test(text.trim()))
  )
}

/**
 * Words gathered into lines for subtitles: a line ends with a sentence, at a silence, and before it gets too long to
 * read. Pieces that are no words stay as they are.
 */
export function gatherWords(chunks: readonly TimedText[]): readonly TimedText[] {
  if (!areWords(chunks)) return chunks
  const lines: TimedText[] = []
  for (const word of chunks) {
    const line = lines.at(-1)
    if (line && fits(line, word)) {
      lines[lines.length - 1] = { ...line, text: joined(line.text, word.text), end: word.end }
    } else {
      lines.push({ ...word, text: word.text.trimStart() })
    }
  }
  return lines
}

/** The words of a transcript whose pieces are words, with the spaces that the script takes. */
export function joined(before: string, word: string): string {
  // Most services write the space into the word; others leave it to the reader, and Chinese has none.
  const apart = /[\p{L}\p{N}.,;:!?'"”)]$/u.test(before) && /^[\p{L}\p{N}("“]/u.test(word)
  const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
  const needsSpace = apart && !spaceless.test(before.slice(-1)) && !spaceless.test(word.slice(0, 1))
  return needsSpace ? `${before} ${word}` : before + word
}

function fits(line: TimedText, word: TimedText): boolean {
  if (/[.!?。！？]["”’)]?$/.test(line.text.trim())) return false
  if (joined(line.text, word.text).length > MOST_CHARACTERS) return false
  if (word.start === null) return true
  if (line.end !== null && word.start - line.end > GAP_SECONDS) return false
  return line.start === null || (word.end ?? word.start) - line.start <= MOST_SECONDS
}
