import { isObject } from './json'

/** A file as a person gave it: picture, sound or other bytes, with the name and media type it came with. */
export interface MediaFile {
  readonly name: string
  /** Media type as sniffed or given, for example `image/png`; `application/octet-stream` when unknown. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  readonly blob: Blob
  /** Where it can be had again: one of our samples, or an address. */
  readonly source?: { readonly sample: string } | { readonly url: string }
  /** It was made smaller before it is sent. */
  readonly scaled?: ScaledFrom
}

/** How a picture was made smaller before it is sent. */
export interface ScaledFrom {
  /** Pixels of the longer side that were asked for. */
  readonly longest: number
  /** The original's facts: its size in pixels, upright, and in bytes. */
  readonly name: string
  readonly width: number
  readonly height: number
  readonly size: number
  /** Kept with the draft, so that it can be had back; not in the history. */
  readonly original?: MediaFile
}

export function mediaFile(blob: Blob, name: string, type = blob.type): MediaFile {
  return { name, type: type || 'application/octet-stream', size: blob.size, blob }
}

export function isMediaFile(value: unknown): value is MediaFile {
  return isObject(value) && value.blob instanceof Blob
}
