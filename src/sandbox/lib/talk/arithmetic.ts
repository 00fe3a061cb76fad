import { round } from '../scores'

/**
 * The value of an arithmetic expression with + - * / % ^ and brackets; undefined for anything else. A parser of its
 * own, so that nothing a person types is ever run.
 */
export function calculate(expression: string): number | undefined {
  const tokens = expression.match(/\d+(?:\.\d+)?|[-+*/%^()]|\S/g) ?? []
  let place = 0
  const take = (...signs: string[]) => {
    const token = tokens[place]
    if (token === undefined || !signs.includes(token)) return undefined
    place++
    return token
  }
  const chain = (signs: readonly string[], next: () => number): number => {
    let value = next()
    for (let sign = take(...signs); sign; sign = take(...signs)) {
      value = operate(sign, value, next())
    }
    return value
  }
  const sum = (): number => chain(['+', '-'], product)
  const product = (): number => chain(['*', '/', '%'], negation)
  const negation = (): number => (take('-') ? -negation() : power())
  const power = (): number => {
    const base = atom()
    return take('^') ? base ** negation() : base
  }
  const atom = (): number => {
    if (take('(')) {
      const inner = sum()
      return take(')') ? inner : NaN
    }
    return Number(tokens[place++] ?? NaN)
  }
  const value = sum()
  return place === tokens.length && Number.isFinite(value) ? round(value, 10) : undefined
}

function operate(sign: string, left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    default:
      return left % right
  }
}

const wordsForSigns: readonly (readonly [RegExp, string])[] = [
  [/\bdivided by\b|÷|除以/gi, '/'],
  [/\bmultiplied by\b|\btimes\b|×|乘以|乘/gi, '*'],
  [/\bplus\b|加上|加/gi, '+'],
  [/\bminus\b|−|减去|减/gi, '-'],
  [/\bto the power of\b|\*\*/gi, '^'],
  [/（/g, '('],
  [/）/g, ')'],
  [/(\d),(?=\d{3}\b)/g, '$1'],
]

/** The longest expression within a sentence, with at least one sign between numbers, and its value. */
export function findArithmetic(text: string): { expression: string; value: number } | undefined {
  const plain = wordsForSigns.reduce((line, [words, sign]) => line.replace(words, sign), text)
  const runs = plain.match(/[-+(]*\d[\d\s.+\-*/%^()]*[\d)]/g) ?? []
  const longestFirst = runs
    .filter((run) => /\d[\s)]*[-+*/%^][\s(-]*\d/.test(run))
    .sort((one, other) => other.length - one.length)
  for (const run of longestFirst) {
    const value = calculate(run)
    if (value !== undefined) return { expression: run.trim().replace(/\s+/g, ' '), value }
  }
  return undefined
}
