import { imageDimensions } from '@/core/dimensions'
import { limits } from '@/core/limits'
import { mediaFile, type MediaFile } from '@/core/media'
import { sniffBlob, type Sniffed } from '@/core/sniff'
import { byteLimit, type Wanted } from './byte-limit'
import type { LoadFailure } from './loaders'

export type { Wanted } from './byte-limit'

/** Why a file was not taken. `name` is the refused file's, so that it is not lost silently. */
export type Refusal =
  | {
      readonly kind: 'not-image' | 'not-sound' | 'not-text'
      readonly name: string
      readonly found: Sniffed
    }
  | {
      readonly kind: 'too-heavy'
      readonly name: string
      readonly bytes: number | undefined
      readonly wanted: Wanted
      /** A picture that can be made smaller here. */
      readonly file?: MediaFile
    }
  | {
      readonly kind: 'too-many-pixels'
      readonly name: string
      readonly width: number
      readonly height: number
      /** It can be made smaller here. */
      readonly file?: MediaFile
    }
  | { readonly kind: 'empty'; readonly name: string }
  | {
      readonly kind: 'unloaded'
      readonly name: string
      readonly reason: LoadFailure['reason']
      readonly status: number
    }

export type Checked =
  | { readonly ok: true; readonly file: MediaFile }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Takes or refuses a file by its content, whatever its name says, and without decoding it: the size of a picture comes
 * from its header.
 */
export async function checkMedia(blob: Blob, name: string, wanted: Wanted): Promise<Checked> {
  const found = await sniffBlob(blob)
  if (found.kind === 'empty') return refuse({ kind: 'empty', name })
  if (wanted === 'image' && !isPicture(found)) return refuse({ kind: 'not-image', name, found })
  if (wanted === 'sound' && !isSound(found)) return refuse({ kind: 'not-sound', name, found })
  if (wanted === 'image') return checkPicture(mediaFile(blob, name, found.type))
  if (blob.size > byteLimit(wanted)) {
    return refuse({ kind: 'too-heavy', name, bytes: blob.size, wanted })
  }
  const type = found.kind === 'unknown' ? blob.type : found.type
  return { ok: true, file: mediaFile(blob, name, type) }
}

/** A picture beyond the bounds is handed on with the refusal where a browser can still decode it, to be made smaller. */
async function checkPicture(file: MediaFile): Promise<Checked> {
  const { name, size: bytes } = file
  const size = await imageDimensions(file.blob, file.type)
  const pixels = size ? size.width * size.height : 0
  const decodable = bytes <= limits.scalableBytes && pixels > 0 && pixels <= limits.scalablePixels
  const kept = decodable ? { file } : {}
  if (bytes > limits.imageBytes) {
    return refuse({ kind: 'too-heavy', name, bytes, wanted: 'image', ...kept })
  }
  if (size && pixels > limits.imagePixels) {
    const { width, height } = size
    return refuse({ kind: 'too-many-pixels', name, width, height, ...kept })
  }
  return { ok: true, file }
}

/** A drawing has no pixels that a model could read. */
function isPicture(found: Sniffed): boolean {
  return found.kind === 'image' && found.type !== 'image/svg+xml'
}

/** A film in one of these containers has a sound track, which servers read. */
function isSound(found: Sniffed): boolean {
  return found.kind === 'sound' || ['video/webm', 'video/mp4', 'video/ogg'].includes(found.type)
}

/** The words of a text file in UTF-8 or UTF-16, or why it was not taken. */
export async function readTextFile(
  file: File,
  limit: number = limits.textBytes,
): Promise<string | Refusal> {
  const { name } = file
  const found = await sniffBlob(file)
  if (found.kind === 'empty') return { kind: 'empty', name }
  if (found.kind !== 'text' && found.type !== 'image/svg+xml')
    return { kind: 'not-text', name, found }
  if (file.size > limit) return { kind: 'too-heavy', name, bytes: file.size, wanted: 'text' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const wide = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}

function refuse(refusal: Refusal): Checked {
  return { ok: false, refusal }
}
