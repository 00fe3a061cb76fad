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

/** Texts as short as these stand in other words too: only their plain form is looked for. */
const SHORTEST_ENCODED = 6

/** The ways in which a secret can stand in a text: plain, escaped for a URL, and in base64, wherever it begins there. */
export function secretForms(secret: string): readonly string[] {
  if (secret.length < SHORTEST_ENCODED) return secret === '' ? [] : [secret]
  const base64 = [0, 1, 2].map((before) => base64Inside(secret, before))
  const escaped = JSON.stringify(secret).slice(1, -1)
  const slashes = escaped.replaceAll('/', '\\/')
  return [...new Set([secret, encodeURIComponent(secret), escaped, slashes, ...base64])]
}

/** The letters of base64 that depend on the secret alone, when `before` other bytes stand before it. */
function base64Inside(secret: string, before: number): string {
  const bytes = new TextEncoder().encode('\0'.repeat(before) + secret)
  const text = btoa(String.fromCharCode(...bytes)).replace(/=+$/, '')
  const first = Math.ceil((before * 8) / 6)
  const last = Math.floor((bytes.length * 8) / 6)
  return text.slice(first, last)
}
