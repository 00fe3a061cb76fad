import type { ShellReading, ShellToken } from './shell-words'

/**
 * A command for Windows' cmd.exe, as browsers' "Copy as cURL (cmd)" writes it: `^` at the end of a line, or before
 * quotes and every other sign.
 */
export function isCmd(source: string): boolean {
  return /\^\r?\n/.test(source) || /\s\^"/.test(source)
}

/**
 * Splits a command for cmd.exe. Browsers that write `^"` double each backslash, which Windows does not undo: a doubled
 * one is read as what the browser meant. Never throws.
 */
export function cmdWords(source: string): ShellReading {
  const doubled = /\s\^"/.test(source)
  const { text, open } = withoutCarets(source)
  const tokens: ShellToken[] = []
  const pattern = /"((?:\\[\s\S]|""|[^"\\])*)("|$)|[^\s"]+/g
  let end = -1
  for (const found of text.matchAll(pattern)) {
    const [whole, inside] = found
    const value = inside === undefined ? whole : unquoted(inside, doubled)
    const last = tokens.at(-1)
    const part = { kind: 'text', text: value } as const
    // Quoted and bare pieces without a space between are one word.
    if (found.index === end && last?.kind === 'word')
      tokens[tokens.length - 1] = { ...last, parts: [...last.parts, part] }
    else
      tokens.push({ kind: 'word', parts: [part], quoted: inside !== undefined, start: 0, end: 0 })
    end = found.index + whole.length
  }
  return { tokens, open }
}

function unquoted(inside: string, doubled: boolean): string {
  const read = inside.replaceAll('""', '"').replaceAll(/(\\+)"/g, (_, slashes: string) => {
    return '\\'.repeat(Math.floor(slashes.length / 2)) + '"'
  })
  return doubled ? inside.replaceAll(/\\(["\\])/g, '$1') : read
}

/** What cmd.exe hands on: `^x` is x, `^` and a line's end are nothing, and the letter behind that is itself. */
function withoutCarets(source: string): { text: string; open: boolean } {
  let text = ''
  let inQuotes = false
  for (let at = 0; at < source.length; at++) {
    const letter = source[at] ?? ''
    if (letter === '^' && !inQuotes) {
      at++
      const width = /^\r?\n/.exec(source.slice(at, at + 2))?.[0].length ?? 0
      at += width
      if (width > 0 && source[at] === '\r' && source[at + 1] === '\n') at++
      text += source[at] ?? ''
      continue
    }
    // A backslash is nothing to cmd.exe, but all of these browsers' quotes come in pairs.
    if (letter === '"' && source[at - 1] !== '\\') inQuotes = !inQuotes
    text += letter
  }
  return { text, open: inQuotes }
}
