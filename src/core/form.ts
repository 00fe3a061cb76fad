import type { MediaFile } from './media'
import type { FormPart, RequestBody } from './request'

export type FormBody = Extract<RequestBody, { readonly kind: 'form' }>

/** Parts one form from the next. Nobody who makes a file can know it, and so put fields of their own into a form. */
const BOUNDARY = `----Taskscope${crypto.randomUUID().replaceAll('-', '')}`

/**
 * A form as browsers send it (HTML, "multipart/form-data encoding algorithm"): line breaks of names and texts are CRLF.
 */
export function formBody(parts: readonly FormPart[]): FormBody {
  const clean = parts.map((part) =>
    'file' in part
      ? { ...part, name: withBreaks(part.name) }
      : { name: withBreaks(part.name), value: withBreaks(part.value) },
  )
  const texts = clean.flatMap((part) => ('file' in part ? [part.name] : [part.name, part.value]))
  let boundary = BOUNDARY
  while (texts.some((text) => text.includes(boundary))) boundary += 'x'
  return { kind: 'form', parts: clean, boundary }
}

/** The media type of a form. */
export function formType({ boundary }: FormBody): string {
  return `multipart/form-data; boundary=${boundary}`
}

/** A form cut where a file's bytes go: joined, with each file's bytes in its place, it is the body byte for byte. */
export function formPieces({ parts, boundary }: FormBody): (string | MediaFile)[] {
  const pieces = parts.flatMap((part): (string | MediaFile)[] => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(part.name)}"`
    if (!('file' in part)) return [`${head}\r\n\r\n${part.value}\r\n`]
    const { name, type } = part.file
    const about = `; filename="${escaped(name)}"\r\nContent-Type: ${type}\r\n\r\n`
    return [head + about, part.file, '\r\n']
  })
  return [...pieces, `--${boundary}--\r\n`]
}

/** The files of a form, in its order. */
export function formFiles({ parts }: FormBody): MediaFile[] {
  return parts.flatMap((part) => ('file' in part ? [part.file] : []))
}

/** Lone halves of letters can't be sent, and are replaced as everywhere on the web. */
function withBreaks(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\r\n').replaceAll(/\p{Cs}/gu, '\ufffd')
}

function escaped(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22')
}
