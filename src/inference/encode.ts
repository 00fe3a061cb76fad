import { formPieces, formType } from '@/core/form'
import { fillSlots, jsonTextWithSlots } from '@/core/slots'
import type { MediaFile } from '@/core/media'
import type { FileSlot, RequestBody } from '@/core/request'

export { jsonTextWithSlots }

export interface EncodedBody {
  /** Undefined when the request has no body. */
  readonly body?: Blob | string
  readonly contentType?: string
}

/** Bytes read at a time: a multiple of 3, so that pieces of base64 join without padding between them. */
const CHUNK_BYTES = 3 * 256 * 1024

/**
 * A body as it goes on the wire: JSON text, with each file's base64 in its place, a file's own bytes, or a form.
 * A large file is read piece by piece, and is at no time in memory as one text.
 * Rejects with RangeError for a slot that leads nowhere, and with the browser's error for a file that can't be read.
 */
export async function encodeBody(body: RequestBody): Promise<EncodedBody> {
  switch (body.kind) {
    case 'none':
      return {}
    case 'bytes':
      return { body: typed(body.file), contentType: body.file.type }
    case 'form': {
      const contentType = formType(body)
      return { body: await encodeParts(formPieces(body), contentType), contentType }
    }
    case 'json': {
      const contentType = 'application/json'
      const parts = jsonTextWithSlots(body)
      if (body.files.length === 0) return { body: parts.join(''), contentType }
      return { body: await encodeParts(parts), contentType }
    }
  }
}

/** Texts and files in their order: a slot's file as base64, any other as its bytes. */
export async function encodeParts(
  parts: readonly (string | FileSlot | MediaFile)[],
  type = 'application/json',
): Promise<Blob> {
  const blobs: BlobPart[] = []
  for (const part of parts) {
    if (typeof part === 'string') blobs.push(part)
    else if ('blob' in part) blobs.push(part.blob)
    else blobs.push(...(await base64Parts(part.file.blob)))
  }
  return new Blob(blobs, { type })
}

/** A body for the eye: indented JSON that names each file in its place, or one line about the bytes. */
export function previewText(body: RequestBody): string {
  switch (body.kind) {
    case 'none':
      return ''
    case 'bytes':
      return `<${bytesOf(body.file)} of ${body.file.name}, ${body.file.type}>`
    case 'form':
      return formPieces(body)
        .map((piece) =>
          typeof piece === 'string'
            ? piece.replaceAll('\r\n', '\n')
            : `<${bytesOf(piece)} of ${piece.name}>`,
        )
        .join('')
    case 'json': {
      const shown = fillSlots(
        body.value,
        body.files,
        ({ file, prefix }) => `${prefix}<base64 of ${file.name}, ${bytesOf(file)}>`,
      )
      return JSON.stringify(shown, null, 2)
    }
  }
}

/** A file's base64 as one text, for bodies that a library builds. */
export async function base64Of(blob: Blob): Promise<string> {
  const parts = await base64Parts(blob)
  return new Blob(parts).text()
}

function bytesOf(file: MediaFile): string {
  return `${file.size.toLocaleString('en-US')} bytes`
}

/** The file's bytes under the media type that it goes by, without copying them. */
function typed({ blob, type }: MediaFile): Blob {
  return blob.type === type ? blob : blob.slice(0, blob.size, type)
}

/** Each piece becomes a Blob at once, which leaves the browser free to keep it out of memory. */
async function base64Parts(blob: Blob): Promise<Blob[]> {
  const parts: Blob[] = []
  for (let start = 0; start < blob.size; start += CHUNK_BYTES) {
    const bytes = await blob.slice(start, start + CHUNK_BYTES).arrayBuffer()
    parts.push(new Blob([base64(new Uint8Array(bytes))]))
  }
  return parts
}

function base64(bytes: Uint8Array): string {
  // A call takes a bounded number of arguments.
  const width = 32 * 1024
  let binary = ''
  for (let start = 0; start < bytes.length; start += width)
    binary += String.fromCharCode(...bytes.subarray(start, start + width))
  return btoa(binary)
}
