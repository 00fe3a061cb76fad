import type { Json } from '../json'

/** What a pasted command has that a page can't take over, or that the person should know. The words are in the locales. */
export type CurlNoteCode =
  | 'no-command' // there is no curl in it
  | 'no-url'
  | 'open-quote'
  | 'more-commands' // only the first curl is read
  | 'option-ignored' // name: an option that changes nothing of the request
  | 'option-unknown' // name
  | 'credential-ignored' // name: a header or option with a password, a cookie or a key
  | 'variable' // name: what it holds is not known
  | 'substitution' // name: a command inside the command
  | 'body-file' // name: the body stands in a file
  | 'stdin' // the body comes from a command that can't be read

export interface CurlNote {
  readonly code: CurlNoteCode
  readonly values: Readonly<Record<string, string>>
}

/** A place in the JSON where a file's base64 goes, as `FileSlot`, with the file's name only. */
export interface NamedSlot {
  readonly pointer: string
  readonly name: string
  readonly prefix: string
}

export interface FormField {
  readonly name: string
  readonly value?: string
  readonly file?: string
  readonly type?: string
}

export type CurlBody =
  | { readonly kind: 'none' }
  /** `text` is the body as it was written, "" in the slots' places. */
  | {
      readonly kind: 'json'
      readonly value: Json
      readonly text: string
      readonly files: readonly NamedSlot[]
    }
  | { readonly kind: 'text'; readonly text: string }
  /** The bytes of a file on the person's disk. */
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'form'; readonly fields: readonly FormField[] }

/** A secret in the command: its text, and the variable that stands for it from now on. */
export interface CurlSecret {
  readonly value: string
  readonly variable: string
  /** What stands before it, such as `Bearer `, so that a short one is not looked for everywhere. */
  readonly lead: string
}

/** The request that a command sends, as far as it can be read. */
export interface CurlRequest {
  /** Absolute, without user, password and fragment; `''` where there is none. */
  readonly url: string
  readonly method: string
  /** Without Authorization and cookies. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: CurlBody
  /** -N: the reply is shown as it comes. */
  readonly unbuffered: boolean
  /** The bearer token, or the variable that holds it. */
  readonly token?: { readonly value: string } | { readonly variable: string }
  /** All that must not be kept. */
  readonly secrets: readonly CurlSecret[]
  readonly notes: readonly CurlNote[]
}

export function curlNote(
  code: CurlNoteCode,
  values: Readonly<Record<string, string>> = {},
): CurlNote {
  return { code, values }
}
