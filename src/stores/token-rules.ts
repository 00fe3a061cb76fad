/** `huggingface`, or the origin of an endpoint, such as `https://example.com`. */
export type TokenKey = string

export const HUGGING_FACE: TokenKey = 'huggingface'

/**
 * - `ok`
 * - `unusual`: kept, but a Hugging Face token starts with `hf_`.
 * - `empty`, `invalid` (characters that can't stand in a header): not kept.
 */
export type TokenNote = 'ok' | 'unusual' | 'empty' | 'invalid'

/** The token that a person meant: without white space, invisible characters, quotes, or a copied `Authorization: Bearer`. */
export function cleanToken(raw: string): string {
  return raw
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .replace(/^\s*(authorization\s*:)?\s*bearer\s+/i, '')
    .replace(/\s+/g, '')
}

export function tokenNote(key: TokenKey, token: string): TokenNote {
  if (token === '') return 'empty'
  if (!/^[\x21-\x7e]+$/.test(token)) return 'invalid'
  return key === HUGGING_FACE && !token.startsWith('hf_') ? 'unusual' : 'ok'
}

/** `hf_…abcd`: enough to recognise a token, too little to use it. Short tokens show nothing of themselves. */
export function maskToken(token: string): string {
  const prefix = token.startsWith('hf_') ? 'hf_' : ''
  return token.length < 12 ? `${prefix}…` : `${prefix}…${token.slice(-4)}`
}

/** The http(s) origin of an absolute URL; undefined for anything else, and for URLs that carry a user name. */
export function originOf(url: string): string | undefined {
  try {
    const { protocol, origin, username, password } = new URL(url)
    const usable = protocol === 'https:' || protocol === 'http:'
    return usable && username === '' && password === '' ? origin : undefined
  } catch {
    return undefined
  }
}

/** True for https on huggingface.co and its subdomains: the only places where the Hugging Face token goes by itself. */
export function isHuggingFace(url: string): boolean {
  const origin = originOf(url)
  if (origin === undefined) return false
  const { protocol, hostname, port } = new URL(origin)
  const ours = hostname === 'huggingface.co' || hostname.endsWith('.huggingface.co')
  return protocol === 'https:' && port === '' && ours
}
