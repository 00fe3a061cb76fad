import { isEmpty, type JsonObject } from './json'
import type { Json } from './json'
import type { MediaFile } from './media'
import type { FileSlot, RequestBody } from './request'

/** A JSON body, with places for files where there are any. */
export function jsonBody(value: Json, files: readonly FileSlot[] = []): RequestBody {
  return { kind: 'json', value, files }
}

/** `{inputs, parameters}`, the documented body; `parameters` is left out when empty. */
export function inputsBody(
  inputs: Json,
  parameters: JsonObject,
  files: readonly FileSlot[] = [],
): RequestBody {
  return jsonBody(isEmpty(parameters) ? { inputs } : { inputs, parameters }, files)
}

/**
 * An image or a sound: its raw bytes when there are no parameters, base64 JSON when there are, since parameters can't
 * travel with raw bytes. No file yet: an empty body, so that a half-filled page can be previewed.
 */
export function mediaBody(file: MediaFile | undefined, parameters: JsonObject): RequestBody {
  if (!file) return { kind: 'none' }
  if (isEmpty(parameters)) return { kind: 'bytes', file }
  return inputsBody('', parameters, [base64At('/inputs', file)])
}

/** A slot for bare base64. */
export function base64At(pointer: string, file: MediaFile): FileSlot {
  return { pointer, file, prefix: '' }
}

/** A slot for a data URL, as in `image_url`. */
export function dataUrlAt(pointer: string, file: MediaFile): FileSlot {
  return { pointer, file, prefix: `data:${file.type};base64,` }
}
