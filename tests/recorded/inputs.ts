import type { ChatMessage } from '@/core/chat'
import { isListOf, isObject, isString, type JsonObject } from '@/core/json'
import { emptyGrid, fromRecord } from '@/core/table'
import type { AnyTask, Draft } from '@/core/task'
import * as tasks from './tasks'
import { pages, type Recorded } from './exchanges'

/** A task and a draft of it, as a page would hold them. */
export interface Page {
  readonly task: AnyTask
  readonly draft: Draft<unknown>
}

type Fields = Readonly<Record<string, unknown>>

/** The page that a person would have filled in to get the recorded exchange. */
export function pageOf(exchange: Recorded): Page {
  const body = bodyOf(exchange)
  const common = {
    model: exchange.model ?? textOf(body.model),
    stream: body.stream === true,
    parameters: isObject(body.parameters) ? (body.parameters as JsonObject) : {},
  }
  const page = <Input>(task: { readonly id: string }, input: Input, more = {}): Page => ({
    task: task as AnyTask,
    draft: { ...common, input, ...more },
  })
  const inputs = textOf(body.inputs)
  switch (pages[exchange.task]) {
    case 'text-classification':
      return page(tasks.textClassification, { inputs, text_pair: '' })
    case 'token-classification':
      return page(tasks.tokenClassification, { inputs })
    case 'table-question-answering': {
      const { query, table } = isObject(body.inputs) ? body.inputs : {}
      const input = { query: textOf(query), table: fromRecord(table) ?? emptyGrid }
      return page(tasks.tableQuestionAnswering, input)
    }
    case 'tabular-classification':
      return page(tasks.tabularClassification, rowsOf(body))
    case 'tabular-regression':
      return page(tasks.tabularRegression, rowsOf(body))
    case 'zero-shot-classification': {
      const { candidate_labels, ...parameters } = common.parameters
      const [text] = isListOf(body.inputs, isString) ? body.inputs : []
      const input = { inputs: text, candidate_labels }
      return page(tasks.zeroShotClassification, input, { parameters })
    }
    case 'question-answering': {
      const { question, context } = isObject(body.inputs) ? body.inputs : {}
      return page(tasks.questionAnswering, { question: textOf(question), context: textOf(context) })
    }
    case 'summarization':
      return page(tasks.summarization, { inputs })
    case 'translation': {
      const lines = isListOf(body.inputs, isString) ? body.inputs : undefined
      const input = { ...tasks.translation.emptyInput, by_line: lines !== undefined }
      return page(tasks.translation, { ...input, inputs: lines?.join('\n') ?? inputs })
    }
    case 'text2text-generation':
      return page(tasks.text2textGeneration, { inputs })
    case 'feature-extraction':
      return page(tasks.featureExtraction, embedded(body.inputs))
    case 'sentence-similarity': {
      const { source_sentence, sentences } = isObject(body.inputs) ? body.inputs : {}
      const input = { source_sentence: textOf(source_sentence), sentences: sentences as string[] }
      return page(tasks.sentenceSimilarity, input)
    }
    case 'fill-mask':
      return page(tasks.fillMask, { inputs, mask: '' })
    case 'image-classification':
      return page(tasks.imageClassification, { image: null })
    case 'image-segmentation':
      return page(tasks.imageSegmentation, { image: null })
    case 'zero-shot-image-classification':
      return page(tasks.zeroShotImageClassification, { image: null, candidate_labels: [] })
    case 'image-to-text':
      return page(tasks.imageToText, { image: null })
    case 'image-to-image':
      return page(tasks.imageToImage, { image: null, prompt: '' })
    case 'visual-question-answering':
      return page(tasks.visualQuestionAnswering, { image: null, question: '' })
    case 'document-question-answering':
      return page(tasks.documentQuestionAnswering, { image: null, question: '' })
    case 'object-detection':
      return page(tasks.objectDetection, { image: null })
    case 'automatic-speech-recognition':
      return page(tasks.automaticSpeechRecognition, { audio: null })
    case 'audio-classification':
      return page(tasks.audioClassification, { audio: null })
    case 'audio-to-audio':
      return page(tasks.audioToAudio, { audio: null })
    case 'text-to-speech':
      return page(tasks.textToSpeech, { inputs })
    case 'text-to-image':
      return page(tasks.textToImage, ...prompted(body, inputs, imageParameters))
    case 'text-generation':
      return page(tasks.textGeneration, ...prompted(body, inputs, completionParameters))
    default:
      return page(
        tasks.conversational,
        ...chat(exchange.task === 'chat-completion' ? body : modern(body)),
      )
  }
}

function embedded(inputs: unknown) {
  return Array.isArray(inputs)
    ? { inputs: inputs.join('\n'), split: 'lines' }
    : { inputs: textOf(inputs), split: 'text' }
}

function rowsOf({ inputs }: Fields) {
  return { data: fromRecord(isObject(inputs) ? inputs.data : undefined) ?? emptyGrid }
}

export function bodyOf({ request }: Recorded): Fields {
  return request.text === undefined ? {} : (JSON.parse(request.text) as Fields)
}

const imageParameters = ['negative_prompt', 'width', 'height', 'num_inference_steps', 'seed']
const completionParameters = ['temperature', 'max_tokens']

/** Third-party bodies have the prompt and the parameters at the root, or inside `input`. */
function prompted(
  body: Fields,
  inputs: string,
  names: readonly string[],
): [input: { inputs: string }, more: { parameters?: object }] {
  const prompt = isObject(body.input) ? body.input.prompt : body.prompt
  if (!isString(prompt)) return [{ inputs }, {}]
  const parameters = Object.fromEntries(
    Object.entries(body).filter(([name]) => names.includes(name)),
  )
  return [{ inputs: prompt }, { parameters }]
}

/** The last message is the draft in the composer; what is at the root is a parameter, but for what old clients added. */
function chat({ messages = [], model, stream, options, provider, ...parameters }: Fields) {
  const sent = (messages as { role: ChatMessage['role']; content: string }[]).map(
    ({ role, content }, index) => ({ id: `${index}`, role, text: content, images: [] }),
  )
  const draft = sent.pop()?.text ?? ''
  return [{ messages: sent, system: '', draft }, { parameters }] as const
}

/** The body of 2023 in today's words. */
function modern({ inputs }: Fields): Fields {
  const { past_user_inputs, generated_responses, text } = inputs as Record<string, string[]>
  const past = (past_user_inputs ?? []).flatMap((asked, turn) => [
    { role: 'user', content: asked },
    { role: 'assistant', content: generated_responses?.[turn] },
  ])
  return { messages: [...past, { role: 'user', content: text }] }
}

function textOf(value: unknown): string {
  return isString(value) ? value : ''
}
