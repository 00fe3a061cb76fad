import { isNumber, isObject, isString } from '@/core/json'
import { jsonOf, readList } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { TimedText } from '@/core/results'

export interface Transcript {
  readonly text: string
  /** Empty where the service gave no timestamps. */
  readonly chunks: readonly TimedText[]
  /** What languages the service heard, as it writes them: codes such as `en`, or names. Often left out. */
  readonly languages?: readonly string[]
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
  const heard = value.inferred_languages ?? value.languages ?? value.language
  const languages = (Array.isArray(heard) ? heard : [heard]).filter(isString)
  return chunks && { text: value.text, chunks, ...(languages.length > 0 ? { languages } : {}) }
}

function readChunk(value: unknown): TimedText | undefined {
  if (!isObject(value) || !isString(value.text)) return undefined
  const [start, end] = timesOf(value)
  const speaker = isString(value.speaker) ? { speaker: value.speaker } : {}
  return { text: value.text, start: secondsOf(start), end: secondsOf(end), ...speaker }
}

function timesOf({ timestamp, timestamps, start, end }: Record<string, unknown>): unknown[] {
  const pair = timestamp ?? timestamps
  return Array.isArray(pair) ? pair : [start, end]
}

function secondsOf(value: unknown): number | null {
  return isNumber(value) ? value : null
}
