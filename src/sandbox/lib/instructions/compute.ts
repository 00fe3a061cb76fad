import { calculate } from '../talk/arithmetic'

const NUMBERS = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  ...['nineteen', 'twenty'],
]

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\bplus\b|加/gi, '+'],
  [/\bminus\b|减/gi, '-'],
  [/\btimes\b|\bmultiplied by\b|×|乘以?/gi, '*'],
  [/\bdivided by\b|÷|除以/gi, '/'],
]

/** The result of `one plus two equals` or `What is 3 * 4?`: in words where it was asked in words. */
export function compute(text: string): string | undefined {
  const asked = text
    .replace(/^(?:what is|what's|how much is|calculate|compute|计算)\s*[:：]?/i, '')
    .replace(/(?:\s*(?:equals|is|=|等于(?:多少|几)?))?\s*[?？.]*\s*$/i, '')
  const signed = SIGNS.reduce((done, [word, sign]) => done.replace(word, sign), asked)
  const digits = signed.replace(/[a-z]+/gi, (word) => {
    const number = NUMBERS.indexOf(word.toLowerCase())
    return number < 0 ? word : `${number}`
  })
  if (!/\d\s*[-+*/^%]/.test(digits)) return undefined
  const result = calculate(digits)
  if (result === undefined) return undefined
  return digits === signed ? `${result}` : (NUMBERS[result] ?? `${result}`)
}
