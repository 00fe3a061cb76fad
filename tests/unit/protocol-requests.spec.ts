import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/core/json'
import type { AnyTask, Draft } from '@/core/task'
import audioClassification from '@/tasks/audio-classification'
import audioToAudio from '@/tasks/audio-to-audio'
import asr from '@/tasks/automatic-speech-recognition'
import conversational from '@/tasks/conversational'
import custom from '@/tasks/custom'
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
import textGeneration from '@/tasks/text-generation'
import textToImage from '@/tasks/text-to-image'
import textToSpeech from '@/tasks/text-to-speech'
import tokenClassification from '@/tasks/token-classification'
import visualQa from '@/tasks/visual-question-answering'
import zeroShotImages from '@/tasks/zero-shot-image-classification'
import { draftOf, file } from './protocol'

const image = file('cat.png', 'image/png')
const sound = file('voice.flac', 'audio/flac')
const say = (draft: string) => ({ messages: [], system: '', draft })

/** The documented body of each task, for the input that a page holds. */
const bodies: [name: string, task: { id: string }, draft: Draft<unknown>, body: unknown][] = [
  [
    'a text',
    textClassification,
    draftOf({ inputs: 'I like you. I love you', text_pair: '' }),
    { inputs: 'I like you. I love you' },
  ],
  [
    'a pair of texts',
    textClassification,
    draftOf({ inputs: 'A', text_pair: 'B' }, { top_k: 2, function_to_apply: 'none' }),
    { inputs: { text: 'A', text_pair: 'B' }, parameters: { top_k: 2, function_to_apply: 'none' } },
  ],
  [
    'a text with entities',
    tokenClassification,
    draftOf({ inputs: 'Sarah Jessica Parker' }, { aggregation_strategy: 'none' }),
    { inputs: 'Sarah Jessica Parker', parameters: { aggregation_strategy: 'none' } },
  ],
  [
    'a question about a table',
    tableQa,
    draftOf({
      query: 'How many?',
      table: {
        columns: ['A', 'B'],
        rows: [
          ['1', '2'],
          ['3', '4'],
        ],
      },
    }),
    { inputs: { query: 'How many?', table: { A: ['1', '3'], B: ['2', '4'] } } },
  ],
  [
    'rows to classify',
    tabularClassification,
    draftOf({
      data: {
        columns: ['pH', 'kind'],
        rows: [
          ['3.5', 'red'],
          ['3', ''],
        ],
      },
    }),
    { inputs: { data: { pH: ['3.5', '3'], kind: ['red', ''] } } },
  ],
  [
    'rows to predict a number for, numbers as they were typed',
    tabularRegression,
    draftOf({
      data: {
        columns: ['pH', 'kind'],
        rows: [
          ['3.5', 'red'],
          ['3', ''],
        ],
      },
    }),
    { inputs: { data: { pH: ['3.5', '3'], kind: ['red', ''] } } },
  ],
  [
    'a text to continue',
    textGeneration,
    draftOf({ inputs: 'The answer' }, { max_new_tokens: 5, stop: ['\n'] }),
    { inputs: 'The answer', parameters: { max_new_tokens: 5, stop: ['\n'] } },
  ],
  [
    'a text to continue, streamed',
    textGeneration,
    draftOf({ inputs: 'The answer' }, {}, true),
    { inputs: 'The answer', stream: true },
  ],
  [
    'a text to read aloud',
    textToSpeech,
    draftOf({ inputs: 'hello there!' }, { generation_parameters: { do_sample: true, top_k: 5 } }),
    {
      inputs: 'hello there!',
      parameters: { generation_parameters: { do_sample: true, top_k: 5 } },
    },
  ],
  [
    'a picture to make',
    textToImage,
    draftOf({ inputs: 'a giant tortoise' }, { negative_prompt: 'blurry', width: 512 }),
    { inputs: 'a giant tortoise', parameters: { negative_prompt: 'blurry', width: 512 } },
  ],
  [
    'a message',
    conversational,
    draftOf(say('Hi')),
    { model: 'owner/model', messages: [{ role: 'user', content: 'Hi' }] },
  ],
  [
    'a message with a system message and parameters at the root, streamed',
    conversational,
    draftOf({ ...say('Hi'), system: 'Be brief.' }, { temperature: 0, max_tokens: 9 }, true),
    {
      model: 'owner/model',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
      temperature: 0,
      max_tokens: 9,
      stream: true,
    },
  ],
  [
    'a conversation, without what was thought',
    conversational,
    draftOf({
      system: '',
      draft: '',
      messages: [
        { id: '1', role: 'user', text: 'Hi', images: [] },
        { id: '2', role: 'assistant', text: 'Hello', images: [], reasoning: 'Greet.' },
        { id: '3', role: 'user', text: 'How are you?', images: [] },
      ],
    }),
    {
      model: 'owner/model',
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello' },
        { role: 'user', content: 'How are you?' },
      ],
    },
  ],
  [
    'a message, whatever a raw parameter says',
    conversational,
    draftOf(say('Hi'), { messages: [], model: 'other' }),
    { model: 'other', messages: [{ role: 'user', content: 'Hi' }] },
  ],
  [
    'JSON as it was typed',
    custom,
    draftOf({ ...custom.emptyInput, json: ' [1, {"a": null}] ' }),
    [1, { a: null }],
  ],
]

/** The task's request; the tables mix tasks of different inputs. */
const request = (task: { id: string }, draft: Draft<unknown>) => (task as AnyTask).request(draft)

describe('JSON bodies', () => {
  it.each(bodies)('%s', (_name, task, draft, value) => {
    const { body } = request(task, draft)
    expect(body).toEqual({ kind: 'json', value, files: [] })
  })
  it('have `inputs` before `parameters`, and `model` before `messages`', () => {
    const keys = bodies.map(([, task, draft]) => {
      const { body } = request(task, draft)
      return body.kind === 'json' ? Object.keys(body.value as object).slice(0, 2) : []
    })
    expect(keys).toContainEqual(['inputs', 'parameters'])
    expect(keys).toContainEqual(['model', 'messages'])
  })
})

describe.each([
  ['object-detection', objectDetection, { image }, image, { threshold: 0.5 }],
  ['image-classification', imageClassification, { image }, image, { top_k: 3 }],
  ['image-segmentation', imageSegmentation, { image }, image, { subtask: 'semantic' }],
  ['image-to-text', imageToText, { image }, image, { max_new_tokens: 5 }],
  ['image-to-image', imageToImage, { image, prompt: ' ' }, image, { guidance_scale: 3 }],
  ['audio-classification', audioClassification, { audio: sound }, sound, { top_k: 2 }],
  ['audio-to-audio', audioToAudio, { audio: sound }, sound, { any: 1 }],
  ['automatic-speech-recognition', asr, { audio: sound }, sound, { return_timestamps: true }],
])('%s', (_id, task, input, sent, parameters) => {
  it('sends the bytes when there are no parameters', () => {
    expect(request(task, draftOf(input)).body).toEqual({ kind: 'bytes', file: sent })
  })
  it('sends base64 with parameters', () => {
    expect(request(task, draftOf(input, parameters)).body).toEqual({
      kind: 'json',
      value: { inputs: '', parameters },
      files: [{ pointer: '/inputs', file: sent, prefix: '' }],
    })
  })
  it('previews a page without a file', () => {
    expect(request(task, draftOf(task.emptyInput)).body).toEqual({ kind: 'none' })
  })
})

it('image-to-image sends its prompt as a parameter, before the others', () => {
  const draft = draftOf({ image, prompt: 'a sketch' }, { num_inference_steps: 5 })
  expect(JSON.stringify(imageToImage.request(draft).body)).toContain(
    '"value":{"inputs":"","parameters":{"prompt":"a sketch","num_inference_steps":5}}',
  )
})

describe('zero-shot-image-classification', () => {
  const labels = ['animal', 'car']
  const files = [{ pointer: '/inputs/image', file: image, prefix: '' }]
  const hypothesis_template = 'a photo of {}'
  it.each<[JsonObject, JsonObject]>([
    [{}, { candidate_labels: labels }],
    [{ hypothesis_template }, { hypothesis_template, candidate_labels: labels }],
    [{ candidate_labels: ['other'] }, { candidate_labels: labels }],
  ])('nests the picture, and sends its labels with %j', (parameters, sent) => {
    const draft = draftOf({ image, candidate_labels: labels }, parameters)
    expect(request(zeroShotImages, draft).body).toEqual({
      kind: 'json',
      value: { inputs: { image: '' }, parameters: sent },
      files,
    })
  })
  it('previews an empty page', () => {
    expect(request(zeroShotImages, draftOf(zeroShotImages.emptyInput)).body).toEqual({
      kind: 'json',
      value: { inputs: { image: '' }, parameters: { candidate_labels: [] } },
      files: [],
    })
  })
  it.each([
    [[], ['labels-missing']],
    [['animal'], ['labels-too-few']],
    [labels, []],
  ])('compares two labels or more: %j', (candidate_labels, codes) => {
    const found = zeroShotImages.problems({ image, candidate_labels })
    expect(found.map(({ code }) => code)).toEqual(codes)
  })
})

describe.each([
  ['visual-question-answering', visualQa, { top_k: 2 }],
  ['document-question-answering', documentQa, { lang: 'eng', word_boxes: [['a', [1, 2, 3, 4]]] }],
])('%s', (_id, task, parameters) => {
  const files = [{ pointer: '/inputs/image', file: image, prefix: '' }]
  const inputs = { image: '', question: 'How many?' }
  const input = { image, question: 'How many?' }
  it('nests the picture beside the question', () => {
    expect(request(task, draftOf(input)).body).toEqual({ kind: 'json', value: { inputs }, files })
    expect(request(task, draftOf(input, parameters)).body).toEqual({
      kind: 'json',
      value: { inputs, parameters },
      files,
    })
  })
  it('previews a page without a file', () => {
    expect(request(task, draftOf(task.emptyInput)).body).toEqual({
      kind: 'json',
      value: { inputs: { image: '', question: '' } },
      files: [],
    })
  })
})

describe('conversational', () => {
  it('sends pictures as data URLs', () => {
    const { body } = conversational.request(draftOf({ ...say('Look'), draftImages: [image] }))
    expect(body).toMatchObject({
      value: { messages: [{ content: [{ text: 'Look' }, { image_url: { url: '' } }] }] },
      files: [
        {
          pointer: '/messages/0/content/1/image_url/url',
          file: image,
          prefix: 'data:image/png;base64,',
        },
      ],
    })
  })
  it('goes to the chat route, all others to the model', () => {
    expect(conversational.request(draftOf(say('Hi'))).route).toBe('chat')
    for (const [, task, draft] of bodies) {
      if (task.id !== 'conversational') expect(request(task, draft).route).toBe('model')
    }
  })
  it('leaves the model out of the body where an endpoint needs none', () => {
    const { body } = conversational.request({ ...draftOf(say('Hi')), model: '' })
    expect(body).toMatchObject({ value: { messages: [{ content: 'Hi' }] } })
    expect(body.kind === 'json' && Object.keys(body.value as object)).toEqual(['messages'])
  })
})

describe('custom', () => {
  const input = custom.emptyInput
  it.each([
    ['GET', { ...input, method: 'GET', json: '{}' }, { kind: 'none' }, 'GET'],
    ['PUT', { ...input, method: 'PUT', json: '{}' }, { kind: 'json', value: {}, files: [] }, 'PUT'],
    ['an unknown method', { ...input, method: 'BREW' }, { kind: 'none' }, 'POST'],
    ['half-typed JSON', { ...input, json: '{"a":' }, { kind: 'none' }, 'POST'],
    [
      'a file',
      { ...input, mode: 'bytes' as const, file: image },
      { kind: 'bytes', file: image },
      'POST',
    ],
    [
      'a file of another type',
      { ...input, mode: 'bytes' as const, file: image, mediaType: 'application/x-own' },
      { kind: 'bytes', file: { ...image, type: 'application/x-own' } },
      'POST',
    ],
  ])('sends %s', (_name, given, body, method) => {
    expect(custom.request(draftOf(given))).toMatchObject({ body, method })
  })
  it('sends headers and a path, but no credential', () => {
    const headers = [
      { name: ' X-Use-Cache ', value: 'false' },
      { name: 'authorization', value: 'Bearer hf_secret' },
      { name: 'Cookie', value: 'session=1' },
      { name: 'bad name', value: 'x' },
      { name: 'X-Bad', value: 'a\nb' },
      { name: '', value: 'typing' },
    ]
    const given = { ...input, json: '{}', path: ' /rerank ', headers }
    const sent = custom.request(draftOf(given))
    expect(sent.headers).toEqual([['X-Use-Cache', 'false']])
    expect(sent.path).toBe('/rerank')
    expect(JSON.stringify(sent)).not.toContain('hf_secret')
    expect(custom.problems(given).map(({ code, values }) => [code, values?.name])).toEqual([
      ['header-forbidden', 'authorization'],
      ['header-forbidden', 'Cookie'],
      ['header-invalid', 'bad name'],
      ['header-invalid', 'X-Bad'],
    ])
  })
  it('expects a stream when the JSON or the person asks for one', () => {
    const streamed = (text: string, stream: boolean) =>
      custom.request(draftOf({ ...input, json: text }, {}, stream)).stream
    expect([
      streamed('{}', false),
      streamed('{"stream":true}', false),
      streamed('{}', true),
    ]).toEqual([false, true, true])
  })
})
