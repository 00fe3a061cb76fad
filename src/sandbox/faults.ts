import { SandboxError, type SandboxReply } from '@/core/sandbox'
import { encodeText, EVENT_STREAM_HEADERS, frame, pacedBody, respond, wholeBody } from './reply'
import type { Piece } from './reply'
import { sleep } from './lib/sleep'
import type { Work } from './work'

/**
 * Models that fail in a known way, for every task. State is kept for each task by itself.
 *
 * | model | behaviour |
 * |---|---|
 * | sandbox/slow | A stream takes 6 s or more: some 8 pieces a second, events cut across pieces. Other replies take 4 s; the same JSON again within 60 s is answered at once, with `X-Compute-Type: cache`, unless `X-Use-Cache: false`. |
 * | sandbox/loading | 503 with `estimated_time` until 3 s after the first call, then answers; cold again after 60 s without a call. With `X-Wait-For-Model: true` the call is held until it is warm. |
 * | sandbox/busy | Always 429. First call: `Retry-After: 1`. Every further call within 10 s of the one before: `Retry-After: 3600`. |
 * | sandbox/cut | The reply, broken off half-way: the connection ends with an error, not with an end. |
 * | sandbox/broken | 200 with malformed JSON. In a stream: half of the events, one of malformed JSON, an error object. |
 */
export const faultModels = [
  'sandbox/slow',
  'sandbox/loading',
  'sandbox/busy',
  'sandbox/cut',
  'sandbox/broken',
] as const
export type FaultModel = (typeof faultModels)[number]

/** All in milliseconds. */
export interface SandboxTimes {
  /** Between two events of a healthy stream. */
  readonly eventMs: number
  readonly slowPieceMs: number
  readonly slowStreamMs: number
  readonly slowReplyMs: number
  readonly loadingMs: number
  readonly coldAfterMs: number
  readonly busyWindowMs: number
  readonly cacheMs: number
}

export const defaultTimes: SandboxTimes = {
  eventMs: 25,
  slowPieceMs: 125,
  slowStreamMs: 6_000,
  slowReplyMs: 4_000,
  loadingMs: 3_000,
  coldAfterMs: 60_000,
  busyWindowMs: 10_000,
  cacheMs: 60_000,
}

export interface FaultCall {
  readonly model: FaultModel
  readonly task: string
  readonly work: Work
  /** The request asks to be held while the model loads. */
  readonly waitForModel: boolean
  /** The request may be answered from the cache. */
  readonly useCache: boolean
  /** The body as text: the same text means the same request. Undefined for files and long bodies. */
  readonly cacheKey: string | undefined
  /** The task's own reply. */
  readonly produce: () => Promise<SandboxReply>
}

export function isFaultModel(model: string): model is FaultModel {
  return (faultModels as readonly string[]).includes(model)
}

/** The layer around the tasks. One instance keeps the state of one sandbox. */
export function createFaults(times: SandboxTimes): (call: FaultCall) => Promise<Response> {
  const loading = createLoading(times)
  const busy = createBusy(times)
  const slow = createSlow(times)
  return async (call) => {
    switch (call.model) {
      case 'sandbox/slow':
        return slow(call)
      case 'sandbox/loading':
        return (await loading(call)) ?? respond(await call.produce(), call.work, times.eventMs)
      case 'sandbox/busy':
        return busy(call)
      case 'sandbox/cut':
        return cut(await call.produce(), call.work, times)
      case 'sandbox/broken':
        return broken(await call.produce(), call.work, times)
    }
  }
}

const CACHED = 20

/** Slow the first time; the cache of the real service answers the same again. */
function createSlow(times: SandboxTimes) {
  const cache = new Map<string, { reply: SandboxReply; until: number }>()

  return async ({ task, work, produce, useCache, cacheKey }: FaultCall): Promise<Response> => {
    const key = cacheKey === undefined ? undefined : `${task} ${cacheKey}`
    const kept = useCache && key !== undefined ? cache.get(key) : undefined
    if (kept && kept.until > Date.now()) {
      const response = respond(kept.reply, work, times.eventMs)
      response.headers.set('x-compute-type', 'cache')
      return response
    }
    const reply = await produce()
    const response = await slowly(reply, work, times)
    if (key !== undefined && reply.kind !== 'events') keep(key, reply)
    return response
  }

  function keep(key: string, reply: SandboxReply): void {
    cache.delete(key)
    cache.set(key, { reply, until: Date.now() + times.cacheMs })
    const [oldest] = cache.keys()
    if (cache.size > CACHED && oldest !== undefined) cache.delete(oldest)
  }
}

async function slowly(reply: SandboxReply, work: Work, times: SandboxTimes): Promise<Response> {
  if (reply.kind !== 'events') {
    await sleep(times.slowReplyMs, work.signal)
    return respond(reply, work, times.eventMs)
  }
  const frames = [...reply.events].map(frame)
  const piecesWanted = Math.ceil(times.slowStreamMs / times.slowPieceMs) + 1
  const perFrame = Math.ceil(piecesWanted / Math.max(1, frames.length))
  const body = pacedBody(slowPieces(frames, perFrame, times.slowPieceMs), work)
  return new Response(body, { headers: EVENT_STREAM_HEADERS })
}

function* slowPieces(frames: readonly Uint8Array[], perFrame: number, waitMs: number) {
  for (const data of frames) {
    const size = Math.max(1, Math.floor(data.length / perFrame))
    for (let piece = 0; piece < perFrame; piece++) {
      const end = piece === perFrame - 1 ? data.length : (piece + 1) * size
      yield { data: data.subarray(piece * size, end), waitMs } satisfies Piece
    }
  }
}

function createLoading({ loadingMs, coldAfterMs }: SandboxTimes) {
  const states = new Map<string, { warmAt: number; usedAt: number }>()
  return async ({ model, task, work, waitForModel }: FaultCall): Promise<Response | undefined> => {
    const now = Date.now()
    const last = states.get(task)
    const state =
      last && now - last.usedAt < coldAfterMs ? last : { warmAt: now + loadingMs, usedAt: now }
    state.usedAt = now
    states.set(task, state)
    const left = state.warmAt - now
    if (left <= 0) return undefined
    if (waitForModel) {
      await sleep(left, work.signal)
      return undefined
    }
    work.finish()
    const estimated_time = Math.ceil(left / 100) / 10
    const body = { error: `Model ${model} is currently loading`, estimated_time }
    return Response.json(body, { status: 503 })
  }
}

function createBusy({ busyWindowMs }: SandboxTimes) {
  const calledAt = new Map<string, number>()
  return ({ task, work }: FaultCall): Response => {
    const now = Date.now()
    const again = now - (calledAt.get(task) ?? -Infinity) < busyWindowMs
    calledAt.set(task, now)
    work.finish()
    return Response.json(
      { error: 'Rate limit reached. Please wait before you try again.' },
      { status: 429, headers: { 'retry-after': again ? '3600' : '1' } },
    )
  }
}

function cut(reply: SandboxReply, work: Work, { eventMs }: SandboxTimes): Response {
  const stream = reply.kind === 'events'
  const { data, mediaType } = stream
    ? { data: undefined, mediaType: EVENT_STREAM_HEADERS['content-type'] }
    : wholeBody(reply)
  const frames = stream ? [...reply.events].map(frame) : [data ?? new Uint8Array()]
  const half = Math.floor(frames.length / 2)
  const torn = frames[half] ?? new Uint8Array()
  const kept = [...frames.slice(0, half), torn.subarray(0, Math.floor(torn.length / 2))]
  // The last, empty piece gives the half that was sent time to leave before the connection breaks.
  const pieces: Piece[] = [
    ...kept.map((part) => ({ data: part, waitMs: eventMs })),
    { data: new Uint8Array(), waitMs: Math.max(100, eventMs) },
  ]
  return new Response(pacedBody(pieces, work, true), { headers: { 'content-type': mediaType } })
}

function broken(reply: SandboxReply, work: Work, { eventMs }: SandboxTimes): Response {
  if (reply.kind === 'events') {
    const events = [...reply.events]
    const half = events.slice(0, Math.ceil(events.length / 2))
    const error = { error: 'The sandbox broke this stream', error_type: 'generation' }
    const damaged = '{"token": {"id": 1, "text": "'
    const all = [...half, damaged, JSON.stringify(error)]
    return respond({ kind: 'events', events: all }, work, eventMs)
  }
  work.finish()
  const text = reply.kind === 'json' ? JSON.stringify(reply.value) : '{"error": "no picture"'
  // An end without its bracket, and a comma that nothing follows: no JSON whatever the reply was.
  const data = encodeText(`${text.slice(0, -1)},`)
  return new Response(data, { headers: { 'content-type': 'application/json' } })
}

/** A model under `sandbox/` that is neither a task nor a fault. */
export function unknownModel(model: string, tasks: readonly string[]): SandboxError {
  const known = [...tasks.map((task) => `sandbox/${task}`), ...faultModels].join(', ')
  return new SandboxError(`Model ${model} does not exist in the sandbox. It knows: ${known}`, 404)
}
