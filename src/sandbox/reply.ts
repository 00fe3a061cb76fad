import type { SandboxReply } from '@/core/sandbox'
import { sleep } from './lib/sleep'
import type { Work } from './work'

/** A piece of a body, and how long to wait before it is sent. */
export interface Piece {
  readonly data: Uint8Array
  readonly waitMs: number
}

const encoder = new TextEncoder()

/** One server-sent event. */
export function frame(event: string): Uint8Array<ArrayBuffer> {
  const lines = event.split('\n').map((line) => `data: ${line}\n`)
  return encoder.encode(`${lines.join('')}\n`)
}

export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

/**
 * A body that is produced piece by piece, each only when its time has come and the reader wants it. The reader's
 * cancelling calls the work off. `breaks` ends it with an error, so that the connection really breaks.
 */
export function pacedBody(pieces: Iterable<Piece>, work: Work, breaks = false) {
  const iterator = pieces[Symbol.iterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = iterator.next()
          if (next.done) {
            work.finish()
            if (breaks) controller.error(new Error('The sandbox cut the connection'))
            else controller.close()
            return
          }
          if (next.value.waitMs > 0) await sleep(next.value.waitMs, work.signal)
          controller.enqueue(next.value.data)
        } catch (error) {
          controller.error(error)
        }
      },
      cancel() {
        iterator.return?.()
        work.abort()
      },
    },
    { highWaterMark: 0 },
  )
}

export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
} as const

/** The reply as sent when nothing goes wrong; events one every `eventMs`. */
export function respond(reply: SandboxReply, work: Work, eventMs: number): Response {
  if (reply.kind === 'events') {
    return new Response(pacedBody(pacedFrames(reply.events, eventMs), work), {
      headers: EVENT_STREAM_HEADERS,
    })
  }
  work.finish()
  const { data, mediaType } = wholeBody(reply)
  return new Response(data, { headers: { 'content-type': mediaType } })
}

function* pacedFrames(events: Iterable<string>, eventMs: number): Generator<Piece> {
  let waitMs = 0
  for (const event of events) {
    yield { data: frame(event), waitMs }
    waitMs = eventMs
  }
}

/** A reply that is no stream, as bytes. */
export function wholeBody(reply: Exclude<SandboxReply, { kind: 'events' }>) {
  return reply.kind === 'bytes'
    ? { data: new Uint8Array(reply.data), mediaType: reply.mediaType }
    : { data: encodeText(JSON.stringify(reply.value)), mediaType: 'application/json' }
}
