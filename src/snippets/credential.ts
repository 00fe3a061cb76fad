import { bashQuote, javascriptString, pythonString } from './quote'
import type { CredentialPlace, Snippet } from './types'

/**
 * Stands around the code that names the token while a snippet is put together. No other code holds it before: no shell
 * word, URL or header can, and the other strings escape it.
 */
const MARK = '\0'

export function marked(code: string): string {
  return `${MARK}${code}${MARK}`
}

/** The snippet without its marks, and the place that they marked. */
export function placed(
  snippet: Omit<Snippet, 'credential'>,
  place: Pick<CredentialPlace, 'variable' | 'lead' | 'quote'> | undefined,
): Snippet {
  if (!place) return snippet
  const [before = '', named = '', ...after] = snippet.code.split(MARK)
  const start = before.length
  const code = before + named + after.join(MARK)
  return { ...snippet, code, credential: { ...place, start, end: start + named.length } }
}

const QUOTES = {
  bash: bashQuote,
  javascript: javascriptString,
  python: pythonString,
  none: (text: string) => text,
} as const

/**
 * The code with the token itself. For the view alone, and at the last moment: whoever calls this keeps the result in no
 * state.
 */
export function withToken({ code, credential }: Snippet, token: string): string {
  if (!credential) return code
  const { start, end, lead, quote } = credential
  return code.slice(0, start) + QUOTES[quote](lead + token) + code.slice(end)
}
