import type { PreparedRequest, WireRequest } from '@/core/request'
import { note, type SnippetNote } from './types'

/** The environment variable that the code reads the token from; undefined when the request carries none. */
export function tokenVariable({ credential, connection }: PreparedRequest): string | undefined {
  switch (credential.kind) {
    case 'none':
      return undefined
    case 'huggingface':
      return 'HF_TOKEN'
    case 'origin':
      return connection.kind === 'endpoint' && connection.auth === 'huggingface'
        ? 'HF_TOKEN'
        : 'ENDPOINT_TOKEN'
  }
}

/** The URL as fetch sends it: escaped, without a fragment. The text as it is while it is not a URL yet. */
export function targetUrl({ url }: WireRequest): string {
  if (!URL.canParse(url)) return url
  const target = new URL(url)
  target.hash = ''
  return target.href
}

/** The headers as fetch sends them: one of each name, values trimmed, those of the same name joined by a comma. */
export function headersOf({
  headers,
}: Pick<WireRequest, 'headers'>): [name: string, value: string][] {
  const merged = new Map<string, [string, string]>()
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    const before = merged.get(key)
    const trimmed = value.trim()
    merged.set(key, before ? [before[0], `${before[1]}, ${trimmed}`] : [name, trimmed])
  }
  return [...merged.values()]
}

export function headerValue(
  request: Pick<WireRequest, 'headers'>,
  name: string,
): string | undefined {
  return headersOf(request).find(([key]) => key.toLowerCase() === name)?.[1]
}

/** Notes that every language's code has in common. */
export function commonNotes(request: PreparedRequest): SnippetNote[] {
  const variable = tokenVariable(request)
  return [
    ...(variable ? [note('needs-token', { variable })] : []),
    ...(request.dialect === 'provider' ? [note('provider-resolved-by-client')] : []),
  ]
}
