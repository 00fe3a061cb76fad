import { wordText } from '../shell-words'
import type { CurlOption } from './options'
import { curlNote, type CurlNote, type FormField } from './types'

export interface ReadForm {
  readonly fields: readonly FormField[]
  readonly notes: readonly CurlNote[]
}

/** `-F` and `--form-string` as curl reads them: a field each, or one for each file of a list. */
export function formFields(options: readonly CurlOption[]): ReadForm {
  const read = options.map(formField)
  return {
    fields: read.flatMap(({ fields }) => fields),
    notes: read.flatMap(({ notes }) => notes),
  }
}

function formField({ name: option, parts }: CurlOption): ReadForm {
  const text = wordText(parts)
  const equals = Math.max(text.indexOf('='), 0)
  const [name, value] = [text.slice(0, equals), text.slice(equals + 1)]
  const unknown = parts.flatMap((part) =>
    part.kind === 'variable' ? [curlNote('variable', { name: part.name })] : [],
  )
  if (option === 'form-string') return { fields: [{ name, value }], notes: unknown }
  const reader = new WordReader(/^[@<]/.test(value) ? value.slice(1) : value)
  if (value.startsWith('@')) return { fields: files(name, reader), notes: unknown }
  const content = reader.word(';')
  const options = reader.options()
  if (value.startsWith('<'))
    return {
      fields: [{ name, value: '' }],
      notes: [...unknown, curlNote('body-file', { name: content })],
    }
  const lost = Object.keys(options).map((key) => curlNote('option-ignored', { name: `;${key}=` }))
  return { fields: [{ name, value: content }], notes: [...unknown, ...lost] }
}

/** `@a.png;type=image/png,b.png` */
function files(name: string, reader: WordReader): FormField[] {
  const fields: FormField[] = []
  do {
    const file = reader.word(',;')
    const { type, filename } = reader.options()
    const sent = filename ?? file
    fields.push(type === undefined ? { name, file: sent } : { name, file: sent, type })
  } while (reader.skip(','))
  return fields
}

/** Words of `-F`: in double quotes, where a backslash stands before a quote or a backslash, or up to a sign. */
class WordReader {
  private at = 0
  constructor(private readonly text: string) {}

  word(ends: string): string {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++
    if (this.text[this.at] === '"') {
      const quoted = /"((?:\\["\\]|[^"])*)"/y
      quoted.lastIndex = this.at
      const found = quoted.exec(this.text)
      if (found) {
        this.at += found[0].length
        return (found[1] ?? '').replaceAll(/\\(["\\])/g, '$1')
      }
    }
    const from = this.at
    while (this.at < this.text.length && !ends.includes(this.text[this.at] ?? '')) this.at++
    return this.text.slice(from, this.at).trimEnd()
  }

  /** `;type=image/png;filename="a b"` */
  options(): Partial<Record<'type' | 'filename' | 'headers' | 'encoder', string>> {
    const found: [string, string][] = []
    while (this.skip(';')) {
      const name = this.word('=;,')
      if (this.skip('=')) found.push([name, this.word(';,')])
    }
    return Object.fromEntries(found)
  }

  skip(sign: string): boolean {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++
    if (this.text[this.at] !== sign) return false
    this.at++
    return true
  }
}
