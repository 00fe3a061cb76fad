/** Why an expression has no value. `at` counts UTF-16 code units from 0. */
export interface ArithmeticFault {
  readonly code: 'unexpected' | 'unfinished' | 'unknown-name' | 'not-finite' | 'too-deep'
  readonly at: number
  /** What stands there. */
  readonly found: string
}

export type Arithmetic = { readonly value: number } | { readonly fault: ArithmeticFault }

const DEEPEST = 100

const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['e', Math.E],
  ['tau', 2 * Math.PI],
])

const functions: ReadonlyMap<string, (...values: number[]) => number> = new Map<
  string,
  (...values: number[]) => number
>([
  ['sqrt', (x = NaN) => Math.sqrt(x)],
  ['cbrt', (x = NaN) => Math.cbrt(x)],
  ['abs', (x = NaN) => Math.abs(x)],
  ['exp', (x = NaN) => Math.exp(x)],
  ['ln', (x = NaN) => Math.log(x)],
  ['log', (x = NaN, base = 10) => (base === 10 ? Math.log10(x) : Math.log(x) / Math.log(base))],
  ['log2', (x = NaN) => Math.log2(x)],
  ['sin', (x = NaN) => Math.sin(x)],
  ['cos', (x = NaN) => Math.cos(x)],
  ['tan', (x = NaN) => Math.tan(x)],
  ['floor', (x = NaN) => Math.floor(x)],
  ['ceil', (x = NaN) => Math.ceil(x)],
  ['round', (x = NaN, digits = 0) => Math.round(x * 10 ** digits) / 10 ** digits],
  ['pow', (x = NaN, y = NaN) => x ** y],
  ['min', (...values) => Math.min(...(values.length > 0 ? values : [NaN]))],
  ['max', (...values) => Math.max(...(values.length > 0 ? values : [NaN]))],
])

interface Token {
  readonly text: string
  readonly at: number
}

class Stop extends Error {
  constructor(readonly fault: ArithmeticFault) {
    super(fault.code)
  }
}

/**
 * The value of an expression with + - * / % ^ and brackets, the usual functions (radians) and constants. `^` and `**`
 * bind tighter than a sign and go from right to left. A reader of its own: nothing that a model writes is ever run.
 * Numbers are doubles; the last of their digits are rounded away, so that 0.1 + 0.2 is 0.3.
 */
export function evaluate(expression: string): Arithmetic {
  try {
    const value = new Evaluator(expression).whole()
    return { value: Number(value.toPrecision(14)) }
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault }
    throw error
  }
}

class Evaluator {
  private readonly tokens: readonly Token[]
  private place = 0
  private depth = 0

  constructor(private readonly expression: string) {
    const plain = expression.replaceAll('×', '*').replaceAll('÷', '/').replaceAll('−', '-')
    const words =
      /\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|\*\*|[\p{L}_][\p{L}\p{N}_]*|\S/giu
    this.tokens = [...plain.matchAll(words)].map((match) => ({ text: match[0], at: match.index }))
  }

  whole(): number {
    const value = this.sum()
    const left = this.tokens[this.place]
    if (left) this.stop('unexpected', left)
    if (!Number.isFinite(value)) this.stop('not-finite', { text: String(value), at: 0 })
    return value
  }

  private sum(): number {
    let value = this.product()
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      const next = this.product()
      value = sign === '+' ? value + next : value - next
    }
    return value
  }

  private product(): number {
    let value = this.signed()
    for (let sign = this.take('*', '/', '%'); sign; sign = this.take('*', '/', '%')) {
      const next = this.signed()
      value = sign === '*' ? value * next : sign === '/' ? value / next : value % next
    }
    return value
  }

  private signed(): number {
    return this.deeper(() => {
      if (this.take('-')) return -this.signed()
      return this.take('+') ? this.signed() : this.power()
    })
  }

  private power(): number {
    const base = this.atom()
    return this.take('^', '**') ? base ** this.signed() : base
  }

  private atom(): number {
    const token = this.tokens[this.place++]
    if (!token) return this.stop('unfinished', { text: '', at: this.expression.length })
    if (/^[\d.]/.test(token.text) && token.text !== '.') return Number(token.text)
    if (token.text === '(') return this.deeper(() => this.closed(() => this.sum()))
    if (!/^[\p{L}_]/u.test(token.text)) return this.stop('unexpected', token)
    return this.named(token)
  }

  private named(token: Token): number {
    const name = token.text.toLowerCase()
    const constant = constants.get(name)
    if (constant !== undefined) return constant
    const call = functions.get(name)
    if (!call) return this.stop('unknown-name', token)
    if (!this.take('(')) return this.stop('unfinished', token)
    const values: number[] = []
    this.closed(() => {
      do values.push(this.sum())
      while (this.take(','))
      return 0
    })
    return call(...values)
  }

  private closed(inner: () => number): number {
    const value = inner()
    if (this.take(')')) return value
    const found = this.tokens[this.place]
    return found
      ? this.stop('unexpected', found)
      : this.stop('unfinished', { text: '', at: this.expression.length })
  }

  private deeper(inner: () => number): number {
    if (++this.depth > DEEPEST) this.stop('too-deep', { text: '', at: 0 })
    const value = inner()
    this.depth--
    return value
  }

  private take(...signs: string[]): string | undefined {
    const text = this.tokens[this.place]?.text
    if (text === undefined || !signs.includes(text)) return undefined
    this.place++
    return text
  }

  private stop(code: ArithmeticFault['code'], { text, at }: Token): never {
    throw new Stop({ code, at, found: text })
  }
}
