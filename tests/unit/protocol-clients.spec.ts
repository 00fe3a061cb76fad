import { InferenceClient } from '@huggingface/inference'
import { describe, expect, it } from 'vitest'
import type { ClientCall } from '@/core/request'
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
const chat = { messages: [], system: '', draft: 'Hi' }
const user = [{ role: 'user', content: 'Hi' }]
const schema = { type: 'json_schema', json_schema: { name: 'x', schema: {} } }

const calls = (task: { id: string }, draft: Draft<unknown>) =>
  (task as AnyTask).request(draft).clients
const words = (call: ClientCall | undefined) =>
  call && [call.method, ...(call.positional ?? []), call.args]

type Words = ReturnType<typeof words>

/** How each library says the request; undefined where it can't, or would lose some of the reply. */
const rows: [
  name: string,
  task: { id: string },
  draft: Draft<unknown>,
  javascript: Words,
  python: Words,
][] = [
  [
    'text-classification',
    textClassification,
    draftOf({ inputs: 'x', text_pair: '' }, { top_k: 2 }),
    ['textClassification', { inputs: 'x', parameters: { top_k: 2 } }],
    undefined,
  ],
  [
    'text-classification of a pair',
    textClassification,
    draftOf({ inputs: 'x', text_pair: 'y' }),
    undefined,
    undefined,
  ],
  [
    'token-classification',
    tokenClassification,
    draftOf({ inputs: 'x' }, { aggregation_strategy: 'none', stride: 2 }),
    undefined,
    ['token_classification', 'x', { aggregation_strategy: 'none', stride: 2 }],
  ],
  [
    'token-classification, a parameter that nobody documents',
    tokenClassification,
    draftOf({ inputs: 'x' }, { new: 1 }),
    ['tokenClassification', { inputs: 'x', parameters: { new: 1 } }],
    undefined,
  ],
  [
    'table-question-answering',
    tableQa,
    draftOf({ query: 'x', table: { columns: ['a'], rows: [['1']] } }),
    ['tableQuestionAnswering', { inputs: { query: 'x', table: { a: ['1'] } } }],
    undefined,
  ],
  [
    'tabular-classification, since the library refuses texts as classes',
    tabularClassification,
    draftOf({ data: { columns: ['a'], rows: [['1']] } }),
    undefined,
    undefined,
  ],
  [
    'tabular-regression',
    tabularRegression,
    draftOf({ data: { columns: ['a'], rows: [['1']] } }),
    ['tabularRegression', { inputs: { data: { a: ['1'] } } }],
    undefined,
  ],
  [
    'object-detection',
    objectDetection,
    draftOf({ image }),
    ['objectDetection', { inputs: '' }],
    ['object_detection', '', {}],
  ],
  [
    'object-detection with parameters',
    objectDetection,
    draftOf({ image }, { threshold: 0.5 }),
    undefined,
    ['object_detection', '', { threshold: 0.5 }],
  ],
  [
    'object-detection without a file',
    objectDetection,
    draftOf({ image: null }),
    undefined,
    undefined,
  ],
  [
    'speech recognition',
    asr,
    draftOf({ audio: sound }),
    ['automaticSpeechRecognition', { inputs: '' }],
    ['automatic_speech_recognition', '', {}],
  ],
  [
    'speech recognition with parameters',
    asr,
    draftOf({ audio: sound }, { return_timestamps: true }),
    undefined,
    ['automatic_speech_recognition', '', { extra_body: { return_timestamps: true } }],
  ],
  [
    'audio-classification',
    audioClassification,
    draftOf({ audio: sound }),
    ['audioClassification', { inputs: '' }],
    ['audio_classification', '', {}],
  ],
  [
    'audio-classification with parameters',
    audioClassification,
    draftOf({ audio: sound }, { top_k: 2 }),
    undefined,
    ['audio_classification', '', { top_k: 2 }],
  ],
  [
    'audio-to-audio',
    audioToAudio,
    draftOf({ audio: sound }),
    ['audioToAudio', { inputs: '' }],
    ['audio_to_audio', '', {}],
  ],
  [
    'audio-to-audio with parameters',
    audioToAudio,
    draftOf({ audio: sound }, { any: 1 }),
    undefined,
    undefined,
  ],
  [
    'text-to-speech',
    textToSpeech,
    draftOf({ inputs: 'x' }, { generation_parameters: { top_k: 5 } }),
    ['textToSpeech', { inputs: 'x', parameters: { generation_parameters: { top_k: 5 } } }],
    ['text_to_speech', 'x', { extra_body: { generation_parameters: { top_k: 5 } } }],
  ],
  [
    'text-to-image',
    textToImage,
    draftOf({ inputs: 'x' }, { seed: 1, new: 2 }),
    ['textToImage', { inputs: 'x', parameters: { seed: 1, new: 2 } }],
    ['text_to_image', 'x', { seed: 1, extra_body: { new: 2 } }],
  ],
  [
    'text-generation',
    textGeneration,
    draftOf({ inputs: 'x' }, { max_new_tokens: 5 }),
    undefined,
    ['text_generation', 'x', { max_new_tokens: 5 }],
  ],
  [
    'text-generation, streamed',
    textGeneration,
    draftOf({ inputs: 'x' }, {}, true),
    undefined,
    ['text_generation', 'x', { stream: true }],
  ],
  [
    'text-generation with the details of the prompt only',
    textGeneration,
    draftOf({ inputs: 'x' }, { decoder_input_details: true }),
    undefined,
    undefined,
  ],
  [
    'chat',
    conversational,
    draftOf(chat, { temperature: 0, min_p: 0.1 }),
    ['chatCompletion', { messages: user, temperature: 0, min_p: 0.1 }],
    ['chat_completion', { messages: user, temperature: 0, extra_body: { min_p: 0.1 } }],
  ],
  [
    'chat, streamed',
    conversational,
    draftOf(chat, {}, true),
    ['chatCompletionStream', { messages: user }],
    ['chat_completion', { messages: user, stream: true }],
  ],
  [
    'chat with a JSON schema',
    conversational,
    draftOf(chat, { response_format: schema }),
    ['chatCompletion', { messages: user, response_format: schema }],
    undefined,
  ],
  [
    'image-classification',
    imageClassification,
    draftOf({ image }),
    ['imageClassification', { inputs: '' }],
    ['image_classification', '', {}],
  ],
  [
    'image-classification with parameters',
    imageClassification,
    draftOf({ image }, { top_k: 2, function_to_apply: 'none' }),
    undefined,
    ['image_classification', '', { top_k: 2, function_to_apply: 'none' }],
  ],
  [
    'image-segmentation',
    imageSegmentation,
    draftOf({ image }, { subtask: 'panoptic', threshold: 0.5 }),
    undefined,
    ['image_segmentation', '', { subtask: 'panoptic', threshold: 0.5 }],
  ],
  [
    'image-segmentation, a parameter that nobody documents',
    imageSegmentation,
    draftOf({ image }, { new: 1 }),
    undefined,
    undefined,
  ],
  [
    'zero-shot-image-classification',
    zeroShotImages,
    draftOf({ image, candidate_labels: ['a', 'b'] }, { hypothesis_template: '{}' }),
    [
      'zeroShotImageClassification',
      {
        inputs: { image: '' },
        parameters: { hypothesis_template: '{}', candidate_labels: ['a', 'b'] },
      },
    ],
    undefined,
  ],
  [
    'zero-shot-image-classification without a file',
    zeroShotImages,
    draftOf({ image: null, candidate_labels: ['a', 'b'] }),
    undefined,
    undefined,
  ],
  ['image-to-text', imageToText, draftOf({ image }), undefined, ['image_to_text', '', {}]],
  [
    'image-to-text with parameters',
    imageToText,
    draftOf({ image }, { max_new_tokens: 5 }),
    undefined,
    undefined,
  ],
  [
    'image-to-image',
    imageToImage,
    draftOf({ image, prompt: '' }),
    ['imageToImage', { inputs: '' }],
    ['image_to_image', '', {}],
  ],
  [
    'image-to-image with a prompt',
    imageToImage,
    draftOf({ image, prompt: 'x' }, { target_size: { width: 64, height: 64 } }),
    [
      'imageToImage',
      { inputs: '', parameters: { prompt: 'x', target_size: { width: 64, height: 64 } } },
    ],
    ['image_to_image', '', { prompt: 'x', target_size: { width: 64, height: 64 } }],
  ],
  [
    'visual-question-answering',
    visualQa,
    draftOf({ image, question: 'x' }),
    undefined,
    ['visual_question_answering', '', 'x', {}],
  ],
  [
    'visual-question-answering for one answer',
    visualQa,
    draftOf({ image, question: 'x' }, { top_k: 1 }),
    ['visualQuestionAnswering', { inputs: { image: '', question: 'x' }, parameters: { top_k: 1 } }],
    ['visual_question_answering', '', 'x', { top_k: 1 }],
  ],
  [
    'document-question-answering',
    documentQa,
    draftOf({ image, question: 'x' }, { lang: 'eng' }),
    [
      'documentQuestionAnswering',
      { inputs: { image: '', question: 'x' }, parameters: { lang: 'eng' } },
    ],
    ['document_question_answering', '', 'x', { lang: 'eng' }],
  ],
  [
    'document-question-answering for several answers',
    documentQa,
    draftOf({ image, question: 'x' }, { top_k: 3 }),
    undefined,
    ['document_question_answering', '', 'x', { top_k: 3 }],
  ],
  ['custom', custom, draftOf(custom.emptyInput), undefined, undefined],
]

describe('client calls', () => {
  it.each(rows)('of %s', (_name, task, draft, javascript, python) => {
    const found = calls(task, draft)
    expect(words(found.javascript)).toEqual(javascript)
    expect(words(found.python)).toEqual(python)
  })

  it('name methods that the JavaScript library has', () => {
    const client = new InferenceClient() as unknown as Record<string, unknown>
    const methods = rows.flatMap(([, task, draft]) => [
      calls(task, draft).javascript?.method,
      (task as AnyTask).providerCall?.(draft).method,
    ])
    for (const method of methods) if (method) expect(client[method]).toBeTypeOf('function')
  })

  it('say where the file stands', () => {
    const { javascript, python } = calls(objectDetection, draftOf({ image }))
    expect(javascript?.files).toEqual([{ pointer: '/inputs', file: image, prefix: '' }])
    expect(python?.files).toEqual([{ pointer: '/0', file: image, prefix: '', in: 'positional' }])
    const said = calls(conversational, draftOf({ ...chat, draftImages: [image] }))
    for (const call of [said.javascript, said.python]) {
      expect(call?.files).toMatchObject([{ pointer: '/messages/0/content/1/image_url/url' }])
    }
  })
})

describe('calls of providers', () => {
  it.each([
    [
      'text-generation',
      textGeneration.providerCall?.(draftOf({ inputs: 'x' }, { max_new_tokens: 5, seed: 1 }, true)),
      {
        method: 'textGenerationStream',
        args: { inputs: 'x', parameters: { max_new_tokens: 5, seed: 1 }, max_tokens: 5, seed: 1 },
      },
    ],
    [
      'text-to-image',
      textToImage.providerCall?.(draftOf({ inputs: 'x' })),
      { method: 'textToImage', args: { inputs: 'x' } },
    ],
    [
      'image-to-image',
      imageToImage.providerCall?.(draftOf({ image, prompt: 'x' }, { guidance_scale: 3 })),
      {
        method: 'imageToImage',
        args: { inputs: '', parameters: { prompt: 'x', guidance_scale: 3 } },
        files: [{ pointer: '/inputs', file: image }],
      },
    ],
    [
      'image-to-text',
      imageToText.providerCall?.(draftOf({ image })),
      { method: 'imageToText', args: { inputs: '' }, files: [{ pointer: '/inputs', file: image }] },
    ],
    [
      'image-segmentation',
      imageSegmentation.providerCall?.(draftOf({ image }, { threshold: 0.5 })),
      {
        method: 'imageSegmentation',
        args: { inputs: '', parameters: { threshold: 0.5 } },
        files: [{ pointer: '/inputs', file: image }],
      },
    ],
    [
      'speech recognition',
      asr.providerCall?.(draftOf({ audio: sound }, { language: 'en' })),
      {
        method: 'automaticSpeechRecognition',
        args: { inputs: '', parameters: { language: 'en' } },
        files: [{ pointer: '/inputs', file: sound }],
      },
    ],
  ])('%s', (_name, call, expected) => {
    expect(call).toMatchObject(expected)
  })

  it('are there for what third parties serve, and for nothing else', () => {
    const all = [...new Set(rows.map(([, task]) => task as AnyTask))]
    const served = all.filter((task) => task.providerCall).map(({ id }) => id)
    expect(served.sort()).toEqual([
      'audio-to-audio',
      'automatic-speech-recognition',
      'image-segmentation',
      'image-to-image',
      'image-to-text',
      'text-generation',
      'text-to-image',
      'text-to-speech',
    ])
  })
})
