import type { PreparedRequest, WireRequest } from '@/core/request'
import { curlSnippet } from './curl'
import { javascriptSnippet } from './javascript'
import { pythonSnippet } from './python'
import { commonNotes } from './request'
import { note, type Snippet, type Snippets } from './types'

export { firstLanguages, languages } from './types'
export type {
  Attachment,
  FirstLanguage,
  NoteCode,
  Snippet,
  SnippetLanguage,
  SnippetNote,
  Snippets,
} from './types'

export interface Circumstances {
  /** What a third-party provider's request becomes on the wire, where that is known. */
  readonly resolved?: WireRequest | undefined
  /** The sandbox runs inside the page, where no command can reach it. */
  readonly sandboxInPage?: boolean
}

/**
 * A prepared request as code: what runs sends what the page sends. No code holds a token; it names a variable.
 * Throws RangeError for a request whose file has no place in its body.
 */
export function snippets(request: PreparedRequest, circumstances: Circumstances = {}): Snippets {
  const { resolved, sandboxInPage = false } = circumstances
  const wire = request.dialect === 'wire' ? request : resolved
  const unreachable = sandboxInPage && request.connection.kind === 'sandbox'
  const noted = (snippet: Snippet): Snippet =>
    unreachable ? { ...snippet, notes: [note('sandbox-in-page'), ...snippet.notes] } : snippet
  return {
    curl: noted(wire ? curlSnippet(wire) : unresolvedCurl(request)),
    javascript: noted(javascriptSnippet(request)),
    python: noted(pythonSnippet(request, resolved)),
  }
}

/** The client library looks up the provider's URL and body when it sends the request. */
function unresolvedCurl(request: PreparedRequest): Snippet {
  return {
    code: '# The client library makes the HTTP request for this provider. It is not known yet.\n',
    library: 'curl',
    notes: [...commonNotes(request), note('not-resolved')],
    files: [],
    attachments: [],
  }
}
