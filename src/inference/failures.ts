import { errorDetail, type Failure, type FailureKind } from '@/core/failure'
import { ErrorReply, UnreadableReply } from '@/core/reply'

/** A fault of the exchange that has its own kind, thrown inside the engine and turned into a Failure. */
export class ExchangeError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.detail ?? failure.kind)
    this.name = 'ExchangeError'
    this.failure = failure
  }
}

/** The connection broke while a reply was being read: its cause is whatever the reader was told. */
export class BrokenConnection extends Error {
  constructor(cause: unknown) {
    super('The connection broke while the reply was coming', { cause })
    this.name = 'BrokenConnection'
  }
}

/** What a status and an error body mean, in one of the documented kinds. */
export function failureOf(status: number, bodyText: string, retryAfterSeconds?: number): Failure {
  const detail = errorDetail(parsed(bodyText))
  return {
    kind: kindOf(status, detail),
    status,
    ...(detail === undefined ? {} : { detail: clip(detail) }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
}

/** What a thrown error means. */
export function failureFrom(error: unknown, online: boolean): Failure {
  if (error instanceof ExchangeError) return error.failure
  if (error instanceof UnreadableReply) return { kind: 'unreadable', expected: error.expected }
  if (error instanceof ErrorReply) return { kind: 'error-reply', detail: clip(error.message) }
  const detail = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'NoProviderError')
    return { kind: 'no-provider', detail }
  // fetch tells apart neither a wrong host, nor a server that is down, nor a CORS refusal.
  if (error instanceof TypeError) return { kind: online ? 'unreachable' : 'offline' }
  return { kind: 'internal', detail }
}

const kinds: Readonly<Record<number, FailureKind>> = {
  400: 'invalid',
  401: 'unauthorized',
  402: 'payment',
  404: 'not-found',
  408: 'timeout',
  413: 'too-large',
  422: 'invalid',
  424: 'dependency',
  429: 'rate-limited',
  504: 'timeout',
}

function kindOf(status: number, detail: string | undefined): FailureKind {
  if (status === 403)
    return /gated|awaiting|access to model/i.test(detail ?? '') ? 'gated' : 'forbidden'
  return kinds[status] ?? (status >= 500 ? 'server' : 'rejected')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // An HTML error page has no words worth showing beside the status; the raw reply has it.
    return /^\s*</.test(text) ? undefined : text
  }
}

function clip(text: string): string {
  return text.length > 2000 ? `${text.slice(0, 2000)}…` : text
}
