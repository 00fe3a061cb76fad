/**
 * All quoting of the snippets. Whatever a person typed comes out of the shell, of Node and of Python as it went in.
 */

/** Characters that no shell reads as anything but themselves, wherever they stand in a word. */
const PLAIN_WORD = /^[A-Za-z0-9_@%+:,./][A-Za-z0-9_@%+:,./=-]*$/

/**
 * Letters that an editor or a terminal does not show as they are: controls, line and paragraph separators, lone
 * surrogates, direction marks and other format characters, spaces that are not the usual ones. The joiners inside emoji
 * and scripts, and the wide space of Chinese text, stay.
 */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Cf}\p{Zs}]/gu
const KEPT = new Set([' ', '\u200c', '\u200d', '\u3000'])

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** One word of a POSIX shell in single quotes. The text holds no NUL: no process argument can. */
export function bashQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** One word of a POSIX shell, bare where that is safe. */
export function bashWord(text: string): string {
  return PLAIN_WORD.test(text) ? text : bashQuote(text)
}

/** A JavaScript string literal in double quotes. */
export function javascriptString(text: string): string {
  return doubleQuoted(text, (point) =>
    point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${hex(point, 4)}`,
  )
}

/** A Python 3 string literal in double quotes. */
export function pythonString(text: string): string {
  return doubleQuoted(text, (point) => {
    if (point > 0xffff) return `\\U${hex(point, 8)}`
    return point > 0xff ? `\\u${hex(point, 4)}` : `\\x${hex(point, 2)}`
  })
}

function doubleQuoted(text: string, escape: (point: number) => string): string {
  const body = text
    .replaceAll(/[\\"]/g, '\\$&')
    .replaceAll(UNSEEN, (letter) =>
      KEPT.has(letter) ? letter : (SHORT_ESCAPES[letter] ?? escape(letter.codePointAt(0) ?? 0)),
    )
  return `"${body}"`
}

function hex(point: number, digits: number): string {
  return point.toString(16).padStart(digits, '0')
}
