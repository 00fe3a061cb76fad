/*
 * What @huggingface/inference 4.13.30 can say of the nine tasks. `clients.javascript` names the method and its
 * arguments; the model is added where it is missing. Here what the library would send is compared with the request, and
 * where they differ fetch is used. So a definition may always offer a call, but where it says never.
 *
 *   text-classification           textClassification          on hf-inference only: it throws on a flat reply
 *   token-classification          tokenClassification         the same; never for aggregation_strategy "none"
 *   table-question-answering      tableQuestionAnswering      on hf-inference only: it wants an aggregator
 *   object-detection              objectDetection             without parameters, which it drops
 *   automatic-speech-recognition  automaticSpeechRecognition  the same
 *   text-to-image                 textToImage                 always
 *   image-to-image                imageToImage                always
 *   visual-question-answering     visualQuestionAnswering     with top_k 1: it hands on the first answer only
 *   document-question-answering   documentQuestionAnswering   the same, on hf-inference only: it wants a list
 *   conversational                chatCompletion(Stream)      the OpenAI body
 *   text-generation, custom                                   never: it sends a prompt to /v1/completions
 */
import { HF_INFERENCE } from '@/core/connection'
import type { Json } from '@/core/json'
import type { ClientCall, ProviderRequest, WireRequest } from '@/core/request'
import { billTo, clientRoute, type ClientRoute } from './client-route'
import { bodySource } from './files'
import { headerValue } from './request'
import { sameJson, sameSlots } from './same'

/**
 * How a method makes a body of its arguments.
 * - `json`: the arguments without `model`, as JSON.
 * - `bytes`: the file in `inputs`, raw; everything else is dropped.
 * - `media`: raw bytes as in `bytes` while there are no `parameters`, else as in `json`, the file as base64.
 * - `chat`: the arguments with `model`, as JSON.
 * `routed`: it throws on replies that endpoints are known to give, and is used on hf-inference only.
 */
interface Lowering {
  readonly body: 'json' | 'bytes' | 'media' | 'chat'
  readonly routed?: boolean
  /** The task that it names in the path on hf-inference. */
  readonly pipeline?: string
}

/** The methods whose lowering is known and tested. Any other falls back to fetch. */
const METHODS: Readonly<Record<string, Lowering>> = {
  textClassification: { body: 'json', routed: true },
  tokenClassification: { body: 'json', routed: true },
  tableQuestionAnswering: { body: 'json', routed: true },
  objectDetection: { body: 'bytes' },
  automaticSpeechRecognition: { body: 'bytes' },
  imageToImage: { body: 'media' },
  visualQuestionAnswering: { body: 'json' },
  documentQuestionAnswering: { body: 'json', routed: true },
  textToImage: { body: 'json' },
  featureExtraction: { body: 'json', pipeline: 'feature-extraction' },
  sentenceSimilarity: { body: 'json', pipeline: 'sentence-similarity' },
  chatCompletion: { body: 'chat' },
  chatCompletionStream: { body: 'chat' },
}

export interface ClientPlan {
  readonly call: ClientCall
  readonly route: ClientRoute
  readonly billTo: string | undefined
}

/** The call that a third-party provider is reached by. */
export function providerPlan(request: ProviderRequest): ClientPlan {
  return {
    call: { ...request.call, args: { model: request.model, ...request.call.args } },
    route: { kind: 'provider', provider: request.provider },
    billTo: request.billTo || undefined,
  }
}

/** A call of @huggingface/inference that sends this request, or undefined where there is none. */
export function clientPlan(request: WireRequest): ClientPlan | undefined {
  const call = request.clients.javascript
  const lowering = call && METHODS[call.method]
  const route = lowering && clientRoute(request, lowering.body === 'chat', lowering.pipeline)
  if (!call || !lowering || !route || bodySource(request).kind === 'saved') return undefined
  if (lowering.routed && !(route.kind === 'provider' && route.provider === HF_INFERENCE))
    return undefined
  return sendsSameBody(request, call, lowering)
    ? { call: named(call, route, lowering, request.model), route, billTo: billTo(request) }
    : undefined
}

function sendsSameBody(request: WireRequest, call: ClientCall, { body: how }: Lowering): boolean {
  const { body } = request
  const { model, ...args } = call.args
  const type = headerValue(request, 'content-type')
  const streams = call.method.endsWith('Stream')
  if (streams !== request.stream) return false
  if (how === 'bytes' || (how === 'media' && args.parameters === undefined)) {
    const [slot] = call.files
    return (
      body.kind === 'bytes' &&
      slot?.file.blob === body.file.blob &&
      slot.pointer === '/inputs' &&
      Object.keys(args).length === 1 &&
      type === body.file.type.toLowerCase()
    )
  }
  if (body.kind !== 'json' || type !== 'application/json') return false
  const named = model ?? request.model
  // The library refuses a model that is a URL.
  if (how === 'chat' && /^https?:/i.test(String(named))) return false
  const sent: Json = {
    ...args,
    ...(how === 'chat' ? { model: named } : {}),
    ...(streams ? { stream: true } : {}),
  }
  return sameJson(sent, body.value) && sameSlots(call.files, body.files)
}

/** The arguments with the model where the library needs it: an endpoint serves one, but chat names it in the body. */
function named(call: ClientCall, route: ClientRoute, how: Lowering, model: string): ClientCall {
  const { model: own, ...args } = call.args
  if (route.kind === 'endpoint' && how.body !== 'chat') return { ...call, args }
  return { ...call, args: { model: own ?? model, ...args } }
}
