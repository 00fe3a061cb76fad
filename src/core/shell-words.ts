import { ansiEscape, utf8Escapes } from './shell-escapes'

/** A piece of a word. Nothing is expanded: a variable keeps its name, a command substitution its text. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'command'; readonly text: string }

export interface ShellWord {
  readonly kind: 'word'
  readonly parts: readonly WordPart[]
  /** Some of it stands in quotes or is escaped: `'{'` is a text where `{` opens a group. */
  readonly quoted: boolean
  /** Offsets in the source. */
  readonly start: number
  readonly end: number
}

/** `|`, `;`, `&&`, `<`, `>` and so on; a line's end is `;`. A here-document's text stands with its `<<`. */
export interface ShellOperator {
  readonly kind: 'operator'
  readonly text: string
  readonly document?: readonly WordPart[]
}

export type ShellToken = ShellWord | ShellOperator

export interface ShellReading {
  readonly tokens: readonly ShellToken[]
  /** A quote was opened and never closed. */
  readonly open: boolean
}

/** A word's text; a variable as `$NAME`. */
export function wordText(parts: readonly WordPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      return part.kind === 'variable' ? `$${part.name}` : `$(${part.text})`
    })
    .join('')
}

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/y
const OPERATOR = /\|\||&&|\|&|;;|<<<|<<-?|[<>]&|>>|&>|[|&;<>()]/y
const PLAIN = /[^\s'"\\$`|&;<>()]+/y

/** Reads a command as bash would split it, without running or expanding anything. Never throws. */
export function shellWords(source: string): ShellReading {
  const reader = new Reader(source)
  reader.all()
  return { tokens: reader.tokens, open: reader.open }
}

class Reader {
  readonly tokens: ShellToken[] = []
  open = false
  private at = 0
  private parts: WordPart[] = []
  private quoted = false
  private start = -1
  private readonly documents: { index: number; dash: boolean }[] = []

  constructor(private readonly source: string) {}

  all(): void {
    while (this.at < this.source.length) this.step()
    this.endWord()
  }

  private step(): void {
    const letter = this.source[this.at] ?? ''
    if (letter === '\n') return this.endLine()
    if (/\s/.test(letter)) return this.skipSpace()
    if (letter === '#' && this.start < 0) return this.skipComment()
    const operator = this.match(OPERATOR)
    if (operator) return this.operator(operator[0])
    this.piece(letter)
  }

  /** One piece of a word, from here. */
  private piece(letter: string): void {
    if (this.start < 0) this.start = this.at
    if (letter === "'") return this.single()
    if (letter === '"') return this.double()
    if (letter === '\\') return this.backslash()
    if (letter === '`') return this.backticks()
    if (letter === '$') return this.dollar(false)
    const plain = this.match(PLAIN)
    this.add(plain ? plain[0] : letter)
    this.at += plain ? plain[0].length : 1
  }

  private single(): void {
    this.quoted = true
    this.add(this.until("'", this.at + 1))
  }

  private backslash(): void {
    const next = this.source[this.at + 1]
    const width = this.lineBreak(this.at + 1)
    if (width > 0) {
      // A line that goes on is no part of a word, and begins none.
      if (this.start === this.at && this.parts.length === 0) this.start = -1
      this.at += 1 + width
      return
    }
    this.quoted = true
    this.add(next ?? '\\')
    this.at += 2
  }

  private double(): void {
    this.quoted = true
    this.add('')
    this.at++
    while (this.at < this.source.length) {
      const letter = this.source[this.at] ?? ''
      if (letter === '"') {
        this.at++
        return
      }
      if (letter === '\\') this.escapeInDouble()
      else if (letter === '$') this.dollar(true)
      else if (letter === '`') this.backticks()
      else {
        const plain = this.match(/[^"\\$`]+/y)?.[0] ?? letter
        this.add(plain)
        this.at += plain.length
      }
    }
    this.open = true
  }

  private escapeInDouble(): void {
    const next = this.source[this.at + 1] ?? ''
    const width = this.lineBreak(this.at + 1)
    if (width > 0) this.at += 1 + width
    else {
      this.add('"\\$`'.includes(next) && next !== '' ? next : `\\${next}`)
      this.at += 2
    }
  }

  private dollar(inQuotes: boolean): void {
    const next = this.source[this.at + 1]
    if (next === "'" && !inQuotes) return this.ansi()
    if (next === '"' && !inQuotes) {
      this.at++
      return this.double()
    }
    if (next === '(') return this.substitution()
    const variable = this.match(VARIABLE)
    if (variable) {
      this.parts.push({ kind: 'variable', name: variable[1] ?? variable[2] ?? '' })
      this.at += variable[0].length
      return
    }
    this.add('$')
    this.at++
  }

  /** `$'...'` with its escapes. */
  private ansi(): void {
    this.quoted = true
    let text = ''
    this.at += 2
    while (this.at < this.source.length && this.source[this.at] !== "'") {
      if (this.source[this.at] === '\\') {
        const { value, length } = ansiEscape(this.source, this.at)
        text += value
        this.at += length
      } else text += this.source[this.at++] ?? ''
    }
    if (this.at >= this.source.length) this.open = true
    this.at++
    this.add(utf8Escapes(text))
  }

  private backticks(): void {
    this.parts.push({ kind: 'command', text: this.until('`', this.at + 1) })
  }

  /** `$(...)`: up to its closing bracket, brackets in quotes aside. */
  private substitution(): void {
    const from = this.at + 2
    let depth = 1
    let quote = ''
    let to = from
    for (; to < this.source.length && depth > 0; to++) {
      const letter = this.source[to] ?? ''
      if (quote !== '') quote = letter === quote ? '' : quote
      else if (letter === "'" || letter === '"') quote = letter
      else if (letter === '(') depth++
      else if (letter === ')') depth--
    }
    if (depth > 0) this.open = true
    this.parts.push({ kind: 'command', text: this.source.slice(from, depth > 0 ? to : to - 1) })
    this.at = to
  }

  private operator(text: string): void {
    this.endWord()
    this.at += text.length
    this.tokens.push({ kind: 'operator', text })
    if (text === '<<' || text === '<<-')
      this.documents.push({ index: this.tokens.length - 1, dash: text === '<<-' })
  }

  private endLine(): void {
    this.endWord()
    this.at++
    const waiting = this.documents.splice(0)
    for (const { index, dash } of waiting) this.document(index, dash)
    this.tokens.push({ kind: 'operator', text: ';' })
  }

  /** The lines of a here-document, up to the one that is its word. */
  private document(index: number, dash: boolean): void {
    const word = this.tokens[index + 1]
    if (word?.kind !== 'word') return
    const end = wordText(word.parts)
    const lines: string[] = []
    for (;;) {
      if (this.at >= this.source.length) {
        this.open = true
        break
      }
      const line = this.until('\n', this.at, false).replace(/\r$/, '')
      const text = dash ? line.replace(/^\t+/, '') : line
      if (text === end) break
      lines.push(`${text}\n`)
    }
    const text = lines.join('')
    const document = word.quoted ? [{ kind: 'text' as const, text }] : documentParts(text)
    this.tokens[index] = { kind: 'operator', text: '<<', document }
  }

  private endWord(): void {
    if (this.start < 0) return
    const { parts, quoted, start, at } = this
    this.tokens.push({ kind: 'word', parts, quoted, start, end: Math.min(at, this.source.length) })
    this.parts = []
    this.quoted = false
    this.start = -1
  }

  private skipSpace(): void {
    this.endWord()
    this.at++
  }

  private skipComment(): void {
    while (this.at < this.source.length && this.source[this.at] !== '\n') this.at++
  }

  private add(text: string): void {
    const last = this.parts.at(-1)
    if (last?.kind === 'text')
      this.parts[this.parts.length - 1] = { kind: 'text', text: last.text + text }
    else this.parts.push({ kind: 'text', text })
  }

  /** The text from `from` to the next `mark`, and goes behind it. */
  private until(mark: string, from: number, closes = true): string {
    const found = this.source.indexOf(mark, from)
    const to = found < 0 ? this.source.length : found
    if (found < 0 && closes) this.open = true
    this.at = to + 1
    return this.source.slice(from, to)
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    return pattern.exec(this.source)
  }

  private lineBreak(at: number): number {
    if (this.source[at] === '\n') return 1
    return this.source[at] === '\r' && this.source[at + 1] === '\n' ? 2 : 0
  }
}

/** The text of a here-document whose word is bare: variables count, quotes do not. */
function documentParts(text: string): readonly WordPart[] {
  const [word] = shellWords(`"${text.replaceAll('"', '\\"')}"`).tokens
  return word?.kind === 'word' ? word.parts : [{ kind: 'text', text }]
}
