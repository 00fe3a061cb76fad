/** Why a request got no answer that a page may read, as far as a browser can tell. */
export type Unreachable =
  | 'offline' // the browser says that there is no network
  | 'mixed-content' // an http address, asked by a page that came by https
  | 'blocked' // this page's own security policy does not allow the address
  | 'cors' // something answers there, and does not let this page read it
  | 'unreachable' // nothing answers: wrong URL, server down, certificate not trusted

/** What can go wrong with a run. The words for each, and the next step, are in the locales. */
export type FailureKind =
  | Unreachable
  | 'unauthorized' // 401
  | 'payment' // 402
  | 'forbidden' // 403
  | 'gated' // 403 that names a gated model
  | 'not-found' // 404
  | 'too-large' // 413
  | 'invalid' // 400, 422
  | 'dependency' // 424: the service answered, its model did not
  | 'loading' // 503 with an estimate, waited for until the bound
  | 'rate-limited' // 429
  | 'server' // other 5xx
  | 'rejected' // other 4xx
  | 'timeout'
  | 'unreadable' // 2xx whose body has no documented shape
  | 'error-reply' // 2xx whose body or stream carries an error object
  | 'cut' // the connection ended before the reply did
  | 'no-provider' // no provider serves this model for this task
  | 'internal' // a fault of ours

export interface Failure {
  readonly kind: FailureKind
  readonly status?: number
  /** The service's own words, as plain text. */
  readonly detail?: string
  /** For `unreadable`: the documented shape. */
  readonly expected?: string
  /** For `rate-limited`: seconds until the service wants to be asked again. */
  readonly retryAfterSeconds?: number
}

/** Every documented error body in words: {error: text | [texts] | {message}}, {detail}, {message}, problem+json, plain text. */
export function errorDetail(body: unknown): string | undefined {
  if (typeof body === 'string') return body.trim() || undefined
  if (Array.isArray(body)) {
    const parts = body.map(errorDetail).filter((part) => part !== undefined)
    return parts.length > 0 ? parts.join('\n') : undefined
  }
  if (typeof body !== 'object' || body === null) return undefined
  const fields = body as Record<string, unknown>
  const own = fields.error ?? fields.detail ?? fields.message ?? fields.msg ?? fields.title
  const warnings = errorDetail(fields.warnings)
  const main = errorDetail(own)
  return main && warnings ? `${main}\n${warnings}` : (main ?? warnings)
}
