import { endpointUrl, type Connection } from '@/core/connection'
import type { Exchange } from '@/core/exchange'
import type { RunOutcome, RunSummary, StoredRun } from '@/core/history'
import { isObject, isString } from '@/core/json'
import { isMediaFile } from '@/core/media'
import type { PreparedRequest } from '@/core/request'
import type { ActiveRun } from '@/core/run'
import type { Draft } from '@/core/task'

const TITLE_LENGTH = 200

/**
 * A run as it is kept. One that still goes on is kept as aborted with what came so far, so that a reload in the middle
 * of a stream loses nothing but the rest.
 */
export function storedRun(
  run: ActiveRun<unknown>,
  draft: Draft<unknown>,
  title: string,
): StoredRun {
  const sent = withoutOriginals(draft) as Draft<unknown>
  const request = withoutOriginals(run.request) as PreparedRequest
  const outcome = outcomeOf(run)
  const totalMs = outcome.exchange?.timing.totalMs
  const summary: RunSummary = {
    id: run.id,
    task: request.task,
    model: request.model,
    connection: { kind: request.connection.kind, label: connectionLabel(request.connection) },
    startedAt: run.startedAt,
    phase: outcome.phase,
    ...(outcome.phase === 'failed' ? { failureKind: outcome.failure.kind } : {}),
    ...(totalMs === undefined ? {} : { totalMs }),
    title: oneLine(title),
    ...conversationOf(draft.input),
    bytes: measureBytes([sent, request, outcome]),
  }
  return { summary, draft: sent, request, outcome }
}

/** An input that names a conversation is a turn of it. */
function conversationOf(input: unknown): Pick<RunSummary, 'conversation'> {
  return isObject(input) && isString(input.conversation) && input.conversation !== ''
    ? { conversation: input.conversation }
    : {}
}

/** Plain data whose pictures are as they were sent: what they were made of is not kept with a run. */
function withoutOriginals(value: unknown): unknown {
  if (isMediaFile(value)) {
    if (!value.scaled?.original) return value
    const { original: _original, ...scaled } = value.scaled
    return { ...value, scaled }
  }
  if (Array.isArray(value)) return value.map(withoutOriginals)
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withoutOriginals(part)]),
  )
}

function outcomeOf(run: ActiveRun<unknown>): RunOutcome {
  switch (run.phase) {
    case 'done':
      return { phase: 'done', exchange: run.exchange }
    case 'failed':
      return { phase: 'failed', failure: run.failure, ...exchangeOf(run.exchange) }
    case 'aborted':
      return { phase: 'aborted', ...exchangeOf(run.exchange) }
    case 'streaming':
      return { phase: 'aborted', exchange: { ...run.exchange, ending: 'aborted' } }
    default:
      return { phase: 'aborted' }
  }
}

const exchangeOf = (exchange: Exchange | undefined) => (exchange ? { exchange } : {})

/** The provider's name or the endpoint's host; `''` for the sandbox. */
export function connectionLabel(connection: Connection): string {
  if (connection.kind === 'provider') return connection.provider
  return connection.kind === 'endpoint' ? (endpointUrl(connection.url)?.host ?? connection.url) : ''
}

function oneLine(text: string): string {
  return text
    .slice(0, TITLE_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TITLE_LENGTH)
}

/** An estimate of the bytes that a value takes when stored. A file that is referred to twice is stored once. */
export function measureBytes(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  if (seen.has(value)) return 0
  seen.add(value)
  if (value instanceof Blob) return value.size
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength
  if (Array.isArray(value)) {
    return value.reduce((sum: number, member) => sum + measureBytes(member, seen), 0)
  }
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, member]) => sum + key.length + measureBytes(member, seen),
    0,
  )
}
