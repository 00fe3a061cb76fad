import { wordText } from '../shell-words'
import type { CurlOption } from './options'
import { curlNote, type CurlNote, type CurlRequest, type CurlSecret } from './types'

/** Stands for a secret that is no token. */
export const CREDENTIAL = 'CREDENTIAL'

/** Headers that hold a credential of some kind. */
const CREDENTIALS = /^(?:proxy-authorization|cookie)$|token|secret|password|api-?key|x-auth/i

/** What documentation writes where a token goes. */
const PLACEHOLDER =
  /^(?:[<{[].*[>}\]]|hf_[x*.…]*|[x*.…]+|your[-_ ].*|(?:api|access|hf|hf_api|huggingface)[-_ ]?(?:token|key))$/i

const VARIABLE = /^\$\{?([A-Za-z_]\w*)\}?$|^%(\w+)%$/

/** Tokens of Hugging Face are known wherever they stand. */
const HF_TOKEN = /\bhf_[A-Za-z0-9]{16,}\b/g

export interface ReadHeaders {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly token?: CurlRequest['token']
  readonly secrets: readonly CurlSecret[]
  readonly notes: readonly CurlNote[]
}

interface Collected {
  headers: [string, string][]
  token: CurlRequest['token']
  secrets: CurlSecret[]
  notes: CurlNote[]
}

/** The headers, with what must not be kept taken out of them. `hf`: the request goes to Hugging Face. */
export function curlHeaders(options: readonly CurlOption[], hf: boolean): ReadHeaders {
  const found: Collected = { headers: [], token: undefined, secrets: [], notes: [] }
  for (const { name, parts, typed } of options) {
    const text = wordText(parts)
    if (name === 'header') header(text, found, hf)
    else if (name === 'oauth2-bearer') bearer(text, '', found, hf)
    else if (name === 'user' || name === 'cookie' || name === 'proxy-user') {
      credential(text, typed, found)
    }
  }
  const { token, ...rest } = found
  return token ? { ...rest, token } : rest
}

function header(text: string, found: Collected, hf: boolean): void {
  const empty = /^([^:;]+);\s*$/.exec(text)
  const colon = text.indexOf(':')
  const name = (empty?.[1] ?? text.slice(0, colon)).trim()
  const value = empty ? '' : text.slice(colon + 1).trim()
  // `Name:` without a value takes a header of curl's own away.
  if ((!empty && (colon < 1 || value === '')) || name === '') return
  if (name.toLowerCase() === 'authorization') return authorization(value, found, hf)
  if (CREDENTIALS.test(name)) return credential(value, name, found)
  found.headers.push([name, value])
}

function authorization(value: string, found: Collected, hf: boolean): void {
  const scheme = /^bearer\s+/i.exec(value)
  if (scheme) return bearer(value.slice(scheme[0].length).trim(), scheme[0], found, hf)
  credential(value, 'Authorization', found)
}

function bearer(value: string, lead: string, found: Collected, hf: boolean): void {
  const reference = VARIABLE.exec(value)
  if (reference) found.token = { variable: reference[1] ?? reference[2] ?? '' }
  else if (value !== '' && !PLACEHOLDER.test(value)) {
    const variable = hf || value.startsWith('hf_') ? 'HF_TOKEN' : 'ENDPOINT_TOKEN'
    found.token = { value }
    found.secrets.push({ value, variable, lead })
  }
}

function credential(value: string, name: string, found: Collected): void {
  found.notes.push(curlNote('credential-ignored', { name }))
  if (value !== '' && !VARIABLE.test(value))
    found.secrets.push({ value, variable: CREDENTIAL, lead: '' })
}

/** Tokens of Hugging Face anywhere else, such as in a body or a query. */
export function strayTokens(source: string, known: readonly CurlSecret[]): CurlSecret[] {
  const found = new Set(source.match(HF_TOKEN) ?? [])
  for (const { value } of known) found.delete(value)
  return [...found].map((value) => ({ value, variable: 'HF_TOKEN', lead: '' }))
}
