import { base64At, inputsBody } from '@/core/body'
import { imageProblems, textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments } from '@/core/client-call'
import { isObject, isString } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import { isScore, jsonOf, readOneOrMore, scoreOf, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft, type SampleLoader } from '@/core/task'
import schema from '#task-schemas/visual-question-answering/spec/input.json'

export interface Input {
  readonly image: MediaFile | null
  readonly question: string
}

export interface Answer {
  readonly answer: string
  /** Null where the service gave none. */
  readonly score: number | null
}

export interface Output {
  /** In the order of the reply: the likeliest first. */
  readonly answers: readonly Answer[]
}

const expected = '[{answer, score}]'

const given = (sample: string, question: string) => async (loadSample: SampleLoader) => ({
  image: await loadSample(sample),
  question,
})

export default defineTask<Input, Output>({
  id: 'visual-question-answering',
  schema,
  models: [
    { id: 'dandelin/vilt-b32-finetuned-vqa' },
    { id: 'Salesforce/blip-vqa-base' },
    { id: 'Salesforce/blip-vqa-capfilt-large' },
    ...sandboxModels('visual-question-answering'),
  ],
  examples: [
    {
      id: 'shapes',
      title: { en: 'How many shapes', 'zh-CN': '有几个形状' },
      input: given('shapes.png', 'How many shapes are there?'),
    },
    {
      id: 'fruit',
      title: { en: 'What colour', 'zh-CN': '什么颜色' },
      input: given('fruit.png', 'What colour is the fruit?'),
      parameters: { top_k: 3 },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: given('street.png', '图片上方是什么颜色？'),
    },
  ],
  emptyInput: { image: null, question: '' },
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/inference_client#huggingface_hub.InferenceClient.visual_question_answering',
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
  parse,
  title: ({ question }) => oneLine(question),
})

/** @huggingface/inference hands on the first answer only: it is offered where one was asked for. */
function clients({ input: { image, question }, parameters }: Draft<Input>): ClientCalls {
  if (!image) return {}
  const javascript = javascriptCall(
    'visualQuestionAnswering',
    inputsArgs({ image: '', question }, parameters),
    [base64At('/inputs/image', image)],
  )
  const args = pythonArguments(parameters, ['top_k'], false)
  const files = [{ ...base64At('/0', image), in: 'positional' as const }]
  return {
    ...(parameters.top_k === 1 ? { javascript } : {}),
    ...(args
      ? { python: { method: 'visual_question_answering', positional: ['', question], args, files } }
      : {}),
  }
}

function parse(reply: Reply): Output {
  const answers = readOneOrMore(unnested(jsonOf(reply, expected)), readAnswer)
  if (!answers) throw new UnreadableReply(expected)
  return { answers }
}

function readAnswer(value: unknown): Answer | undefined {
  if (!isObject(value) || !isString(value.answer) || !isScore(value.score)) return undefined
  return { answer: value.answer, score: scoreOf(value.score) }
}
