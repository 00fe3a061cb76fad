import { isNumber, isString, type Json } from '@/core/json'
import type { Random } from '../random'
import { tokenise } from '../tokens'
import type { Clues } from './clues'

type Schema = Readonly<Record<string, unknown>>

interface Source {
  readonly clues: Clues
  readonly random: Random
}

/** The option that the text names; any of them where one is needed. */
export function choice(options: readonly Json[], required: boolean, { clues, random }: Source) {
  const mentioned = options.find((option) => mentions(clues.text, option))
  if (mentioned !== undefined || !required) return mentioned
  return options[Math.floor(random() * options.length)] ?? null
}

/** The text holds the option as a word of its own, `_` as a space. */
export function mentions(whole: string, option: unknown): boolean {
  if (!isString(option) && !isNumber(option)) return false
  const wanted = tokenise(String(option).toLowerCase().replaceAll('_', ' ')).join('').trim()
  if (wanted === '') return false
  const plain = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const edge = /^[\p{L}\d]/u.test(wanted) && !/\p{Script=Han}/u.test(wanted)
  return new RegExp(edge ? `(?<![\\p{L}\\d])${plain}(?:s|es)?(?![\\p{L}\\d])` : plain, 'u').test(
    whole.toLowerCase(),
  )
}

/** The number that the text says for a field, within the schema's bounds; a drawn one where one is needed. */
export function numberOf(
  schema: Schema,
  name: string,
  required: boolean,
  { clues, random }: Source,
) {
  const found = foundNumber(name, clues)
  if (found === undefined && !required) return undefined
  const step = isNumber(schema.multipleOf) && schema.multipleOf > 0 ? schema.multipleOf : undefined
  const unit = step ?? (schema.type === 'integer' ? 1 : 0.01)
  const low =
    lowest(schema.minimum) ??
    (isNumber(schema.exclusiveMinimum) ? schema.exclusiveMinimum + unit : undefined)
  const high =
    lowest(schema.maximum) ??
    (isNumber(schema.exclusiveMaximum) ? schema.exclusiveMaximum - unit : undefined)
  const start = low ?? Math.min(1, high ?? 1)
  const drawn = start + Math.floor(random() * (Math.min(high ?? start + 9, start + 9) - start + 1))
  const value = Math.min(high ?? Infinity, Math.max(low ?? -Infinity, found ?? drawn))
  const whole =
    step === undefined && schema.type !== 'integer' ? value : Math.round(value / unit) * unit
  const within =
    low !== undefined && whole < low
      ? whole + unit
      : high !== undefined && whole > high
        ? whole - unit
        : whole
  return Number(within.toPrecision(12))
}

const lowest = (value: unknown) => (isNumber(value) ? value : undefined)

/** The number beside the field's name, the lesser or greater of two for bounds, or the first that is left. */
function foundNumber(name: string, clues: Clues): number | undefined {
  const values = clues.numbers.map(({ value }) => value)
  const own = name.toLowerCase()
  if (values.length > 1 && /^(?:min|minimum|low|lower|from|start)/.test(own))
    return Math.min(...values)
  if (values.length > 1 && /^(?:max|maximum|high|upper|to|end)/.test(own))
    return Math.max(...values)
  if (/^(?:max|maximum|high|upper)/.test(own) && /\b(?:dice|die)\b|骰子/i.test(clues.text))
    return values[0] ?? 6
  if (/^(?:min|minimum|low|lower)/.test(own))
    return /\b(?:dice|die)\b|骰子/i.test(clues.text) ? 1 : undefined
  const beside = nearest(own.replaceAll('_', ' '), clues)
  if (beside !== undefined) return beside
  const left = clues.numbers.find(({ at }) => !clues.used.has(`number:${at}`))
  if (left) clues.used.add(`number:${left.at}`)
  return left?.value
}

function nearest(name: string, clues: Clues): number | undefined {
  const cue =
    name === 'age' ? /years? old|aged|岁/i : new RegExp(name.replace(/[^\p{L} ]/gu, ''), 'iu')
  const place = name === '' ? -1 : clues.text.search(cue)
  if (place < 0) return undefined
  const byDistance = [...clues.numbers].sort(
    (one, other) => Math.abs(one.at - place) - Math.abs(other.at - place),
  )
  const [found] = byDistance
  if (found) clues.used.add(`number:${found.at}`)
  return found?.value
}

/** True where the text names the field, false where it says no to it. */
export function truth(
  name: string,
  required: boolean,
  { clues, random }: Source,
): boolean | undefined {
  const words = name
    .toLowerCase()
    .replace(/^(?:is|has|can|should|want)_?/, '')
    .split('_')
  const named = words.find((each) => each.length > 2 && clues.text.toLowerCase().includes(each))
  if (named !== undefined) {
    return !new RegExp(
      `\\b(?:no|not|without|n't)\\b[^.]{0,20}${named.replace(/[^\p{L}\d]/gu, '')}`,
      'iu',
    ).test(clues.text)
  }
  return required ? random() < 0.5 : undefined
}
