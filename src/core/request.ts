import type { Connection, CredentialRef } from './connection'
import type { Json, JsonObject } from './json'
import type { MediaFile } from './media'

/**
 * A place in a JSON value where a file's bytes go as base64. The value itself holds "" there, so that a request
 * stays small, can be cloned, and can be shown and written as a snippet that reads the file.
 */
export interface FileSlot {
  /** JSON pointer (RFC 6901) into the value, for example `/inputs` or `/messages/0/content/1/image_url/url`. */
  readonly pointer: string
  readonly file: MediaFile
  /** Text before the base64, for example `data:image/png;base64,`; `''` for bare base64. */
  readonly prefix: string
}

/** A body, before it becomes bytes. */
export type RequestBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: Json; readonly files: readonly FileSlot[] }
  /** The raw bytes of a file with its own media type. */
  | { readonly kind: 'bytes'; readonly file: MediaFile }
  /** multipart/form-data; made by `formBody`. */
  | { readonly kind: 'form'; readonly parts: readonly FormPart[]; readonly boundary: string }

/** A field of a form. */
export type FormPart =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly file: MediaFile }

/**
 * How an official client library expresses the same call, for the snippets and for third-party providers.
 * - JavaScript: `client.method({ ...args })`, args holding `model` and `provider` is added by the printer.
 * - Python: `client.method(*positional, **args)`.
 * A file slot's pointer names the place in `args` (or `/0` in `positional`) where the file stands.
 */
export interface ClientCall {
  readonly method: string
  readonly positional?: readonly Json[]
  readonly args: JsonObject
  readonly files: readonly (FileSlot & { readonly in?: 'args' | 'positional' })[]
}

export interface ClientCalls {
  /** @huggingface/inference. Left out where the library can't express the call or loses on the reply. */
  readonly javascript?: ClientCall
  /** huggingface_hub. Left out likewise. */
  readonly python?: ClientCall
}

export type ReplyMedia = 'image' | 'audio'

interface RequestCommon {
  readonly task: string
  readonly model: string
  readonly connection: Connection
  readonly credential: CredentialRef
  /** The reply is expected as an event stream. */
  readonly stream: boolean
  readonly clients: ClientCalls
  /** The reply is a picture or a sound, which goes to a file. */
  readonly replyMedia?: ReplyMedia
}

/** The documented HTTP protocol: what is here is what is sent, but for the Authorization header. */
export interface WireRequest extends RequestCommon {
  readonly dialect: 'wire'
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Absolute. */
  readonly url: string
  /** Without Authorization; with Content-Type where the body has one. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: RequestBody
}

/** A third-party provider, reached through @huggingface/inference, which lowers the call. */
export interface ProviderRequest extends RequestCommon {
  readonly dialect: 'provider'
  /** A provider's name, or `auto`. */
  readonly provider: string
  readonly billTo: string
  readonly call: ClientCall
}

/** The one frozen object that is sent, shown, kept in the history and printed as snippets. */
export type PreparedRequest = WireRequest | ProviderRequest
