import { isObject, type Json } from '../json'
import { shellWords, wordText, type WordPart } from '../shell-words'
import { producer, type FoundCommand, type StdinPart } from './commands'
import { formFields } from './form'
import type { CurlOption } from './options'
import { curlNote, type CurlBody, type CurlNote, type NamedSlot } from './types'

export interface ReadBody {
  readonly body: CurlBody
  /** The data as text, for `-G`. */
  readonly text: string
  readonly notes: readonly CurlNote[]
}

const DATA = ['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']
const FORM = ['form', 'form-string']

/** The body that the options and the standard input give; `type` is the Content-Type, where one was given. */
export function curlBody(
  options: readonly CurlOption[],
  stdin: FoundCommand['stdin'],
  type: string | undefined,
): ReadBody {
  const upload = options.find(({ name }) => name === 'upload-file')
  const data = options.filter(({ name }) => DATA.includes(name))
  const form = options.filter(({ name }) => FORM.includes(name))
  if (form.length > 0 && data.length === 0) {
    const { fields, notes } = formFields(form)
    return { body: { kind: 'form', fields }, text: '', notes }
  }
  if (data.length === 0) {
    if (!upload) return { body: { kind: 'none' }, text: '', notes: [] }
    const name = wordText(upload.parts)
    return fromParts(name === '-' ? (stdin ?? []) : [{ kind: 'file', name, base64: false }], type)
  }
  const notes = stdin === null && data.some(({ parts }) => wordText(parts) === '@-')
  const read = fromParts(joined(data, stdin ?? []), type)
  return notes ? { ...read, notes: [...read.notes, curlNote('stdin')] } : read
}

function joined(data: readonly CurlOption[], stdin: readonly StdinPart[]): StdinPart[] {
  return data.flatMap((option, index) => {
    const parts = dataParts(option, stdin)
    const json = option.name === 'json' && data[index - 1]?.name === 'json'
    return index === 0 || json ? parts : [{ kind: 'text' as const, text: '&' }, ...parts]
  })
}

function dataParts({ name, parts }: CurlOption, stdin: readonly StdinPart[]): readonly StdinPart[] {
  const text = wordText(parts)
  if (name === 'data-urlencode') return [{ kind: 'text', text: urlEncoded(text) }]
  if (name === 'data-raw' || !text.startsWith('@')) return parts
  const file = text.slice(1)
  const read = file === '-' ? stdin : [{ kind: 'file' as const, name: file, base64: false }]
  // curl takes line breaks out of what -d reads.
  return name === 'data' || name === 'data-ascii' ? read.map(withoutBreaks) : read
}

const withoutBreaks = (part: StdinPart): StdinPart =>
  part.kind === 'text' ? { ...part, text: part.text.replaceAll(/[\r\n\0]/g, '') } : part

function urlEncoded(text: string): string {
  const equals = text.indexOf('=')
  const encode = (value: string) => encodeURIComponent(value).replaceAll('%20', '+')
  return equals < 0
    ? encode(text)
    : `${text.slice(0, equals + (equals > 0 ? 1 : 0))}${encode(text.slice(equals + 1))}`
}

/** Text with files in it: JSON with places for base64, a text, or the bytes of one file. */
function fromParts(given: readonly StdinPart[], type: string | undefined): ReadBody {
  const parts = given.map(substituted)
  const [only] = parts
  if (parts.length === 1 && only?.kind === 'file' && !only.base64)
    return { body: { kind: 'file', name: only.name }, text: '', notes: fileNotes(only.name, type) }
  const { text, places } = withPlaces(parts)
  return { body: textBody(text, places, type), text, notes: partNotes(parts) }
}

/** A body that is a text in a file can't be shown; a picture or a sound can be added. */
function fileNotes(name: string, type = ''): CurlNote[] {
  const written = /json|text|xml|urlencoded/i.test(type) || /\.(json|txt|xml)$/i.test(name)
  return written ? [curlNote('body-file', { name })] : []
}

/** `$(base64 FILE)` is a file. */
function substituted(part: StdinPart): StdinPart {
  if (part.kind !== 'command') return part
  const read = producer(shellWords(part.text).tokens)
  const [file] = read ?? []
  return read?.length === 1 && file?.kind === 'file' ? file : part
}

function partNotes(parts: readonly StdinPart[]): CurlNote[] {
  return parts.flatMap((part) => {
    if (part.kind === 'variable') return [curlNote('variable', { name: part.name })]
    if (part.kind === 'command') return [curlNote('substitution', { name: `$(${part.text})` })]
    return part.kind === 'file' && !part.base64 ? [curlNote('body-file', { name: part.name })] : []
  })
}

interface Place {
  readonly mark: string
  readonly name: string
}

/** The text with a mark where a file's base64 stands: a mark that the text has nowhere else. */
function withPlaces(parts: readonly StdinPart[]): { text: string; places: readonly Place[] } {
  const whole = wordText(parts.filter((part): part is WordPart => part.kind !== 'file'))
  let mark = 'file-slot'
  while (whole.includes(mark)) mark += '-'
  const places: Place[] = []
  const text = parts
    .map((part) => {
      if (part.kind !== 'file') return wordText([part])
      places.push({ mark: `${mark}:${places.length};`, name: part.name })
      return places.at(-1)?.mark ?? ''
    })
    .join('')
  return { text, places }
}

function textBody(text: string, places: readonly Place[], type: string | undefined): CurlBody {
  if (text === '') return { kind: 'none' }
  const value = jsonOf(text)
  const asked = type === undefined || /json/i.test(type)
  if (value === undefined || !(asked || isObject(value) || Array.isArray(value)))
    return { kind: 'text', text: withoutMarks(text, places) }
  const files: NamedSlot[] = []
  const clean = placed(value, '', places, files)
  return { kind: 'json', value: clean, text: withoutMarks(text, places), files }
}

const withoutMarks = (text: string, places: readonly Place[]) =>
  places.reduce((left, { mark }) => left.replace(mark, ''), text)

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** The value with "" for each file, whose place goes to `files`. */
function placed(value: Json, pointer: string, places: readonly Place[], files: NamedSlot[]): Json {
  if (places.length === 0) return value
  if (typeof value === 'string') {
    const place = places.find(({ mark }) => value.endsWith(mark))
    if (!place) return value
    files.push({ pointer, name: place.name, prefix: value.slice(0, -place.mark.length) })
    return ''
  }
  if (typeof value !== 'object' || value === null) return value
  const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
  const members = Object.entries(value).map(
    ([key, member]: [string, Json]) =>
      [key, placed(member, `${pointer}/${escaped(key)}`, places, files)] as const,
  )
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members)
}
