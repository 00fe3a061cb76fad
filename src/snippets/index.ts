import type { PreparedRequest, WireRequest } from '@/core/request'
import { curlSnippet } from './curl'
import { clientSnippet } from './javascript-client'
import { fetchSnippet } from './javascript-fetch'
import { clientPlan, providerPlan } from './javascript-plan'
import { openaiPlan } from './openai-plan'
import { pythonClientSnippet } from './python-client'
import { providerPythonPlan, pythonPlan } from './python-plan'
import { requestsSnippet } from './python-requests'
import { commonNotes } from './request'
import { note, type Snippet, type SnippetLanguage, type Snippets } from './types'

export { withToken } from './credential'
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

/** A program or library that can send the request, with its code; undefined where `more.ts` writes it. */
export interface Writer {
  readonly library: string
  readonly write?: () => Snippet
}

/**
 * What can send a request in a language: the first is the best. Each sends what the page sends. No code holds a token;
 * it names a variable.
 */
export function writers(
  request: PreparedRequest,
  language: SnippetLanguage,
  { resolved }: Circumstances = {},
): readonly Writer[] {
  const wire = request.dialect === 'wire' ? request : resolved
  const openai = wire && openaiPlan(wire) ? [{ library: 'openai' }] : []
  // The writers of forms are in `more.ts`, as few pages have one.
  const plain = (library: string, write: (wire: WireRequest) => Snippet): Writer[] => {
    if (!wire) return []
    return wire.body.kind === 'form' ? [{ library }] : [{ library, write: () => write(wire) }]
  }
  switch (language) {
    case 'curl':
      return plain('curl', (request) => curlSnippet(request))
    case 'javascript': {
      const plan = request.dialect === 'provider' ? providerPlan(request) : clientPlan(request)
      return [
        ...(plan
          ? [{ library: '@huggingface/inference', write: () => clientSnippet(request, plan) }]
          : []),
        ...plain('fetch', (request) => fetchSnippet(request)),
        ...openai,
      ]
    }
    case 'python': {
      const plan =
        request.dialect === 'provider' ? providerPythonPlan(request) : pythonPlan(request)
      return [
        ...(plan
          ? [{ library: 'huggingface_hub', write: () => pythonClientSnippet(request, plan) }]
          : []),
        ...plain('requests', (request) => requestsSnippet(request)),
        ...openai,
      ]
    }
    case 'httpie':
      return wire ? [{ library: 'HTTPie' }] : []
    case 'http':
      return wire ? [{ library: 'HTTP/1.1' }] : []
  }
}

/**
 * A prepared request in the languages that every page shows, with the best library of each.
 * Throws RangeError for a request whose file has no place in its body. Forms are written by `more.ts`.
 */
export function snippets(request: PreparedRequest, circumstances: Circumstances = {}): Snippets {
  const first = (language: SnippetLanguage) => {
    const [writer] = writers(request, language, circumstances)
    return noted(writer?.write?.() ?? unresolved(request, language), request, circumstances)
  }
  return { curl: first('curl'), javascript: first('javascript'), python: first('python') }
}

/** The snippet with what its circumstances say. */
export function noted(
  snippet: Snippet,
  request: PreparedRequest,
  { sandboxInPage = false }: Circumstances,
): Snippet {
  return sandboxInPage && request.connection.kind === 'sandbox'
    ? { ...snippet, notes: [note('sandbox-in-page'), ...snippet.notes] }
    : snippet
}

/** The client library looks up the provider's URL and body when it sends the request. */
export function unresolved(request: PreparedRequest, language: SnippetLanguage): Snippet {
  return {
    code: '# The client library makes the HTTP request for this provider. It is not known yet.\n',
    library: language === 'python' ? 'huggingface_hub' : language,
    notes: [...commonNotes(request), note('not-resolved')],
    files: [],
    attachments: [],
  }
}
