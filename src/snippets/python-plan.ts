import { AUTO_PROVIDER } from '@/core/connection'
import { isObject, type Json, type JsonObject } from '@/core/json'
import type { ClientCall, ProviderRequest, WireRequest } from '@/core/request'
import { billTo, clientRoute, type ClientRoute } from './client-route'
import { bodySource } from './files'
import { sameJson } from './same'

/**
 * How a method of huggingface_hub's InferenceClient makes a body of its arguments. Its own `parameters: {}` and
 * `stream: false` count as absent.
 */
interface Lowering {
  /** Arguments that become `inputs`, in the order of the method: one is the value itself, more are an object's keys. */
  readonly inputs: readonly string[]
  /** Arguments that become `parameters`; with `extra_body`, any other too. At the root for `chat`. */
  readonly parameters: readonly string[]
  /** The input is a file: raw without parameters, base64 with them. */
  readonly file?: boolean
  readonly chat?: boolean
  /** Parameters stand at the root, beside `inputs`. */
  readonly root?: boolean
  /** It reads only what hf-inference answers. */
  readonly routed?: boolean
  /** The task that it names in the path on hf-inference. */
  readonly pipeline?: string
}

const GENERATION =
  'adapter_id best_of decoder_input_details details do_sample frequency_penalty grammar max_new_tokens ' +
  'repetition_penalty return_full_text seed stop temperature top_k top_n_tokens top_p truncate typical_p watermark'
const CHAT =
  'frequency_penalty logit_bias logprobs max_tokens n presence_penalty response_format seed stop stream_options ' +
  'temperature tool_choice tool_prompt tools top_logprobs top_p extra_body'
const IMAGE =
  'negative_prompt height width num_inference_steps guidance_scale scheduler seed extra_body'

const DOCUMENT =
  'doc_stride handle_impossible_answer lang max_answer_len max_question_len max_seq_len top_k word_boxes'

const METHODS: Readonly<Record<string, Lowering>> = {
  text_classification: {
    inputs: ['text'],
    parameters: ['top_k', 'function_to_apply'],
    routed: true,
  },
  token_classification: {
    inputs: ['text'],
    parameters: ['aggregation_strategy', 'ignore_labels', 'stride'],
  },
  table_question_answering: {
    inputs: ['table', 'query'],
    parameters: ['padding', 'sequential', 'truncation'],
    routed: true,
  },
  object_detection: { inputs: ['image'], parameters: ['threshold'], file: true },
  image_to_text: { inputs: ['image'], parameters: [], file: true, routed: true },
  image_to_image: {
    inputs: ['image'],
    parameters: [
      'prompt',
      'negative_prompt',
      'num_inference_steps',
      'guidance_scale',
      'target_size',
    ],
    file: true,
  },
  visual_question_answering: { inputs: ['image', 'question'], parameters: ['top_k'] },
  document_question_answering: {
    inputs: ['image', 'question'],
    parameters: DOCUMENT.split(' '),
    routed: true,
  },
  automatic_speech_recognition: { inputs: ['audio'], parameters: ['extra_body'], file: true },
  text_to_image: { inputs: ['prompt'], parameters: IMAGE.split(' ') },
  text_generation: { inputs: ['prompt'], parameters: GENERATION.split(' ') },
  feature_extraction: {
    inputs: ['text'],
    parameters: ['normalize', 'prompt_name', 'truncate', 'truncation_direction'],
    root: true,
    pipeline: 'feature-extraction',
  },
  // Its arguments are called sentence and other_sentences, and are given by their places.
  sentence_similarity: {
    inputs: ['source_sentence', 'sentences'],
    parameters: [],
    pipeline: 'sentence-similarity',
  },
  chat_completion: { inputs: ['messages'], parameters: CHAT.split(' '), chat: true },
}

export interface PythonPlan {
  readonly call: ClientCall
  readonly route: ClientRoute
  readonly billTo: string | undefined
  /** The model that the constructor names, for a provider. */
  readonly model: string
  /** The media type to send a raw file by; the library would guess it from the name. */
  readonly mediaType?: string
}

/** A call of huggingface_hub that reaches a third-party provider, where the task has one. */
export function providerPythonPlan(request: ProviderRequest): PythonPlan | undefined {
  const call = request.clients.python
  if (!call || !METHODS[call.method]) return undefined
  return {
    call: withoutModel(call),
    route: { kind: 'provider', provider: request.provider },
    billTo: request.billTo || undefined,
    model: request.model,
  }
}

/**
 * A call of huggingface_hub that sends this request, or undefined where there is none. Without a credential there is
 * none: the library would then send the token that is saved on the machine to whatever the URL is.
 */
export function pythonPlan(request: WireRequest): PythonPlan | undefined {
  const call = request.clients.python
  const lowering = call && METHODS[call.method]
  const route = lowering && clientRoute(request, lowering.chat === true, lowering.pipeline)
  if (!call || !lowering || !route || request.credential.kind === 'none') return undefined
  if (bodySource(request).kind === 'saved') return undefined
  if (lowering.routed && route.kind === 'endpoint') return undefined
  // Only the chat router gets a JSON schema as it is.
  if (call.args.response_format !== undefined && !isRouter(route)) return undefined
  const sent = bodyOf(request, call, lowering)
  if (!sent || !sameBody(request, call, sent, lowering)) return undefined
  return {
    call: lowering.chat ? withModel(call, request.model) : withoutModel(call),
    route,
    billTo: billTo(request),
    model: request.model,
    ...(request.body.kind === 'bytes' ? { mediaType: request.body.file.type } : {}),
  }
}

function isRouter(route: ClientRoute): boolean {
  return route.kind === 'provider' && route.provider === AUTO_PROVIDER
}

/** Without one, the library would send the endpoint's URL as the model. */
function withModel(call: ClientCall, model: string): ClientCall {
  return { ...call, args: { model, ...call.args } }
}

function withoutModel(call: ClientCall): ClientCall {
  const entries = Object.entries(call.args).filter(([name]) => name !== 'model')
  return { ...call, args: Object.fromEntries(entries) }
}

/** What the library makes of the call, with "" where a file stands; undefined where it would refuse or change it. */
function bodyOf(
  request: WireRequest,
  call: ClientCall,
  lowering: Lowering,
): JsonObject | undefined {
  const { model = request.model, stream, extra_body: extra = {}, ...named } = call.args
  const inputs = inputsOf(call, lowering)
  const parameters = Object.fromEntries(
    Object.entries(named).filter(([name]) => !lowering.inputs.includes(name)),
  )
  const accepted = Object.keys(parameters).every((name) => lowering.parameters.includes(name))
  const extras = isObject(extra) ? Object.keys(extra).length : 1
  if (!accepted || (extras > 0 && !lowering.parameters.includes('extra_body'))) return undefined
  if (stream !== undefined && (stream === true) !== request.stream) return undefined
  const sent: JsonObject = { ...parameters, ...(extra as JsonObject) }
  if (hasNull(sent)) return undefined
  const root: JsonObject = request.stream ? { stream: true } : {}
  if (lowering.chat) return { ...inputs, ...sent, ...root, model }
  const value = lowering.inputs.length === 1 ? Object.values(inputs)[0] : inputs
  const body: JsonObject = { inputs: value ?? '', ...root }
  if (lowering.root) return { ...body, ...sent }
  return Object.keys(sent).length > 0 ? { ...body, parameters: sent } : body
}

function inputsOf({ positional = [], args }: ClientCall, { inputs }: Lowering): JsonObject {
  const values = inputs.map((name, index) => [name, positional[index] ?? args[name]] as const)
  return Object.fromEntries(
    values.filter((entry): entry is [string, Json] => entry[1] !== undefined),
  )
}

/** The library leaves out what is null. */
function hasNull(value: Json): boolean {
  if (typeof value !== 'object') return false
  return value === null || Object.values(value).some(hasNull)
}

function sameBody(
  request: WireRequest,
  call: ClientCall,
  sent: JsonObject,
  lowering: Lowering,
): boolean {
  const { body } = request
  const files = call.files.map(({ file }) => file.blob)
  if (body.kind === 'bytes')
    return lowering.file === true && files[0] === body.file.blob && sent.parameters === undefined
  if (body.kind !== 'json') return false
  const sameFiles =
    files.length === body.files.length && body.files.every(({ file }) => files.includes(file.blob))
  return sameFiles && sameJson(sent, withoutDefaults(body.value))
}

/** What the library adds by itself says nothing new. */
function withoutDefaults(value: Json): Json {
  if (!isObject(value)) return value
  const { stream, ...rest } = value as JsonObject
  return stream === false || stream === undefined ? rest : { ...rest, stream }
}
