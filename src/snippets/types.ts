import type { FileSlot } from '@/core/request'

/** What a person must know or do before the code runs. The words are in the locales, one per code. */
export type NoteCode =
  | 'needs-token' // variable
  | 'install' // command
  | 'save-file' // name: an input file, to be put beside the command
  | 'save-body' // name: an attachment of the snippet
  | 'sandbox-in-page'
  | 'provider-resolved-by-client'
  | 'not-resolved' // the HTTP request is not known (yet)

export interface SnippetNote {
  readonly code: NoteCode
  readonly values: Readonly<Record<string, string>>
}

/** A body too long for a command line, to be saved beside the code; slots stand for files' base64. */
export interface Attachment {
  readonly name: string
  readonly parts: readonly (string | FileSlot)[]
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
}

export const languages = ['curl', 'javascript', 'python'] as const
export type SnippetLanguage = (typeof languages)[number]
export type Snippets = Readonly<Record<SnippetLanguage, Snippet>>

export function note(code: NoteCode, values: Readonly<Record<string, string>> = {}): SnippetNote {
  return { code, values }
}
