import type { MediaFile } from '@/core/media'
import type { FileSlot } from '@/core/request'

/** What a person must know or do before the code runs. The words are in the locales, one per code. */
export type NoteCode =
  | 'needs-token' // variable
  | 'replace-token' // variable: nothing fills it in
  | 'install' // command
  | 'save-file' // name: an input file, to be put beside the command
  | 'save-body' // name: an attachment of the snippet
  | 'send-raw' // command: sends the text over a connection
  | 'unquotable' // name: a header that the program can't be given as it is
  | 'sandbox-in-page'
  | 'provider-resolved-by-client'
  | 'not-resolved' // the HTTP request is not known (yet)

export interface SnippetNote {
  readonly code: NoteCode
  readonly values: Readonly<Record<string, string>>
}

/** A body that the code can't hold, to be saved beside it; slots stand for files' base64, files for their bytes. */
export interface Attachment {
  readonly name: string
  readonly parts: readonly (string | FileSlot | MediaFile)[]
}

/** An input file by the name under which the code looks for it. */
export interface SnippetFile {
  readonly name: string
  readonly blob: Blob
}

export interface Snippet {
  readonly code: string
  /** Name of the program or library that the code uses, for example `curl` or `@huggingface/inference`. */
  readonly library: string
  readonly notes: readonly SnippetNote[]
  readonly files: readonly SnippetFile[]
  readonly attachments: readonly Attachment[]
  /** Where the code names the connection's token; undefined when it sends none. */
  readonly credential?: CredentialPlace
}

/** Where the code names the variable of a token, and how the token itself would be written there. */
export interface CredentialPlace {
  readonly start: number
  readonly end: number
  readonly variable: string
  /** Text before the token in the same string, such as `Bearer `. */
  readonly lead: string
  readonly quote: 'bash' | 'javascript' | 'python' | 'none'
}

export const languages = ['curl', 'javascript', 'python', 'httpie', 'http'] as const
export type SnippetLanguage = (typeof languages)[number]

/** The languages whose code every page shows; the writers of the others are loaded when they are chosen. */
export const firstLanguages = ['curl', 'javascript', 'python'] as const
export type FirstLanguage = (typeof firstLanguages)[number]
export type Snippets = Readonly<Record<FirstLanguage, Snippet>>

export function note(code: NoteCode, values: Readonly<Record<string, string>> = {}): SnippetNote {
  return { code, values }
}
