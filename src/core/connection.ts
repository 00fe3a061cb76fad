/**
 * Where requests go.
 * - `sandbox`: the built-in rule-based stand-in; nothing leaves the machine.
 * - `provider`: Hugging Face's router. `hf-inference`, `auto`, or the name of a provider.
 * - `endpoint`: one URL, such as a dedicated endpoint or a server on this machine.
 */
export type Connection =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'provider'; readonly provider: string; readonly billTo: string }
  | { readonly kind: 'endpoint'; readonly url: string; readonly auth: EndpointAuth }

export type ConnectionKind = Connection['kind']

/** Which token an endpoint gets: none, one of its own, or the Hugging Face token (only on the person's word). */
export type EndpointAuth = 'none' | 'own' | 'huggingface'

/** Names a secret without holding it. The live transport looks it up at the last moment. */
export type CredentialRef =
  | { readonly kind: 'none' }
  | { readonly kind: 'huggingface' }
  /** A token for exactly this origin: its own, or the Hugging Face token where the person has said so. */
  | { readonly kind: 'origin'; readonly origin: string; readonly token: 'own' | 'huggingface' }

export const HF_INFERENCE = 'hf-inference'
export const AUTO_PROVIDER = 'auto'
export const ROUTER_URL = 'https://router.huggingface.co'

/**
 * The absolute http(s) URL a person means, or undefined. `localhost:8080` means http, any other bare host https.
 */
export function endpointUrl(text: string): URL | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || /\s/.test(trimmed)) return undefined
  const local = /^(localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(:\d+)?(\/|$)/i.test(trimmed)
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : `${local ? 'http' : 'https'}://${trimmed}`
  try {
    const url = new URL(withScheme)
    const usable = url.protocol === 'http:' || url.protocol === 'https:'
    return usable && url.hostname !== '' && url.username === '' ? url : undefined
  } catch {
    return undefined
  }
}

/** The credential that a connection refers to. */
export function credentialOf(connection: Connection): CredentialRef {
  switch (connection.kind) {
    case 'sandbox':
      return { kind: 'none' }
    case 'provider':
      return { kind: 'huggingface' }
    case 'endpoint': {
      if (connection.auth === 'none') return { kind: 'none' }
      const url = endpointUrl(connection.url)
      return url ? { kind: 'origin', origin: url.origin, token: connection.auth } : { kind: 'none' }
    }
  }
}
