import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createParser } from 'eventsource-parser'
import { describe, it } from 'vitest'
import type { Chunk } from '@/core/exchange'
import { replyOf, type Reply } from '@/core/reply'

/** A real request and its reply, as recorded. Bodies that were bytes are partly missing. */
export interface Recorded {
  readonly id: string
  readonly task: string
  readonly provider: string
  readonly model: string | null
  readonly method: string
  readonly url: string
  readonly request: Body
  readonly response: Body & { readonly status: number }
}

interface Body {
  readonly contentType: string | null
  readonly text?: string
  readonly base64?: string
}

const root = resolve(import.meta.dirname, '../..')
const file = resolve(root, process.env.TASKSCOPE_SHARED ?? '../shared', 'recorded/exchanges.jsonl')

/** Names of tasks in the recording, and the page that serves each. */
export const pages: Readonly<Record<string, string>> = {
  'text-classification': 'text-classification',
  'token-classification': 'token-classification',
  'chat-completion': 'conversational',
  'conversational-legacy': 'conversational',
  'text-generation': 'text-generation',
  'table-question-answering': 'table-question-answering',
  'tabular-classification': 'tabular-classification',
  'tabular-regression': 'tabular-regression',
  'object-detection': 'object-detection',
  'image-classification': 'image-classification',
  'image-segmentation': 'image-segmentation',
  'zero-shot-image-classification': 'zero-shot-image-classification',
  'image-to-text': 'image-to-text',
  'image-to-image': 'image-to-image',
  'visual-question-answering': 'visual-question-answering',
  'document-question-answering': 'document-question-answering',
  'automatic-speech-recognition': 'automatic-speech-recognition',
  'audio-classification': 'audio-classification',
  'audio-to-audio': 'audio-to-audio',
  'text-to-speech': 'text-to-speech',
  'text-to-image': 'text-to-image',
  'zero-shot-classification': 'zero-shot-classification',
  'question-answering': 'question-answering',
  'fill-mask': 'fill-mask',
  'feature-extraction': 'feature-extraction',
  'sentence-similarity': 'sentence-similarity',
  summarization: 'summarization',
  translation: 'translation',
  'text2text-generation': 'text2text-generation',
}

/** Runs a suite over the exchanges of the pages above; one skipped test with the reason where there is no recording. */
export function describeRecorded(name: string, suite: (exchanges: readonly Recorded[]) => void) {
  describe(name, () => {
    if (existsSync(file)) return suite(read().filter(({ task }) => task in pages))
    it('reads the recorded exchanges', ({ skip }) =>
      skip(
        `there are none: set TASKSCOPE_SHARED to the folder that holds recorded/exchanges.jsonl`,
      ))
  })
}

function read(): Recorded[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Recorded)
}

export function isStream({ response }: Recorded): boolean {
  return response.contentType?.startsWith('text/event-stream') ?? false
}

/** The events of a stream; the last one counts also where no blank line follows it. */
export function eventsOf({ response }: Recorded): Chunk[] {
  const chunks: Chunk[] = []
  const parser = createParser({
    onEvent: ({ event, data }) =>
      chunks.push(event ? { at: chunks.length, event, data } : { at: chunks.length, data }),
  })
  parser.feed(`${response.text ?? ''}\n\n`)
  return chunks
}

/** The reply as a task's parser gets it. Pictures are missing from the recording: an empty one stands for them. */
export function recordedReply(exchange: Recorded): Reply {
  const { contentType, text, status } = exchange.response
  const mediaType = contentType?.split(';')[0]?.trim() ?? ''
  if (isStream(exchange)) return { kind: 'events', chunks: eventsOf(exchange) }
  return replyOf({
    status,
    statusText: '',
    headers: [],
    mediaType,
    body:
      text === undefined
        ? { kind: 'bytes', blob: new Blob([], { type: mediaType }) }
        : { kind: 'text', text },
    attempts: [],
    ending: 'complete',
    timing: { headersMs: 0, totalMs: 0 },
  })
}
