import type { WireRequest } from '../../src/core/request'
import { writers, type Snippet, type SnippetLanguage } from '../../src/snippets'
import { moreSnippet } from '../../src/snippets/more'

/** Every library's code for a request, in one language. */
export function allSnippets(request: WireRequest, language: SnippetLanguage): Snippet[] {
  return writers(request, language).flatMap(
    ({ write }) => (write ? write() : moreSnippet(request, language)) ?? [],
  )
}

/** The code by the best library of a language. */
export function bestSnippet(request: WireRequest, language: SnippetLanguage): Snippet {
  const [snippet] = allSnippets(request, language)
  if (!snippet) throw new Error(`Nothing sends it in ${language}`)
  return snippet
}
