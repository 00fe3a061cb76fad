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
}

export function mediaFile(blob: Blob, name: string, type = blob.type): MediaFile {
  return { name, type: type || 'application/octet-stream', size: blob.size, blob }
}

export function isMediaFile(value: unknown): value is MediaFile {
  return isObject(value) && value.blob instanceof Blob
}
