import { continues } from './continues'

/** A piece of a growing text. */
export interface TextBlock {
  readonly text: string
  /** Begins and ends at line ends, so that it can be a box of its own without changing the look. */
  readonly wholeLines: boolean
}

export interface TextBlocks {
  /** Pieces that appended text can no longer change. The same array, grown, at every call. */
  readonly finished: readonly TextBlock[]
  /** The rest, at most about twice the target length. */
  readonly open: string
}

export interface TextBlockSplitter {
  /** Splits `text`. Text that continues the one before costs what was added; any other text starts again. */
  readonly update: (text: string) => TextBlocks
}

/**
 * Cuts a growing text into pieces of about `target` characters at line ends, else at spaces, so that appending
 * touches only the last piece. The pieces joined are the text.
 */
export function createTextBlockSplitter(target = 3000): TextBlockSplitter {
  let previous = ''
  let finished: TextBlock[] = []
  let start = 0
  let atLineStart = true
  return {
    update(text) {
      if (!continues(text, previous)) {
        finished = []
        start = 0
        atLineStart = true
      }
      previous = text
      while (text.length - start > 2 * target) {
        const length = cutLength(text.slice(start, start + target))
        const piece = text.slice(start, start + length)
        const endsLine = piece.endsWith('\n')
        finished.push({ text: piece, wholeLines: atLineStart && endsLine })
        atLineStart = endsLine
        start += length
      }
      return { finished, open: text.slice(start) }
    },
  }
}

function cutLength(window: string): number {
  const half = window.length / 2
  const line = window.lastIndexOf('\n') + 1
  if (line > half) return line
  const space = window.lastIndexOf(' ') + 1
  if (space > half) return space
  if (line > 0) return line
  return isHighSurrogate(window.charCodeAt(window.length - 1)) ? window.length - 1 : window.length
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
