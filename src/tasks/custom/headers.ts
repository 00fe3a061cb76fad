import { problem, type Problem } from '@/core/problem'

export interface Header {
  readonly name: string
  readonly value: string
}

/** Headers that carry a credential: a request that is shown, kept and shared must not hold one. */
const credentials = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key', 'api-key']

/** Those that may be sent; lines without a name are still being typed. */
export function sentHeaders(headers: readonly Header[]): readonly (readonly [string, string])[] {
  return headers
    .filter((header) => header.name.trim() !== '' && !isForbidden(header) && isValid(header))
    .map(({ name, value }) => [name.trim(), value.trim()])
}

export function headerProblems(field: string, headers: readonly Header[]): readonly Problem[] {
  return headers
    .filter(({ name }) => name.trim() !== '')
    .flatMap((header) => {
      const values = { name: header.name.trim() }
      if (isForbidden(header)) return [problem(field, 'header-forbidden', values)]
      return isValid(header) ? [] : [problem(field, 'header-invalid', values)]
    })
}

function isForbidden({ name }: Header): boolean {
  return credentials.includes(name.trim().toLowerCase())
}

/** A token as the name; a value of one line that fits into bytes (RFC 9110). */
function isValid({ name, value }: Header): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name.trim()) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value.trim())
}

/** Names and values by which services are given secrets; better a harmless header too few than a secret on a disk. */
const secretName = /auth|cookie|token|secret|passw|session|credential|(^|[-_])key$|apikey/i
const secretValue = /^\s*(bearer|basic)\s|\b(hf_|sk-|ghp_|eyJ)[\w.-]{8,}/i

/** The headers that may be kept under a name. */
export function keptHeaders(headers: readonly Header[]): readonly Header[] {
  return headers.filter(
    (header) =>
      header.name.trim() !== '' && !isForbidden(header) && !looksSecret(header.name, header.value),
  )
}

/** Whether a name, or what stands under it, looks like a secret. */
export function looksSecret(name: string, value: string): boolean {
  return secretName.test(name) || secretValue.test(value)
}
