import { base64At, inputsBody } from '@/core/body'
import { imageProblems, textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments } from '@/core/client-call'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft, type SampleLoader } from '@/core/task'
import { readWordBoxes, type WordBox } from '@/core/word-boxes'
import schema from '#task-schemas/document-question-answering/spec/input.json'
import invoiceWords from './invoice-words.json'
import { parseAnswers, type DocumentAnswer } from './parse'

export type { DocumentAnswer }

export interface Input {
  readonly image: MediaFile | null
  readonly question: string
}

export interface Output {
  readonly answers: readonly DocumentAnswer[]
  /** The document's words as they were sent along; empty where none were. */
  readonly words: readonly WordBox[]
}

const given = (question: string) => async (loadSample: SampleLoader) => ({
  image: await loadSample('invoice.png'),
  question,
})

export default defineTask<Input, Output>({
  id: 'document-question-answering',
  schema,
  models: [
    { id: 'impira/layoutlm-document-qa' },
    { id: 'impira/layoutlm-invoices' },
    { id: 'naver-clova-ix/donut-base-finetuned-docvqa' },
    { id: 'google/pix2struct-docvqa-large' },
    ...sandboxModels('document-question-answering'),
  ],
  examples: [
    {
      id: 'number',
      title: { en: 'The number of an invoice', 'zh-CN': '发票号码' },
      input: given('What is the invoice number?'),
      parameters: { word_boxes: invoiceWords },
    },
    {
      id: 'price',
      title: { en: 'A price in a table', 'zh-CN': '表格中的单价' },
      input: given('What is the price of the desk lamp?'),
      parameters: { top_k: 3, word_boxes: invoiceWords },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: given('到期日期是什么时候？'),
      parameters: { word_boxes: invoiceWords },
    },
  ],
  emptyInput: { image: null, question: '' },
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/inference_client#huggingface_hub.InferenceClient.document_question_answering',
  streams: false,
  problems: ({ image, question }) => [
    ...imageProblems('image', image),
    ...textProblems('question', question, 'question-missing'),
  ],
  request: (draft) => {
    const { image, question } = draft.input
    const files = image ? [base64At('/inputs/image', image)] : []
    return {
      route: 'model',
      body: inputsBody({ image: '', question }, draft.parameters, files),
      stream: false,
      clients: clients(draft),
    }
  },
  parse: (reply, { parameters }) => ({
    answers: parseAnswers(reply),
    words: readWordBoxes(parameters.word_boxes) ?? [],
  }),
  title: ({ question }) => oneLine(question),
})

/** @huggingface/inference hands on the first answer only: it is offered where no more were asked for. */
function clients({ input: { image, question }, parameters }: Draft<Input>): ClientCalls {
  if (!image) return {}
  const { top_k = 1 } = parameters
  const javascript = javascriptCall(
    'documentQuestionAnswering',
    inputsArgs({ image: '', question }, parameters),
    [base64At('/inputs/image', image)],
  )
  const keywords = [
    'doc_stride',
    'handle_impossible_answer',
    'lang',
    'max_answer_len',
    'max_question_len',
    'max_seq_len',
    'top_k',
    'word_boxes',
  ]
  const args = pythonArguments(parameters, keywords, false)
  const files = [{ ...base64At('/0', image), in: 'positional' as const }]
  const python = { method: 'document_question_answering', positional: ['', question], files }
  return {
    ...(top_k === 1 ? { javascript } : {}),
    ...(args ? { python: { ...python, args } } : {}),
  }
}
