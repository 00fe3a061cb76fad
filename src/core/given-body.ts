import type { Json, JsonObject } from './json'
import type { MediaFile } from './media'
import type { FormPart } from './request'
import type { Filled } from './slots'

/** JSON with files in the places of their base64. */
export type Given = Filled<MediaFile>

/** A body that somebody else's command sends, for a task to read back. */
export interface GivenBody {
  readonly method: string
  /** Without a credential, and without what a browser adds by itself. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The body's media type; `''` for none. */
  readonly type: string
  /** The body as it was written; `''` for a file's bytes and for a JSON with files. */
  readonly text: string
  /** The whole body is a file's bytes. */
  readonly file?: MediaFile
  /** The fields of a multipart form. */
  readonly form?: readonly FormPart[]
  /** The JSON; undefined for any other body. */
  readonly value?: Given
  /** `inputs` of the JSON. */
  readonly inputs?: Given
  /** `parameters` of the JSON. */
  readonly parameters: JsonObject
  /** What else the JSON holds at its root, without `stream`. */
  readonly rest: Readonly<Record<string, Given>>
}

/** What a task makes of a body. */
export interface FilledInput<Input> {
  readonly input: Input
  readonly parameters: JsonObject
  /** Names of files that the body has only as an address. */
  readonly absent?: readonly string[]
  /** The task takes any body at all: others know better what this one is. */
  readonly anything?: boolean
}

/** A JSON without files in it; undefined where there are some. */
export function withoutMedia(value: Given | undefined): Json | undefined {
  return value === undefined || holdsMedia(value) ? undefined : (value as Json)
}

function holdsMedia(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return value instanceof Blob || Object.values(value).some(holdsMedia)
}
