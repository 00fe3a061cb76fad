import { expect, it } from 'vitest'
import { errorDetail } from '@/core/failure'
import { fromBase64 } from '@/core/base64'
import { dimensionsOf } from '@/core/dimensions'
import { decodeMask } from '@/core/mask-png'
import { ErrorReply, UnreadableReply } from '@/core/reply'
import type { AnyTask } from '@/core/task'
import type { Output as Stems } from '@/tasks/audio-to-audio'
import type { Output as Speech } from '@/tasks/text-to-speech'
import type { Output as Transcript } from '@/tasks/automatic-speech-recognition'
import type { Output as Chat } from '@/tasks/conversational'
import type { Output as DocumentAnswers } from '@/tasks/document-question-answering'
import type { Output as Embedded } from '@/tasks/feature-extraction'
import type { Output as Filled } from '@/tasks/fill-mask'
import type { Output as Changed } from '@/tasks/image-to-image'
import type { Output as Masks } from '@/tasks/image-segmentation'
import type { Output as Captions } from '@/tasks/image-to-text'
import type { Output as Boxes } from '@/tasks/object-detection'
import type { Output as Found } from '@/tasks/question-answering'
import type { Output as Compared } from '@/tasks/sentence-similarity'
import type { Output as Answers } from '@/tasks/table-question-answering'
import type { Output as Classes } from '@/tasks/tabular-classification'
import type { Output as Numbers } from '@/tasks/tabular-regression'
import type { Output as Labels } from '@/tasks/text-classification'
import type { Output as Summaries } from '@/tasks/summarization'
import type { Output as Generated } from '@/tasks/text-generation'
import type { Output as Images } from '@/tasks/text-to-image'
import type { Output as Spans } from '@/tasks/token-classification'
import type { Output as Translations } from '@/tasks/translation'
import type { Output as Seen } from '@/tasks/visual-question-answering'
import type { Output as Classified } from '@/tasks/zero-shot-classification'
import {
  describeRecorded,
  eventsOf,
  isStream,
  pages,
  recordedReply,
  type Recorded,
} from './exchanges'
import { bodyOf, pageOf } from './inputs'

/** Replies with status 2xx that are no result, and why. */
const noResults: Readonly<Record<string, string>> = {
  b320223c78e20541: 'a place in a queue: the client library polls it and hands on the picture',
}

/** Streams whose end can't be read, and why: what came before is kept, and the run counts as cut. */
const cutStreams: Readonly<Record<string, string>> = {
  b3cad22ff43c9ca5: 'the recording ends in a stray quotation mark, which spoils the last event',
}

/** What there must be in an output to call it one. */
const substance: Readonly<
  Record<string, (output: never, exchange: Recorded) => void | Promise<void>>
> = {
  'text-classification': ({ labels }: Labels) => {
    expect(labels.map(({ label }) => label).sort()).toEqual(['NEGATIVE', 'POSITIVE'])
    expect(sum(labels.map(({ score }) => score ?? 0))).toBeCloseTo(1, 5)
  },
  'feature-extraction': ({ embeddings }: Embedded, exchange) => {
    const { inputs } = bodyOf(exchange)
    expect(embeddings.map(({ text }) => text)).toEqual(Array.isArray(inputs) ? inputs : [inputs])
    const tokens = exchange.model === 'facebook/bart-base'
    for (const { level, rows } of embeddings) {
      expect(level).toBe(tokens ? 'token' : 'sentence')
      expect(rows.length > 1).toBe(tokens)
      expect(rows[0]?.length).toBe(exchange.provider === 'hf-inference' ? 768 : 4096)
    }
  },
  'sentence-similarity': ({ ranking }: Compared) => {
    expect(ranking.map(({ index }) => index)).toEqual([1, 0, 2])
    expect(ranking.map(({ score }) => score.toFixed(2))).toEqual(['0.94', '0.66', '0.23'])
  },
  'token-classification': ({ spans }: Spans, exchange) => {
    const text = String(bodyOf(exchange).inputs)
    expect(spans).toHaveLength(2)
    for (const { word, start, end } of spans) expect(text.slice(start ?? 0, end ?? 0)).toBe(word)
  },
  'table-question-answering': ({ answers }: Answers) => {
    expect(answers).toEqual([
      { answer: 'AVERAGE > 36542', coordinates: [[0, 1]], cells: ['36542'], aggregator: 'AVERAGE' },
    ])
  },
  'image-classification': ({ labels }: Labels) => {
    expect(labels).toHaveLength(5)
    expect(labels[0]?.label).toBe('cheetah, chetah, Acinonyx jubatus')
    expect(labels[0]?.score).toBeCloseTo(0.998, 3)
  },
  'zero-shot-image-classification': ({ labels }: Labels) => {
    expect(labels.map(({ label }) => label)).toEqual(['animal', 'car', 'toy'])
    expect(sum(labels.map(({ score }) => score ?? 0))).toBeCloseTo(1, 5)
  },
  'image-segmentation': async ({ masks }: Masks) => {
    expect(masks.length).toBeGreaterThan(0)
    for (const { label, score, mask } of masks) {
      expect(label).toMatch(/^LABEL_\d+$|^\w+$/)
      expect(score).toBeGreaterThan(0.8)
      // The recording keeps the first thousand letters of each, which name the size of cats.png.
      const { data } = fromBase64(mask) ?? { data: new Uint8Array() }
      expect(dimensionsOf(data, 'image/png')).toMatchObject({ width: 640, height: 420 })
      const size = { width: 640, height: 420 }
      expect(await decodeMask(mask)).toMatchObject({ runs: { ...size, whole: false } })
    }
  },
  'image-to-text': ({ texts }: Captions) => {
    expect(texts).toEqual(['a large brown and white giraffe standing in a field '])
  },
  'image-to-image': ({ images }: Changed) => {
    expect(images).toMatchObject([{ kind: 'blob', blob: { type: 'image/jpeg' } }])
  },
  'visual-question-answering': ({ answers }: Seen) => {
    expect(answers.map(({ answer }) => answer)).toEqual(['2', '3', '1', '4', '5'])
    for (const { score } of answers) expect(score).toBeGreaterThan(0.05)
  },
  'document-question-answering': ({ answers }: DocumentAnswers, { model }) => {
    const placed = model?.startsWith('impira/')
    const words = placed ? [16] : []
    expect(answers).toMatchObject([{ answer: 'us-001', words, page: null }])
    expect(answers[0]?.score ?? 0).toBeCloseTo(placed ? 0.6035 : 0, 3)
  },
  'tabular-classification': ({ predictions }: Classes) => expect(predictions).toEqual([5, 5, 7]),
  'tabular-regression': ({ predictions }: Numbers, exchange) => {
    expect(predictions).toHaveLength(3)
    expect(JSON.stringify(predictions)).toBe(exchange.response.text)
  },
  'object-detection': ({ boxes }: Boxes) => {
    expect(boxes.length).toBeGreaterThan(1)
    for (const { label, box } of boxes) {
      expect(label).not.toBe('')
      expect(box.xmax).toBeGreaterThan(box.xmin)
      expect(box.ymax).toBeGreaterThan(box.ymin)
    }
  },
  'automatic-speech-recognition': ({ text, chunks }: Transcript) => {
    expect(text.length).toBeGreaterThan(50)
    for (const chunk of chunks) expect(chunk.end).toBeGreaterThan(chunk.start ?? 0)
  },
  'audio-classification': ({ labels }: Labels) => {
    expect(labels.map(({ label }) => label)).toEqual(['neu', 'hap', 'ang', 'sad'])
    expect(sum(labels.map(({ score }) => score ?? 0))).toBeCloseTo(1, 5)
  },
  'audio-to-audio': ({ stems }: Stems) => {
    expect(stems.map(({ label }) => label)).toEqual(['label_0', 'label_1'])
    for (const { blob } of stems) {
      expect(blob.type).toBe('audio/flac')
      expect(blob.size).toBeGreaterThan(300)
    }
  },
  'text-to-speech': ({ sound }: Speech) => {
    expect(sound).toMatchObject({ kind: 'blob', blob: { type: 'audio/flac' } })
  },
  'text-to-image': ({ images }: Images) => {
    expect(images).toHaveLength(1)
    for (const image of images) {
      if (image.kind === 'url') expect(image.url).toMatch(/^https:\/\//)
      else expect(image.blob.type).toMatch(/^image\/(jpeg|png|webp)$/)
    }
  },
  'zero-shot-classification': ({ texts }: Classified) => {
    expect(texts).toHaveLength(1)
    const labels = texts[0]?.labels ?? []
    expect(labels.map(({ label }) => label)).toEqual(['refund', 'faq', 'legal'])
    expect(sum(labels.map(({ score }) => score ?? 0))).toBeCloseTo(1, 5)
  },
  'question-answering': ({ answers }: Found) => {
    expect(answers).toMatchObject([{ answer: 'Paris', start: 25, end: 30 }])
    expect(answers[0]?.score).toBeCloseTo(0.97, 2)
  },
  'fill-mask': ({ mask, masks }: Filled) => {
    expect(mask).toBe('[MASK]')
    expect(masks.map((candidates) => candidates.length)).toEqual([5])
    for (const { tokenStr, sequence, token } of masks[0] ?? []) {
      expect(sequence).toBe(`${tokenStr} world!`)
      expect(token).toBeGreaterThan(0)
    }
  },
  summarization: ({ summaries }: Summaries, exchange) => {
    expect(summaries).toHaveLength(1)
    expect(summaries[0]).toContain('the world')
    expect(summaries[0]?.length).toBeLessThan(String(bodyOf(exchange).inputs).length)
  },
  translation: ({ translations }: Translations, exchange) => {
    const both = ['Mein Name ist Wolfgang und ich lebe in Berlin', 'Ich arbeite als Programmierer']
    expect(translations).toEqual(Array.isArray(bodyOf(exchange).inputs) ? both : [both[0]])
  },
  'text2text-generation': ({ text, endedProperly }: Generated) => {
    expect(['a', 'three', 'one two three four']).toContain(text)
    expect(endedProperly).toBe(true)
  },
  'text-generation': ({ text, endedProperly }: Generated) => {
    expect(text.trim()).not.toBe('')
    expect(endedProperly).toBe(true)
  },
  conversational: ({ message, finishReason, endedProperly }: Chat, { task }) => {
    expect(message.text.trim()).not.toBe('')
    expect(message.text).not.toMatch(/<\/?think>/)
    expect(endedProperly).toBe(true)
    if (task === 'chat-completion') expect(finishReason).not.toBeNull()
  },
}

describeRecorded('recorded replies', (exchanges) => {
  const worked = exchanges.filter(({ response }) => response.status < 300)
  const [failed, whole, streams] = [
    exchanges.filter(({ response }) => response.status >= 400),
    worked.filter((exchange) => !isStream(exchange)),
    worked.filter(isStream),
  ]

  it('covers every page and every exchange', () => {
    expect(new Set(exchanges.map(({ task }) => task))).toEqual(new Set(Object.keys(pages)))
    expect(failed.length + whole.length + streams.length).toBe(exchanges.length)
  })

  it.each(whole)('$task of $provider: $id', async (exchange) => {
    const { task, draft } = pageOf(exchange)
    const reply = recordedReply(exchange)
    if (exchange.id in noResults) {
      expect(() => task.parse(reply, draft)).toThrow(UnreadableReply)
    } else {
      await check(task, task.parse(reply, draft), exchange)
    }
  })

  it.each(streams)('stream of $task of $provider: $id', async (exchange) => {
    const { task, draft } = pageOf(exchange)
    const said = exchange.response.text ?? ''
    if (/^data: ?\{"error":/.test(said)) {
      expect(() => folded(task, exchange)).toThrow(ErrorReply)
      expect(() => folded(task, exchange)).toThrow(/Input validation error: .* must be <= \d+/)
      return
    }
    const output = folded(task, exchange)
    if (exchange.id in cutStreams) {
      expect(output).toMatchObject({ message: { text: 'This is a test.' }, endedProperly: false })
      return
    }
    expect(task.fold?.ended(output)).toBe(true)
    await check(task, output, exchange)
    expect(task.parse(recordedReply(exchange), draft)).toEqual(output)
  })

  it.each(failed)('error $response.status of $provider: $id', ({ response }) => {
    const words = errorDetail(readable(response.text ?? ''))
    expect(words).toMatch(/[a-z]{3}/i)
    expect(words).not.toMatch(/^[[{]|\[object/)
  })
})

async function check(task: AnyTask, output: unknown, exchange: Recorded) {
  const examine = substance[task.id]
  if (!examine) throw new Error(`Nothing is known of an output of ${task.id}`)
  await examine(output as never, exchange)
}

/** Event by event, as a page does. */
function folded({ fold }: AnyTask, exchange: Recorded): unknown {
  if (!fold) throw new Error('This task has no streams')
  expect(fold.ended(fold.start())).toBe(false)
  return eventsOf(exchange).reduce(fold.step, fold.start())
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
