import type { FormBody } from '@/core/form'
import type { MediaFile } from '@/core/media'
import { safePath, type FileNames, type FormWriter } from './files'
import { formSource, savedForm } from './form-source'
import { bashWord } from './quote'

/** `-F` and `--form-string` for each part. curl takes a field's name up to the first equals sign. */
export const curlForms: FormWriter = {
  source: (wire, body) =>
    body.parts.some(({ name }) => name.includes('=')) ? savedForm(body) : formSource(wire, body),
  lines: curlForm,
}

function curlForm({ parts }: FormBody, names: FileNames): string[] {
  return parts.map((part) => {
    if ('file' in part) return `-F ${bashWord(`${part.name}=${filePart(part.file, names)}`)}`
    const option = isPlain(part.value) ? '-F' : '--form-string'
    return `${option} ${bashWord(`${part.name}=${part.value}`)}`
  })
}

/** curl reads a file for `@` and `<`, options behind a semicolon, and skips spaces at the start. */
function isPlain(value: string): boolean {
  return /^[^\s@<"=(;][^;]*$/.test(value) && !/\s$/.test(value)
}

function filePart({ blob, name, type }: MediaFile, names: FileNames): string {
  const path = names.get(blob) ?? 'file'
  const named = path === name ? '' : `;filename=${word(name)}`
  return `@${word(safePath(path))}${named};type=${type}`
}

/** A word of curl's own: in double quotes where it holds what parts words. */
function word(text: string): string {
  return /^[^\s,;"\\][^,;"\\]*$/.test(text) && !/\s$/.test(text)
    ? text
    : `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}
