import { createParser } from 'eventsource-parser'
import type { Chunk } from '@/core/exchange'

export interface EventReader {
  /** Events that the piece completes; text and events may be split at any byte. */
  readonly feed: (piece: Uint8Array, at: number) => readonly Chunk[]
  /** What is left when the stream ends without a blank line behind its last event. */
  readonly flush: (at: number) => readonly Chunk[]
}

/** Server-Sent Events of a byte stream, each with the time it came. */
export function eventReader(): EventReader {
  const decoder = new TextDecoder()
  let completed: Chunk[] = []
  let now = 0
  const parser = createParser({
    onEvent: ({ event, data }) => {
      completed.push(event && event !== 'message' ? { at: now, event, data } : { at: now, data })
    },
  })
  const parse = (text: string, at: number) => {
    completed = []
    now = at
    parser.feed(text)
    return completed
  }
  return {
    feed: (piece, at) => parse(decoder.decode(piece, { stream: true }), at),
    flush: (at) => parse(`${decoder.decode()}\n\n`, at),
  }
}
