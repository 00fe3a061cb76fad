import { isString } from '@/core/json'
import type { Random } from '../random'
import { take, type Clues } from './clues'
import { textOfPattern } from './pattern'

type Schema = Readonly<Record<string, unknown>>
type Finder = (clues: Clues) => string | undefined

const zones: readonly (readonly [RegExp, string])[] = [
  [/\b(?:paris|france)\b|巴黎/i, 'Europe/Paris'],
  [/\b(?:london|uk|england)\b|伦敦/i, 'Europe/London'],
  [/\b(?:berlin|germany)\b|柏林/i, 'Europe/Berlin'],
  [/\b(?:rome|italy)\b|罗马/i, 'Europe/Rome'],
  [/\b(?:madrid|spain)\b|马德里/i, 'Europe/Madrid'],
  [/\b(?:moscow|russia)\b|莫斯科/i, 'Europe/Moscow'],
  [/\bnew york\b|纽约/i, 'America/New_York'],
  [/\b(?:los angeles|san francisco|california)\b|洛杉矶|旧金山/i, 'America/Los_Angeles'],
  [/\b(?:tokyo|japan)\b|东京|日本/i, 'Asia/Tokyo'],
  [/\b(?:beijing|shanghai|china)\b|北京|上海|中国/i, 'Asia/Shanghai'],
  [/\b(?:hong kong)\b|香港/i, 'Asia/Hong_Kong'],
  [/\bsingapore\b|新加坡/i, 'Asia/Singapore'],
  [/\b(?:delhi|mumbai|india)\b|印度/i, 'Asia/Kolkata'],
  [/\bsydney\b|悉尼/i, 'Australia/Sydney'],
  [/\bcairo\b|开罗/i, 'Africa/Cairo'],
  [/\butc\b|\bgmt\b/i, 'UTC'],
]

const word = (pattern: RegExp): Finder => {
  return ({ text }) => pattern.exec(text)?.[0].toLowerCase()
}
const after =
  (preposition: string): Finder =>
  ({ text }) =>
    new RegExp(`\\b${preposition}\\s+(\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)*)`, 'u').exec(
      text,
    )?.[1]

/** What a field wants, by its name or its description, and the clue that fits; the first that says something counts. */
const wishes: readonly (readonly [RegExp, Finder])[] = [
  [/express|formula|equation|calculation/, ({ expression }) => expression],
  [/time_?\s?zone|\btz\b/, ({ text }) => zones.find(([name]) => name.test(text))?.[1]],
  [/e-?mail/, (clues) => take(clues, 'email', clues.emails)],
  [/\bur[il]\b|link|website/, (clues) => take(clues, 'url', clues.urls)],
  [/origin|departure|\bfrom\b/, after('from')],
  [/destination|arrival|\bto\b/, after('to')],
  [/city|location|place|country|where|address|region/, (clues) => place(clues)],
  [/colou?r/, word(/\b(?:red|green|blue|yellow|orange|purple|black|white|grey|brown|pink)\b/i)],
  [
    /language|lang\b/,
    word(/\b(?:english|french|german|spanish|italian|chinese|japanese|russian)\b/i),
  ],
  [/\bdate\b|\bday\b|birth/, (clues) => take(clues, 'date', clues.dates)],
  [/name|person|author|user|recipient|\bwho\b/, (clues) => person(clues)],
  [/answer|reply|response|explanation|reason/, ({ said }) => said || undefined],
  [
    /query|question|search|text|message|prompt|topic|keyword|content|title|subject|sentence|input|summary|term/,
    (clues) => take(clues, 'quoted', clues.quoted) ?? (clues.topic || undefined),
  ],
]

const place = (clues: Clues) => take(clues, 'place', clues.places) ?? clues.facts.get('home')
const person = (clues: Clues) => take(clues, 'person', clues.people) ?? clues.facts.get('name')

/** What the text says for a field of this name; undefined for nothing. */
export function foundText(name: string, schema: Schema, clues: Clues): string | undefined {
  const own = name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()
  const labelled = behindLabel(own, clues.text)
  if (labelled !== undefined) return labelled
  const told = isString(schema.description) ? schema.description.toLowerCase() : ''
  for (const words of [own.replaceAll('_', ' '), own, told]) {
    for (const [pattern, find] of wishes) {
      const found = pattern.test(words) ? find(clues) : undefined
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** What stands behind the field's name, or the first word of it, and a colon: `Title: ...`. */
function behindLabel(name: string, text: string): string | undefined {
  const [first = ''] = name.split(/[_ ]/)
  const labels = [name.replaceAll('_', ' '), first].filter((label) =>
    /^[\p{L} ]{2,40}$/u.test(label),
  )
  for (const label of labels) {
    const found = new RegExp(`(?:^|[\\n.;])\\s*${label}\\s*[:：]\\s*([^\\n]{1,400})`, 'iu').exec(
      text,
    )?.[1]
    if (found !== undefined) return found.trim()
  }
  return undefined
}

/** Of a format, in case the text gives none. */
export function formatText(format: unknown, random: Random, now = new Date()): string | undefined {
  const hex = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')
  switch (format) {
    case 'date':
      return now.toISOString().slice(0, 10)
    case 'date-time':
      return now.toISOString()
    case 'time':
      return now.toISOString().slice(11, 19) + 'Z'
    case 'email':
      return 'sandbox@example.com'
    case 'uri':
    case 'url':
      return 'https://example.com/'
    case 'hostname':
      return 'example.com'
    case 'ipv4':
      return '192.0.2.1'
    case 'ipv6':
      return '2001:db8::1'
    case 'uuid':
      return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
    default:
      return undefined
  }
}

const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT/,
  time: /^\d\d:\d\d/,
  email: /^\S+@\S+$/,
  uri: /^https?:/,
  url: /^https?:/,
}

/** Made to fit the schema's pattern, format and length. */
export function fittingText(text: string, schema: Schema, random: Random): string {
  const { format, pattern, minLength, maxLength } = schema
  if (isString(pattern)) return textOfPattern(pattern, random)
  const made = formatText(format, random)
  if (made !== undefined && !(isString(format) && formats[format]?.test(text))) return made
  const long = typeof minLength === 'number' ? Math.min(minLength, 2_000) : 0
  const padded = [...text].length < long ? `${text}${'…'.repeat(long - [...text].length)}` : text
  return typeof maxLength === 'number' ? [...padded].slice(0, maxLength).join('') : padded
}
