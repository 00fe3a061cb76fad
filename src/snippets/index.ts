import type { PreparedRequest, WireRequest } from '@/core/request'
import { curlSnippet } from './curl'
import { javascriptSnippet } from './javascript'
import { pythonSnippet } from './python'
import { commonNotes } from './request'
import { note, type Snippet, type Snippets } from './types'

export { languages } from './types'
export type { Attachment, NoteCode, Snippet, SnippetLanguage, SnippetNote, Snippets } from './types'

/**
 * A prepared request as code: what runs sends what the page sends. No code holds a token; it names a variable.
 * `resolved` is what a third-party provider's request became on the wire, where that is known: without it, there is
 * no command for it yet. Throws RangeError for a request whose file has no place in its body.
 */
export function snippets(request: PreparedRequest, resolved?: WireRequest): Snippets {
  const wire = request.dialect === 'wire' ? request : resolved
  return {
    curl: wire ? curlSnippet(wire) : unresolvedCurl(request),
    javascript: javascriptSnippet(request),
    python: pythonSnippet(request, resolved),
  }
}

/** The client library looks up the provider's URL and body when it sends the request. */
function unresolvedCurl(request: PreparedRequest): Snippet {
  const lines = [
    '# The client library makes the HTTP request for this provider when it is sent.',
    '# Run it once to see the command here.',
  ]
  return {
    code: `${lines.join('\n')}\n`,
    library: 'curl',
    notes: [...commonNotes(request), note('run-first')],
    attachments: [],
  }
}
