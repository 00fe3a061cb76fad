import type { FormBody } from '@/core/form'
import { jsonTextWithSlots } from '@/core/slots'
import type { MediaFile } from '@/core/media'
import type { FileSlot, PreparedRequest, RequestBody, WireRequest } from '@/core/request'
import { headersOf } from './request'
import { note, type Attachment, type SnippetFile, type SnippetNote } from './types'

/**
 * UTF-8 bytes of text that code may carry in itself. Linux takes at most 128 KiB in one argument, and nobody reads
 * more than this.
 */
const INLINE_BYTES = 100_000

export const JSON_NAME = 'request.json'

/**
 * A body as the snippets write it: in the code itself, from files beside it, or, when its text is too long, from a
 * file that the page offers.
 */
export type BodySource =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly parts: readonly (string | FileSlot)[] }
  | { readonly kind: 'bytes'; readonly file: MediaFile }
  /** A form that the program parts by a boundary of its own. */
  | FormBody
  | { readonly kind: 'saved'; readonly attachment: Attachment }

/** How a language writes forms. Few pages have one, so these writers are loaded when there is one. */
export interface FormWriter {
  /** As the program is told it, or as a file. */
  readonly source: (wire: Pick<WireRequest, 'headers'>, body: FormBody) => BodySource
  readonly lines: (body: FormBody, names: FileNames) => string[]
}

/** Throws RangeError for a slot that leads nowhere. */
export function bodySource(
  wire: Pick<WireRequest, 'body' | 'headers'>,
  forms?: FormWriter,
): BodySource {
  const { body } = wire
  if (body.kind === 'form') return forms?.source(wire, body) ?? { kind: 'none' }
  if (body.kind !== 'json') return body
  const parts = jsonTextWithSlots(body)
  return isLong(parts)
    ? { kind: 'saved', attachment: { name: JSON_NAME, parts } }
    : { kind: 'text', parts }
}

/** More text than code may carry in itself. */
export function isLong(parts: readonly (string | FileSlot)[]): boolean {
  const encoder = new TextEncoder()
  const bytes = parts.reduce(
    (sum, part) => sum + (typeof part === 'string' ? encoder.encode(part).length : 0),
    0,
  )
  return bytes > INLINE_BYTES
}

/** The headers, without the media type of a form whose boundary the program chooses. */
export function headersBeside(wire: WireRequest, body: BodySource): [string, string][] {
  const headers = headersOf(wire)
  return body.kind === 'form'
    ? headers.filter(([name]) => name.toLowerCase() !== 'content-type')
    : headers
}

/** The files that the code itself reads: none where the body is a file already. */
export function filesBeside(wire: WireRequest, body: BodySource): MediaFile[] {
  return body.kind === 'saved' ? [] : filesOf(wire.body)
}

/** What to put beside the code, in words. */
export function fileNotes(names: FileNames, body: BodySource): SnippetNote[] {
  const saved = body.kind === 'saved' ? [note('save-body', { name: body.attachment.name })] : []
  return [...[...names.values()].map((name) => note('save-file', { name })), ...saved]
}

/** What to put beside the code. */
export function beside(
  names: FileNames,
  body: BodySource,
): { readonly files: SnippetFile[]; readonly attachments: Attachment[] } {
  return {
    files: snippetFiles(names),
    attachments: body.kind === 'saved' ? [body.attachment] : [],
  }
}

/** The names under which the snippets look for input files, one for each file. */
export type FileNames = ReadonlyMap<Blob, string>

/** A name of its own for each file: what no folder can hold is replaced, what is taken gets a number. */
export function fileNames(files: readonly MediaFile[]): FileNames {
  const names = new Map<Blob, string>()
  for (const { blob, name } of files) {
    if (names.has(blob)) continue
    const taken = new Set(names.values())
    let free = cleanName(name)
    for (let number = 2; taken.has(free); number++) free = numbered(cleanName(name), number)
    names.set(blob, free)
  }
  return names
}

/** A relative path that no program takes for an option or for standard input. */
export function safePath(name: string): string {
  return name.startsWith('-') ? `./${name}` : name
}

export function saveFileNotes(names: FileNames): SnippetNote[] {
  return [...names.values()].map((name) => note('save-file', { name }))
}

export function snippetFiles(names: FileNames): SnippetFile[] {
  return [...names].map(([blob, name]) => ({ name, blob }))
}

/** The files that a body reads. */
export function filesOf(body: RequestBody): MediaFile[] {
  if (body.kind === 'bytes') return [body.file]
  if (body.kind === 'form') return body.parts.flatMap((part) => ('file' in part ? [part.file] : []))
  return body.kind === 'json' ? body.files.map(({ file }) => file) : []
}

/** Where a reply that is a picture or a sound is written. */
export function outputName(request: PreparedRequest): string | undefined {
  if (!request.replyMedia) return undefined
  return request.replyMedia === 'image' ? 'output.png' : 'output.wav'
}

function cleanName(name: string): string {
  const clean = name.replaceAll(/[/\0\p{Cs}]/gu, '_')
  return ['', '.', '..'].includes(clean) ? 'file' : clean
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)}-${number}${name.slice(dot)}` : `${name}-${number}`
}
