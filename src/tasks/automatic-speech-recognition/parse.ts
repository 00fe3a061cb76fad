import { isNumber, isObject, isString } from '@/core/json'
import { jsonOf, readList } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { TimedText } from '@/core/results'

export interface Transcript {
  readonly text: string
  /** Empty where the service gave no timestamps. */
  readonly chunks: readonly TimedText[]
}

const expected = '{text, chunks?: [{text, timestamp: [start, end or null]}]}'

/** A list holds one transcript for the one sound that was sent. */
export function parseTranscript(reply: Reply): Transcript {
  const value = jsonOf(reply, expected)
  const transcript = readTranscript(Array.isArray(value) && value.length === 1 ? value[0] : value)
  if (!transcript) throw new UnreadableReply(expected)
  return transcript
}

function readTranscript(value: unknown): Transcript | undefined {
  if (!isObject(value) || !isString(value.text)) return undefined
  // Servers of the OpenAI protocol say `segments` with start and end.
  const chunks = readList(value.chunks ?? value.segments ?? [], readChunk)
  return chunks && { text: value.text, chunks }
}

function readChunk(value: unknown): TimedText | undefined {
  if (!isObject(value) || !isString(value.text)) return undefined
  const [start, end] = timesOf(value)
  return { text: value.text, start: secondsOf(start), end: secondsOf(end) }
}

function timesOf({ timestamp, timestamps, start, end }: Record<string, unknown>): unknown[] {
  const pair = timestamp ?? timestamps
  return Array.isArray(pair) ? pair : [start, end]
}

function secondsOf(value: unknown): number | null {
  return isNumber(value) ? value : null
}
