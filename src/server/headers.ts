import type { MiddlewareHandler } from 'hono'

const contentSecurityPolicy = [
  "default-src 'self'",
  // Sound decoders are WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  // Naive UI writes its styles when a component is mounted.
  "style-src 'self' 'unsafe-inline'",
  // Results may be pictures and sounds that a provider keeps at its own address.
  "img-src 'self' data: blob: https:",
  "media-src 'self' data: blob: https:",
  // A person may choose any endpoint; plain http only on this machine.
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:* blob: data:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ')

const headers: readonly (readonly [name: string, value: string])[] = [
  ['content-security-policy', contentSecurityPolicy],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'microphone=(self), camera=(self)'],
]

/** Puts the security headers on every reply. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of headers) context.res.headers.set(name, value)
}
