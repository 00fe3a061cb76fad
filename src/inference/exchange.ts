import type { Attempt, Chunk, Ending, Exchange, ExchangeBody, Timing } from '@/core/exchange'
import type { PreparedRequest } from '@/core/request'
import type { Retry } from '@/core/run'
import { mediaTypeOf, readPieces, wholeBody } from './body-reader'
import { ExchangeError, failureOf } from './failures'
import { retryAfterSeconds, retryPlan, type Waited } from './retry'
import type { Transport } from './transport'

/** The parser of event streams comes with the first of them. */
const loadEventReader = () => import('./event-reader').then((module) => module.eventReader())

export interface ExchangeOptions {
  readonly signal: AbortSignal
  /** Monotonic milliseconds. */
  readonly now: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly onSent: () => void
  readonly onRetry: (retry: Retry) => void
  /** New events of a stream, with all that came so far. */
  readonly onEvents: (events: readonly Chunk[], soFar: Exchange) => void
  /** Every state of the exchange once headers are there, so that a failure keeps what came. */
  readonly onProgress: (soFar: Exchange) => void
}

/**
 * Sends a request and records what comes back, asking again where the service says so. Resolves with the whole exchange
 * of a successful status; rejects with an ExchangeError for any other, and with the transport's own error where it failed.
 */
export async function performExchange(
  request: PreparedRequest,
  transport: Transport,
  options: ExchangeOptions,
): Promise<Exchange> {
  const attempts: Attempt[] = []
  // Meanwhile, so that no stream waits for it; if that fails, it is tried again there.
  if (request.stream) loadEventReader().catch(() => undefined)
  let waited: Waited = { loadingMs: 0, rateLimits: 0 }
  for (;;) {
    const sentAt = options.now()
    const response = await transport(request, options.signal, options.onSent)
    const record = recorder(response, sentAt, options.now, attempts)
    if (response.ok) return readReply(response, request, record, options)

    const exchange = await readWhole(response, record, options)
    const text = exchange.body.kind === 'text' ? exchange.body.text : ''
    const plan = retryPlan(response.status, response.headers, text, waited, Date.now())
    if (!plan) {
      const seconds = retryAfterSeconds(response.headers, Date.now())
      const failure = failureOf(response.status, text, seconds)
      throw new ExchangeError(
        waited.loadingMs > 0 && response.status === 503 ? { ...failure, kind: 'loading' } : failure,
      )
    }
    attempts.push({ status: response.status, reason: plan.reason, waitMs: plan.waitMs })
    waited =
      plan.reason === 'loading'
        ? { ...waited, loadingMs: waited.loadingMs + plan.waitMs }
        : { ...waited, rateLimits: waited.rateLimits + 1 }
    options.onRetry({
      reason: plan.reason,
      attempt: attempts.length,
      until: Date.now() + plan.waitMs,
    })
    await options.sleep(plan.waitMs, options.signal)
  }
}

type Recorder = (body: ExchangeBody, ending: Ending, firstByteMs?: number) => Exchange

function recorder(
  response: Response,
  sentAt: number,
  now: () => number,
  attempts: readonly Attempt[],
): Recorder {
  const headersMs = now() - sentAt
  const headers = [...response.headers].map(([name, value]) => [name, value] as const)
  return (body, ending, firstByteMs) => ({
    status: response.status,
    statusText: response.statusText,
    headers,
    mediaType: mediaTypeOf(response.headers),
    body,
    attempts: [...attempts],
    ending,
    timing: timing(headersMs, firstByteMs, now() - sentAt),
  })
}

function timing(headersMs: number, firstByteMs: number | undefined, totalMs: number): Timing {
  return firstByteMs === undefined ? { headersMs, totalMs } : { headersMs, firstByteMs, totalMs }
}

function readReply(
  response: Response,
  request: PreparedRequest,
  record: Recorder,
  options: ExchangeOptions,
): Promise<Exchange> {
  return mediaTypeOf(response.headers) === 'text/event-stream'
    ? readEvents(response, record, options)
    : readWhole(response, record, options).then((exchange) => unlabelledEvents(exchange, request))
}

async function readEvents(
  response: Response,
  record: Recorder,
  { onEvents, onProgress, now }: ExchangeOptions,
): Promise<Exchange> {
  const chunks: Chunk[] = []
  const startedAt = now() - record({ kind: 'none' }, 'cut').timing.totalMs
  let firstByteMs: number | undefined
  const soFar = (ending: Ending) => record({ kind: 'events', chunks }, ending, firstByteMs)
  const take = (events: readonly Chunk[]) => {
    if (events.length === 0) return
    for (const event of events) chunks.push(event)
    onEvents(events, soFar('cut'))
  }
  onProgress(soFar('cut'))
  const reader = await loadEventReader()
  await readPieces(response, (piece) => {
    const at = now() - startedAt
    firstByteMs ??= at
    take(reader.feed(piece, at))
  })
  take(reader.flush(now() - startedAt))
  return soFar('complete')
}

async function readWhole(
  response: Response,
  record: Recorder,
  { onProgress, now }: ExchangeOptions,
): Promise<Exchange> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const startedAt = now() - record({ kind: 'none' }, 'cut').timing.totalMs
  let firstByteMs: number | undefined
  const soFar = (ending: Ending) =>
    record(wholeBody(pieces, mediaTypeOf(response.headers)), ending, firstByteMs)
  onProgress(soFar('cut'))
  try {
    await readPieces(response, (piece) => {
      firstByteMs ??= now() - startedAt
      pieces.push(piece)
    })
  } catch (error) {
    onProgress(soFar('cut'))
    throw error
  }
  const whole = soFar('complete')
  onProgress(whole)
  return whole
}

/** Some servers send an event stream as text/plain. */
async function unlabelledEvents(exchange: Exchange, request: PreparedRequest): Promise<Exchange> {
  if (!request.stream || exchange.body.kind !== 'text') return exchange
  if (!/^\s*(data|event|id|retry)?:/.test(exchange.body.text)) return exchange
  const reader = await loadEventReader()
  const at = exchange.timing.totalMs
  const bytes = new TextEncoder().encode(exchange.body.text)
  const chunks = [...reader.feed(bytes, at), ...reader.flush(at)]
  return chunks.length > 0 ? { ...exchange, body: { kind: 'events', chunks } } : exchange
}
