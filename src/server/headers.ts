import type { MiddlewareHandler } from 'hono'

const ANY_CONNECT = 'https: http://localhost:* http://127.0.0.1:*'
const HUGGING_FACE = 'https://huggingface.co https://*.huggingface.co'

/** The policy as a header's value. A person may choose any endpoint, plain http only on this machine, unless told otherwise. */
const contentSecurityPolicy = (origins: readonly string[] | undefined) =>
  [
    "default-src 'self'",
    // Sound decoders are WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    // Naive UI writes its styles when a component is mounted.
    "style-src 'self' 'unsafe-inline'",
    // Results may be pictures and sounds that a provider keeps at its own address.
    "img-src 'self' data: blob: https:",
    "media-src 'self' data: blob: https:",
    `connect-src 'self' ${origins ? [HUGGING_FACE, ...origins].join(' ') : ANY_CONNECT} blob: data:`,
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ')

const headers: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'microphone=(self), camera=(self)'],
]

/**
 * Puts the security headers on every reply.
 *
 * @param connectOrigins Where pages may connect to, beside this server and Hugging Face; any https origin where left out.
 */
export function securityHeaders(connectOrigins?: readonly string[]): MiddlewareHandler {
  const policy = contentSecurityPolicy(connectOrigins)
  return async (context, next) => {
    await next()
    context.res.headers.set('content-security-policy', policy)
    for (const [name, value] of headers) context.res.headers.set(name, value)
  }
}
