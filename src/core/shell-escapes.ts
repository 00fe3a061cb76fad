const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

const NUMBER = /\\(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3}))/y

/** Bytes that `\xHH` or an octal number names stand here until `utf8Escapes` makes letters of them. */
const BYTE_BASE = 0x10ff00

/** What an escape of `$'...'` at `at` means, and how many characters it takes. */
export function ansiEscape(source: string, at: number): { value: string; length: number } {
  NUMBER.lastIndex = at
  const number = NUMBER.exec(source)
  if (number) return { value: numbered(number), length: number[0].length }
  const next = source[at + 1] ?? ''
  const control = next === 'c' ? source[at + 2] : undefined
  if (control) return { value: String.fromCharCode(control.charCodeAt(0) & 31), length: 3 }
  const value = SIMPLE[next] ?? (/['"\\?]/.test(next) ? next : `\\${next}`)
  return { value, length: 1 + next.length }
}

function numbered([, hex, short, long, octal]: RegExpExecArray): string {
  const byte = hex === undefined ? undefined : parseInt(hex, 16)
  const code = byte ?? (octal === undefined ? undefined : parseInt(octal, 8) & 255)
  if (code !== undefined) return code < 128 ? String.fromCharCode(code) : stand(code)
  const point = parseInt(short ?? long ?? '0', 16)
  // Half a pair is kept: the other half follows where a browser wrote it.
  return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point)
}

const stand = (byte: number) => String.fromCodePoint(BYTE_BASE + byte - 128)

/** The text with runs of bytes read as UTF-8. */
export function utf8Escapes(text: string): string {
  return text.replaceAll(/[\u{10ff00}-\u{10ff7f}]+/gu, (run) =>
    new TextDecoder().decode(
      Uint8Array.from(Array.from(run), (letter) => (letter.codePointAt(0) ?? 0) - BYTE_BASE + 128),
    ),
  )
}
