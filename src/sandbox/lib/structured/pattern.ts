import { SandboxError } from '@/core/sandbox'
import type { Random } from '../random'

/** A part of a regular expression that can write a text which it matches. */
type Part = (random: Random) => string

const LONGEST = 2_000
const DEEPEST = 50
/** How often `*` and `+` repeat at most. */
const OFTEN = 4

const digits = '0123456789'
const letters = 'abcdefghijklmnopqrstuvwxyz'
const plain = `${letters}${letters.toUpperCase()}${digits} .,-`
const classes: Readonly<Record<string, string>> = {
  d: digits,
  w: `${letters}${digits}_`,
  s: ' ',
  D: letters,
  W: '-+. ',
  S: `${letters}${digits}`,
}
const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }

/**
 * A text that a regular expression matches as a whole, drawn at random. Nothing is ever matched, so that no expression
 * can take long. Throws SandboxError for lookarounds, back references and Unicode classes.
 */
export function textOfPattern(pattern: string, random: Random): string {
  const text = new PatternReader(pattern).whole()(random)
  if (text.length > LONGEST) throw refusal('it asks for a text that is too long')
  return text
}

function refusal(why: string): SandboxError {
  return new SandboxError(`Grammar error: the sandbox can't follow this regular expression: ${why}`)
}

class PatternReader {
  private at = 0
  private depth = 0
  private readonly letters: readonly string[]

  constructor(pattern: string) {
    this.letters = [...pattern]
  }

  whole(): Part {
    const part = this.alternatives()
    if (this.at < this.letters.length) throw refusal(`\`)\` at ${this.at}`)
    return part
  }

  private alternatives(): Part {
    if (++this.depth > DEEPEST) throw refusal('it is nested too deep')
    const options = [this.sequence()]
    while (this.take('|')) options.push(this.sequence())
    this.depth--
    return (random) => options[Math.floor(random() * options.length)]?.(random) ?? ''
  }

  private sequence(): Part {
    const parts: Part[] = []
    for (let next = this.next(); next !== undefined && next !== '|' && next !== ')';) {
      parts.push(this.repeated(this.atom()))
      next = this.next()
    }
    return (random) => parts.map((part) => part(random)).join('')
  }

  private atom(): Part {
    const letter = this.letters[this.at++] ?? ''
    switch (letter) {
      case '^':
      case '$':
        return () => ''
      case '.':
        return draw([...plain])
      case '(':
        return this.group()
      case '[':
        return draw(this.set())
      case '\\':
        return draw(this.escaped())
      case '*':
      case '+':
      case '?':
        throw refusal(`nothing to repeat at ${this.at - 1}`)
      default:
        return () => letter
    }
  }

  private group(): Part {
    if (this.take('?')) {
      const named = this.take('<') && this.next() !== '=' && this.next() !== '!'
      if (named) while (this.next() !== undefined && !this.take('>')) this.at++
      else if (!this.take(':')) throw refusal('it looks ahead or behind')
    }
    const inner = this.alternatives()
    if (!this.take(')')) throw refusal('a bracket is not closed')
    return inner
  }

  private repeated(part: Part): Part {
    const [least, most] = this.bounds()
    this.take('?')
    if (least === 1 && most === 1) return part
    if (least > LONGEST) throw refusal('it asks for a text that is too long')
    return (random) => {
      const count = least + Math.floor(random() * (Math.min(most, least + OFTEN) - least + 1))
      let text = ''
      for (let done = 0; done < count && text.length <= LONGEST; done++) {
        const piece = part(random)
        // What may be nothing may be nothing the rest of the times as well.
        if (piece === '') break
        text += piece
      }
      return text
    }
  }

  private bounds(): readonly [least: number, most: number] {
    if (this.take('*')) return [0, OFTEN]
    if (this.take('+')) return [1, OFTEN]
    if (this.take('?')) return [0, 1]
    const told = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.letters.slice(this.at, this.at + 20).join(''))
    if (!told) return [1, 1]
    this.at += told[0].length
    const least = Number(told[1])
    if (told[2] === undefined) return [least, least]
    return [least, told[3] ? Math.max(least, Number(told[3])) : least + OFTEN]
  }

  /** The letters that a class in square brackets allows. */
  private set(): readonly string[] {
    const negated = this.take('^')
    const allowed: string[] = []
    for (let first = true; first || this.next() !== ']'; first = false) {
      if (this.next() === undefined) throw refusal('a class is not closed')
      allowed.push(...this.range())
    }
    this.at++
    if (!negated) return allowed
    const left = [...plain].filter((letter) => !allowed.includes(letter))
    return left.length > 0 ? left : ['~']
  }

  private range(): readonly string[] {
    const letter = this.letters[this.at++] ?? ''
    const from = letter === '\\' ? this.escaped() : [letter]
    const isRange = this.next() === '-' && (this.letters[this.at + 1] ?? ']') !== ']'
    if (!isRange || from.length !== 1) return from
    this.at++
    const last = this.letters[this.at++] ?? ''
    const to = last === '\\' ? this.escaped() : [last]
    const [low, high] = [from[0]?.codePointAt(0) ?? 0, to[0]?.codePointAt(0) ?? 0]
    const count = Math.max(1, Math.min(high - low + 1, 256))
    return Array.from({ length: count }, (_, index) => String.fromCodePoint(low + index))
  }

  private escaped(): readonly string[] {
    const letter = this.letters[this.at++]
    if (letter === undefined) throw refusal('it ends with a backslash')
    if (letter === 'b' || letter === 'B') return ['']
    if (/[1-9kpP]/.test(letter)) throw refusal(`\`\\${letter}\``)
    const hex = letter === 'u' ? 4 : letter === 'x' ? 2 : 0
    if (hex > 0) {
      const code = Number.parseInt(this.letters.slice(this.at, this.at + hex).join(''), 16)
      this.at += hex
      return [Number.isNaN(code) ? letter : String.fromCodePoint(code)]
    }
    const members = classes[letter]
    return members === undefined ? [controls[letter] ?? letter] : [...members]
  }

  private next(): string | undefined {
    return this.letters[this.at]
  }

  private take(letter: string): boolean {
    if (this.next() !== letter) return false
    this.at++
    return true
  }
}

function draw(options: readonly string[]): Part {
  return (random) => options[Math.floor(random() * options.length)] ?? ''
}
