const MASK = '***'

/** Names of headers, parameters and fields that hold a credential. */
const SECRET_NAME =
  /^(?:proxy-)?authorization$|cookie|token$|secret|passw|credential|session|signature|^sig$|(?:^|[-_])auth$|api-?key|(?:^|[-_])key$/i

/** What looks like a credential wherever it stands: well-known prefixes, JSON Web Tokens, `Bearer ...`. */
const SECRET_TEXT = [
  /\b(?:hf|api_org|sk|pk|r8|gsk|ghp|gho|xoxb|nvapi|fw|fal)[-_][A-Za-z0-9_-]{12,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
]
const SCHEME = /\b(Bearer|Basic)\s+[^\s"',;]+/gi

/** True for a name under which a credential travels. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.trim())
}

/** A text without what looks like a credential in it. */
export function redactText(text: string): string {
  const plain = text.replace(SCHEME, (_, scheme: string) => `${scheme} ${MASK}`)
  return SECRET_TEXT.reduce((rest, pattern) => rest.replace(pattern, MASK), plain)
}

/** An address without user, password, and the values of parameters that hold a credential. */
export function redactUrl(address: string): string {
  if (!URL.canParse(address)) return redactText(address)
  const url = new URL(address)
  url.username = ''
  url.password = ''
  for (const name of new Set(url.searchParams.keys()))
    if (isSecretName(name)) url.searchParams.set(name, MASK)
  return redactText(url.href)
}
