import { describe, expect, it } from 'vitest'
import type { AnyTask } from '@/core/task'
import audioClassification from '@/tasks/audio-classification'
import audioToAudio from '@/tasks/audio-to-audio'
import asr from '@/tasks/automatic-speech-recognition'
import documentQa from '@/tasks/document-question-answering'
import imageToImage from '@/tasks/image-to-image'
import imageClassification from '@/tasks/image-classification'
import imageSegmentation from '@/tasks/image-segmentation'
import imageToText from '@/tasks/image-to-text'
import objectDetection from '@/tasks/object-detection'
import tableQa from '@/tasks/table-question-answering'
import tabularClassification from '@/tasks/tabular-classification'
import tabularRegression from '@/tasks/tabular-regression'
import textClassification from '@/tasks/text-classification'
import textToImage from '@/tasks/text-to-image'
import tokenClassification from '@/tasks/token-classification'
import visualQa from '@/tasks/visual-question-answering'
import zeroShotImages from '@/tasks/zero-shot-image-classification'
import { draftOf, json } from './protocol'

/** Every documented shape of a reply, and what is read from it. */
type Row = [name: string, reply: unknown, output: unknown]

const label = { label: 'POSITIVE', score: 0.9 }
const other = { label: 'NEGATIVE', score: 0.1 }
const mask = { label: 'cat', score: 0.98, mask: 'iVBO' }
const url = 'data:image/png;base64,iVBO'
const box = { label: 'cat', score: 0.99, box: { xmin: 1, ymin: 2, xmax: 30, ymax: 40 } }
const person = { entity_group: 'PER', score: 0.9, word: 'Sarah', start: 0, end: 5 }
const span = { label: 'PER', score: 0.9, word: 'Sarah', start: 0, end: 5 }
const answer = { answer: '36542', coordinates: [[0, 1]], cells: ['36542'], aggregator: null }

const found = { answer: 'us-001', score: 0.6, words: [16], boxes: [], page: null }
const place = { xmin: 1, ymin: 2, xmax: 30, ymax: 40 }

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
    tabularClassification as AnyTask,
    { data: { columns: ['a'], rows: [['1'], ['2']] } },
    [
      ['numbers', [5, 7], { predictions: [5, 7] }],
      ['texts', ['red', 'white'], { predictions: ['red', 'white'] }],
      ['both', ['red', 1], { predictions: ['red', 1] }],
      ['more than there are rows', [5, 6, 7], { predictions: [5, 6, 7] }],
      ['none', [], { predictions: [] }],
    ],
  ],
  [
    tabularRegression as AnyTask,
    { data: { columns: ['a'], rows: [['1'], ['2']] } },
    [
      ['numbers', [270.5473526976245, -1], { predictions: [270.5473526976245, -1] }],
      ['fewer than there are rows', [5], { predictions: [5] }],
      ['none', [], { predictions: [] }],
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
    imageClassification as AnyTask,
    { image: null },
    [
      ['labels', [label, other], { labels: [label, other] }],
      ['in a list', [[label, other]], { labels: [label, other] }],
      ['no score', [{ label: 'cat' }], { labels: [{ label: 'cat', score: null }] }],
      ['none', [], { labels: [] }],
    ],
  ],
  [
    zeroShotImages as AnyTask,
    { image: null, candidate_labels: ['POSITIVE', 'NEGATIVE'] },
    [
      ['labels', [label, other], { labels: [label, other] }],
      ['in a list', [[label, other]], { labels: [label, other] }],
      ['no score', [{ ...label, score: null }], { labels: [{ ...label, score: null }] }],
    ],
  ],
  [
    imageSegmentation as AnyTask,
    { image: null },
    [
      ['masks', [mask], { masks: [mask] }],
      ['no score', [{ ...mask, score: null }], { masks: [{ ...mask, score: null }] }],
      ['score left out', [{ label: 'cat', mask: 'iVBO' }], { masks: [{ ...mask, score: null }] }],
      ['a data URL', [{ ...mask, mask: url }], { masks: [{ ...mask, mask: url }] }],
      ['none', [], { masks: [] }],
    ],
  ],
  [
    imageToText as AnyTask,
    { image: null },
    [
      ['a list', [{ generated_text: 'a cat ' }], { texts: ['a cat '] }],
      ['one', { generated_text: 'a cat' }, { texts: ['a cat'] }],
      ['several', [{ generated_text: 'a' }, { generated_text: 'b' }], { texts: ['a', 'b'] }],
      ['a list in a list', [[{ generated_text: 'a cat' }]], { texts: ['a cat'] }],
      ['an empty text', [{ generated_text: '' }], { texts: [''] }],
    ],
  ],
  [
    visualQa as AnyTask,
    { image: null, question: 'x' },
    [
      ['a list', [{ score: 0.5, answer: '2' }], { answers: [{ answer: '2', score: 0.5 }] }],
      ['without a score', [{ answer: '2' }], { answers: [{ answer: '2', score: null }] }],
      ['one', { answer: '2', score: 0.5 }, { answers: [{ answer: '2', score: 0.5 }] }],
      ['a list in a list', [[{ answer: '2' }]], { answers: [{ answer: '2', score: null }] }],
      ['none', [], { answers: [] }],
    ],
  ],
  [
    documentQa as AnyTask,
    { image: null, question: 'x' },
    [
      [
        'a list',
        [{ score: 0.6, answer: 'us-001', start: 16, end: 16 }],
        { answers: [found], words: [] },
      ],
      [
        'one',
        { score: 0.6, answer: 'us-001', start: 16, end: 18 },
        { answers: [{ ...found, words: [16, 17, 18] }], words: [] },
      ],
      [
        'an answer that a model wrote',
        [{ answer: 'us-001' }],
        { answers: [{ ...found, score: null, words: [] }], words: [] },
      ],
      [
        'words and page',
        [{ answer: 'us-001', score: 0.6, words: [3, 5], page: 2 }],
        { answers: [{ ...found, words: [3, 5], page: 2 }], words: [] },
      ],
      [
        'word_ids, as the first pipelines said',
        [{ answer: 'us-001', score: 0.6, word_ids: [16], page: 0 }],
        { answers: [{ ...found, page: 0 }], words: [] },
      ],
      [
        'words with their boxes',
        [{ answer: 'us-001', score: 0.6, words: [['us-001', [1, 2, 30, 40]]] }],
        { answers: [{ ...found, words: [], boxes: [{ word: 'us-001', box: place }] }], words: [] },
      ],
      [
        'no answer, which stands nowhere',
        [{ answer: '', score: 0.9, start: 0, end: 0 }],
        { answers: [{ ...found, answer: '', score: 0.9, words: [] }], words: [] },
      ],
      [
        'null for no answer',
        [{ answer: null, score: 0.9, start: null, end: null }],
        { answers: [{ ...found, answer: '', score: 0.9, words: [] }], words: [] },
      ],
      ['none', [], { answers: [], words: [] }],
    ],
  ],
  [
    audioClassification as AnyTask,
    { audio: null },
    [
      ['a list', [label, other], { labels: [label, other] }],
      ['a list in a list', [[label]], { labels: [label] }],
      ['no score', [{ label: 'neu', score: null }], { labels: [{ label: 'neu', score: null }] }],
      ['none', [], { labels: [] }],
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
      [
        'languages and speakers',
        {
          text: 'Hi',
          chunks: [{ text: 'Hi', timestamp: [0, 1], speaker: 'SPEAKER_00' }],
          inferred_languages: ['en'],
        },
        {
          text: 'Hi',
          chunks: [{ text: 'Hi', start: 0, end: 1, speaker: 'SPEAKER_00' }],
          languages: ['en'],
        },
      ],
      [
        'one language by its name',
        { text: 'Hi', language: 'english' },
        { text: 'Hi', chunks: [], languages: ['english'] },
      ],
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

it('a document keeps the words that were sent with it', () => {
  const word_boxes = [['us-001', [1, 2, 30, 40]]]
  const draft = draftOf({ image: null, question: 'x' }, { word_boxes })
  const { words } = documentQa.parse(json([{ answer: 'us-001' }]), draft)
  expect(words).toEqual([{ word: 'us-001', box: place }])
})

it('image-to-image reads bytes, and what providers give for them', () => {
  const draft = draftOf({ image: null, prompt: '' })
  const blob = new Blob(['x'], { type: 'image/jpeg' })
  const bytes = { kind: 'bytes', blob, mediaType: 'image/jpeg' } as const
  expect(imageToImage.parse(bytes, draft).images).toEqual([{ kind: 'blob', blob }])
  const url = 'https://images.example/1.png'
  const given = imageToImage.parse(json({ output: [url] }), draft)
  expect(given.images).toEqual([{ kind: 'url', url }])
})

describe('replies of audio-to-audio', () => {
  const flac = btoa('fLaC' + '\0'.repeat(40))
  const draft = draftOf({ audio: null })
  const words = (reply: unknown) =>
    audioToAudio.parse(json(reply), draft).stems.map(({ label, blob }) => [label, blob.type])

  it.each([
    [
      'stems',
      [
        { label: 'a', blob: flac, 'content-type': 'audio/flac' },
        { label: 'b', blob: flac, 'content-type': 'audio/x-flac' },
      ],
      [
        ['a', 'audio/flac'],
        ['b', 'audio/flac'],
      ],
    ],
    ['no media type', [{ label: 'a', blob: flac }], [['a', 'audio/flac']]],
    ['a data URL', [{ label: 'a', blob: `data:audio/wav;base64,${flac}` }], [['a', 'audio/flac']]],
    [
      'a type without a mark of its own',
      [{ label: 'a', blob: btoa('\0\u0001'), 'content-type': 'audio/basic' }],
      [['a', 'audio/basic']],
    ],
    ['one without a list', { label: 'a', blob: flac }, [['a', 'audio/flac']]],
    ['none', [], []],
  ])('%s', (_name, reply, expected) => expect(words(reply)).toEqual(expected))

  it('bytes', () => {
    const blob = new Blob(['x'], { type: 'audio/wav' })
    const reply = { kind: 'bytes', blob, mediaType: 'audio/wav' } as const
    expect(audioToAudio.parse(reply, draft).stems).toEqual([{ label: 'audio', blob }])
  })

  it.each([
    [[{ label: 'a' }]],
    [[{ blob: flac }]],
    [[{ label: 'a', blob: 'not base64!' }]],
    [[{ label: 'a', blob: btoa('text'), 'content-type': 'text/plain' }]],
    [[{ label: 'a', blob: 'https://sounds.example/a.wav' }]],
  ])('refuses %j', (reply) => expect(() => words(reply)).toThrow(/documented shape/))
})

it.each([
  ['a mask that is a URL', [{ label: 'cat', score: 1, mask: 'https://images.example/mask.png' }]],
  ['a mask that is no text', [{ label: 'cat', score: 1, mask: [[0, 1]] }]],
  ['an empty mask', [{ label: 'cat', score: 1, mask: '' }]],
  ['boxes', [box]],
])('image-segmentation does not read %s', (_name, reply) => {
  expect(() => imageSegmentation.parse(json(reply), draftOf({ image: null }))).toThrow(
    /documented shape/,
  )
})
