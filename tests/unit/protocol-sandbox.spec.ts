import { readFile } from 'node:fs/promises'
import { createParser } from 'eventsource-parser'
import { describe, expect, it } from 'vitest'
import { decodeMask } from '@/core/mask-png'
import { mediaFile } from '@/core/media'
import { replyOf, type Reply } from '@/core/reply'
import { sniff } from '@/core/sniff'
import type { AnyTask } from '@/core/task'
import { encodeBody } from '@/inference/encode'
import { prepare } from '@/inference/prepare'
import { createSandbox } from '@/sandbox/app'
import type { Output as Labels } from '@/tasks/text-classification'
import type { Output as Spans } from '@/tasks/token-classification'
import type { Output as Answers } from '@/tasks/table-question-answering'
import type { Output as Boxes } from '@/tasks/object-detection'
import type { Output as DocumentAnswers } from '@/tasks/document-question-answering'
import type { Output as Masks } from '@/tasks/image-segmentation'
import type { Output as Captions } from '@/tasks/image-to-text'
import type { Output as Summaries } from '@/tasks/summarization'
import type { Output as Translations } from '@/tasks/translation'
import type { Output as Seen } from '@/tasks/visual-question-answering'
import type { Output as Images } from '@/tasks/text-to-image'
import type { Output as Embedded } from '@/tasks/feature-extraction'
import type { Output as Ranking } from '@/tasks/text-ranking'
import type { Output as Stems } from '@/tasks/audio-to-audio'
import type { Output as Speech } from '@/tasks/text-to-speech'

/** Every example of every task, prepared for the sandbox, sent to it, and its reply read: both sides speak one protocol. */

const definitions = import.meta.glob<AnyTask>('../../src/tasks/*/index.ts', {
  eager: true,
  import: 'default',
})
const sandbox = createSandbox({ times: { eventMs: 0 } })

const loadSample = async (name: string) => {
  const bytes = await readFile(new URL(`../../public/samples/${name}`, import.meta.url))
  return mediaFile(new Blob([bytes], { type: sniff(bytes).type }), name)
}

const has = (list: readonly unknown[]) => expect(list.length).toBeGreaterThan(0)

type Rows = { readonly predictions: readonly unknown[] }

/** Something to show: a text, a number, a file, in a list that is not empty. */
function isSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  if (value instanceof Blob) return value.size > 0
  if (ArrayBuffer.isView(value)) return value.byteLength > 0
  if (Array.isArray(value)) return value.some(isSomething)
  return typeof value === 'object' ? Object.values(value).some(isSomething) : true
}

/** What more an output must hold, for tasks where an empty answer would look like one. */
const substance: Readonly<Record<string, (output: never) => void | Promise<void>>> = {
  'text-classification': ({ labels }: Labels) => has(labels),
  'token-classification': ({ spans }: Spans) => has(spans.filter(({ start }) => start !== null)),
  'table-question-answering': ({ answers }: Answers) => has(answers[0]?.coordinates ?? []),
  'tabular-classification': ({ predictions }: Rows) => has(predictions),
  'tabular-regression': ({ predictions }: Rows) => has(predictions),
  'object-detection': ({ boxes }: Boxes) => has(boxes),
  'image-classification': ({ labels }: Labels) => has(labels),
  'zero-shot-image-classification': ({ labels }: Labels) => has(labels.slice(1)),
  'image-segmentation': async ({ masks }: Masks) => {
    has(masks)
    for (const { mask } of masks) expect(await decodeMask(mask)).toHaveProperty('runs.area')
  },
  'image-to-text': ({ texts }: Captions) => expect(texts[0]).toMatch(/picture|image|scene|mostly/),
  'image-to-image': ({ images }: Images) => has(images),
  'visual-question-answering': ({ answers }: Seen) => {
    expect(answers[0]?.answer).not.toMatch(/cannot|无法/)
    has(answers)
  },
  'document-question-answering': ({ answers, words }: DocumentAnswers) => {
    const [first] = answers
    const said = first?.words.map((place) => words[place]?.word).join(' ')
    expect(said).toBe(first?.answer)
    expect(first?.answer).not.toBe('')
  },
  'automatic-speech-recognition': ({ text }: { text: string }) => expect(text).not.toBe(''),
  'audio-classification': ({ labels }: Labels) => has(labels),
  'audio-to-audio': ({ stems }: Stems) => expect(stems).toHaveLength(3),
  'text-to-speech': ({ sound }: Speech) => {
    expect(sound.kind === 'blob' && sound.blob.size).toBeGreaterThan(16_000)
  },
  'text-to-image': ({ images }: Images) => has(images),
  'feature-extraction': ({ embeddings }: Embedded) => has(embeddings),
  'sentence-embeddings': ({ embeddings }: Embedded) => has(embeddings),
  'sentence-similarity': ({ ranking }: Ranking) => has(ranking.filter(({ score }) => score > 0)),
  'text-ranking': ({ ranking }: Ranking) => has(ranking.filter(({ score }) => score > 0)),
  'text-generation': ({ text }: { text: string }) => expect(text).not.toBe(''),
  'text2text-generation': ({ text }: { text: string }) => expect(text).not.toBe(''),
  summarization: ({ summaries }: Summaries) => has(summaries.filter((each) => each !== '')),
  translation: ({ translations }: Translations) => has(translations.filter((each) => each !== '')),
  conversational: ({ message }: { message: { text: string; toolCalls: unknown[] } }) =>
    expect(message.text !== '' || message.toolCalls.length > 0).toBe(true),
  custom: ({ reply }: { reply: Reply }) => expect(reply.kind).not.toBe('empty'),
}

describe.each(Object.values(definitions))('$id on the sandbox', (task) => {
  it.each(task.examples)('$id', async (example) => {
    const given = example.input
    const draft = {
      model: `sandbox/${task.id}`,
      input: typeof given === 'function' ? await given(loadSample) : given,
      parameters: example.parameters ?? {},
      stream: example.stream ?? false,
    }
    const context = { sandboxUrl: 'http://127.0.0.1/sandbox' }
    const request = prepare(task, { kind: 'sandbox' }, draft, context)
    if (request.dialect !== 'wire') throw new Error('The sandbox speaks the documented protocol')
    const { method, url } = request
    const headers = request.headers.map(([name, value]): [string, string] => [name, value])
    const { body } = await encodeBody(request.body)
    const response = await sandbox(new Request(url, { method, headers, body: body ?? null }))
    const reply = await replyFrom(response)
    expect(response.status, JSON.stringify(reply)).toBe(200)

    const output = task.parse(reply, draft)
    expect(isSomething(output), JSON.stringify(output)).toBe(true)
    await substance[task.id]?.(output as never)
    expect(reply.kind === 'events').toBe(request.stream)
    if (reply.kind === 'events') expect(task.fold?.ended(output)).toBe(true)
  })
})

async function replyFrom(response: Response): Promise<Reply> {
  const mediaType = response.headers.get('content-type')?.split(';')[0] ?? ''
  if (/^(image|audio)\//.test(mediaType)) {
    return { kind: 'bytes', blob: await response.blob(), mediaType }
  }
  const text = await response.text()
  if (mediaType !== 'text/event-stream') {
    const timing = { headersMs: 0, totalMs: 0 }
    const { status, statusText } = response
    const common = { status, statusText, headers: [], attempts: [], timing, mediaType }
    return replyOf({ ...common, ending: 'complete', body: { kind: 'text', text } })
  }
  const chunks: { at: number; data: string }[] = []
  createParser({ onEvent: ({ data }) => chunks.push({ at: 0, data }) }).feed(text)
  return { kind: 'events', chunks }
}
