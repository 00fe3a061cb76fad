import { describe, expect, it } from 'vitest'
import type { AnyTask } from '@/core/task'
import asr from '@/tasks/automatic-speech-recognition'
import objectDetection from '@/tasks/object-detection'
import tableQa from '@/tasks/table-question-answering'
import textClassification from '@/tasks/text-classification'
import textToImage from '@/tasks/text-to-image'
import tokenClassification from '@/tasks/token-classification'
import { draftOf, json } from './protocol'

/** Every documented shape of a reply, and what is read from it. */
type Row = [name: string, reply: unknown, output: unknown]

const label = { label: 'POSITIVE', score: 0.9 }
const other = { label: 'NEGATIVE', score: 0.1 }
const box = { label: 'cat', score: 0.99, box: { xmin: 1, ymin: 2, xmax: 30, ymax: 40 } }
const person = { entity_group: 'PER', score: 0.9, word: 'Sarah', start: 0, end: 5 }
const span = { label: 'PER', score: 0.9, word: 'Sarah', start: 0, end: 5 }
const answer = { answer: '36542', coordinates: [[0, 1]], cells: ['36542'], aggregator: null }

const suites: [task: AnyTask, input: unknown, rows: Row[]][] = [
  [
    textClassification as AnyTask,
    { inputs: 'x', text_pair: '' },
    [
      ['a list', [label, other], { labels: [label, other] }],
      ['a list in a list', [[other, label]], { labels: [other, label] }],
      ['one label', label, { labels: [label] }],
      ['none', [], { labels: [] }],
    ],
  ],
  [
    tokenClassification as AnyTask,
    { inputs: 'Sarah lives in Berlin' },
    [
      ['groups', [person], { spans: [span] }],
      ['a list in a list', [[person]], { spans: [span] }],
      [
        'tokens',
        [{ entity: 'B-LOC', index: 4, score: 0.9, word: 'Berlin', start: 15, end: 21 }],
        { spans: [{ label: 'B-LOC', score: 0.9, word: 'Berlin', start: 15, end: 21 }] },
      ],
      [
        'without offsets',
        [
          { ...person, start: null, end: null },
          { entity_group: 'LOC', score: null, word: 'berlin' },
        ],
        { spans: [span, { label: 'LOC', score: null, word: 'berlin', start: 15, end: 21 }] },
      ],
      [
        'overlaps',
        [person, { ...person, word: 'Sarah lives', end: 11 }],
        { spans: [span, { ...span, word: 'Sarah lives', end: 11 }] },
      ],
      ['none', [], { spans: [] }],
    ],
  ],
  [
    tableQa as AnyTask,
    { query: 'x', table: { columns: ['A', 'B'], rows: [['1', '36542']] } },
    [
      ['one', { ...answer, aggregator: 'SUM' }, { answers: [{ ...answer, aggregator: 'SUM' }] }],
      ['without an aggregator', { ...answer, aggregator: undefined }, { answers: [answer] }],
      ['a list', [answer, answer], { answers: [answer, answer] }],
      [
        'an answer alone',
        { answer: '3' },
        { answers: [{ ...answer, answer: '3', coordinates: [], cells: [] }] },
      ],
      ['numbers as cells', { ...answer, cells: [36542] }, { answers: [answer] }],
    ],
  ],
  [
    objectDetection as AnyTask,
    { image: null },
    [
      ['boxes', [box], { boxes: [box] }],
      ['no score', [{ ...box, score: null }], { boxes: [{ ...box, score: null }] }],
      ['none', [], { boxes: [] }],
    ],
  ],
  [
    asr as AnyTask,
    { audio: null },
    [
      ['a text', { text: 'Hello' }, { text: 'Hello', chunks: [] }],
      ['nothing heard', { text: '' }, { text: '', chunks: [] }],
      [
        'chunks, the last one open',
        {
          text: 'Hello you',
          chunks: [
            { text: 'Hello', timestamp: [0, 1.5] },
            { text: ' you', timestamp: [1.5, null] },
          ],
        },
        {
          text: 'Hello you',
          chunks: [
            { text: 'Hello', start: 0, end: 1.5 },
            { text: ' you', start: 1.5, end: null },
          ],
        },
      ],
      [
        'segments',
        { text: 'Hi', segments: [{ id: 0, text: 'Hi', start: 0, end: 1 }] },
        { text: 'Hi', chunks: [{ text: 'Hi', start: 0, end: 1 }] },
      ],
      ['chunks: null', { text: 'Hi', chunks: null }, { text: 'Hi', chunks: [] }],
      ['in a list', [{ text: 'Hi' }], { text: 'Hi', chunks: [] }],
    ],
  ],
]

describe.each(suites)('replies of $id', (task, input, rows) => {
  it.each(rows)('%s', (_name, reply, output) => {
    expect(task.parse(json(reply), draftOf(input))).toEqual(output)
  })
})

it('table answers point at the columns of the page, wherever JSON puts them', () => {
  const table = { columns: ['City', '2020'], rows: [['Wien', '1911191']] }
  const sent = tableQa.request(draftOf({ query: 'x', table })).body
  expect(JSON.stringify(sent)).toContain('{"2020":["1911191"],"City":["Wien"]}')
  const reply = json({ ...answer, coordinates: [[0, 0]], cells: ['1911191'] })
  const [read] = tableQa.parse(reply, draftOf({ query: 'x', table })).answers
  expect(read?.coordinates).toEqual([[0, 1]])
})

describe('replies of text-to-image', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='
  const url = 'https://images.example/1.png'
  const draft = draftOf({ inputs: 'x' })
  const kinds = (reply: unknown) =>
    textToImage
      .parse(json(reply), draft)
      .images.map((image) => (image.kind === 'url' ? image.url : image.blob.type))

  it.each([
    ['{data: [{b64_json}]}', { data: [{ b64_json: png }] }, ['image/png']],
    ['{data: [{url}]}', { data: [{ url }, { url }] }, [url, url]],
    ['{images: [base64]}', { images: [png, png] }, ['image/png', 'image/png']],
    ['{images: [{url}]}', { images: [{ url, width: 1024 }] }, [url]],
    [
      '{images: [{url}]} with a data URL',
      { images: [{ url: `data:image/png;base64,${png}` }] },
      ['image/png'],
    ],
    ['{images: [{image}]}', { images: [{ index: 0, image: png }] }, ['image/png']],
    ['{output: [url]}', { output: [url] }, [url]],
    ['{output: url}', { output: url }, [url]],
  ])('%s', (_name, reply, expected) => {
    expect(kinds(reply)).toEqual(expected)
  })
  it('bytes', () => {
    const blob = new Blob(['x'], { type: 'image/jpeg' })
    const reply = { kind: 'bytes', blob, mediaType: 'image/jpeg' } as const
    expect(textToImage.parse(reply, draft).images).toEqual([{ kind: 'blob', blob }])
  })
  it('base64 keeps every byte', async () => {
    const [image] = textToImage.parse(json({ images: [png] }), draft).images
    const bytes = image?.kind === 'blob' ? new Uint8Array(await image.blob.arrayBuffer()) : []
    expect(btoa(String.fromCharCode(...bytes))).toBe(png)
  })
  it.each([
    [{ images: [] }],
    [{ images: [btoa('plain text that is no picture at all')] }],
    [{ images: ['not base64!'] }],
    [{ images: [url, 3] }],
    [{ id: 'x', polling_url: url }],
  ])('refuses %j', (reply) => {
    expect(() => kinds(reply)).toThrow(/documented shape: image bytes/)
  })
})
