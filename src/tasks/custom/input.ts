import type { MediaFile } from '@/core/media'
import type { FormField } from './form'
import type { Header } from './headers'

export interface Input {
  readonly mode: 'json' | 'bytes' | 'form'
  /** As typed, also while it is no JSON yet. */
  readonly json: string
  readonly file: MediaFile | null
  /** For bytes; `''` for the file's own. */
  readonly mediaType: string
  /** Behind an endpoint's URL, such as `/rerank`; `''` for the URL as it is. */
  readonly path: string
  /** One of `methods`. */
  readonly method: string
  readonly headers: readonly Header[]
  /** The fields of a multipart form. */
  readonly form?: readonly FormField[]
}
