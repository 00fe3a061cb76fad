import { bodyOf } from './inputs'
import type { Recorded } from './exchanges'

/** How requests that are prepared today may differ from recorded ones. A difference that is not here fails. */
export interface Drift {
  /** Of `differences`, or a word about the URL or the library. */
  readonly difference: string
  readonly reason: string
  readonly of: (exchange: Recorded) => boolean
  /** How many recorded exchanges differ so. */
  readonly count: number
}

type Condition = Drift['of']

const isHf: Condition = ({ provider }) => provider === 'hf-inference'
const isThirdParty: Condition = (exchange) => !isHf(exchange)
const isTask =
  (...tasks: string[]): Condition =>
  ({ task }) =>
    tasks.includes(task)
const isFrom =
  (...hosts: string[]): Condition =>
  ({ provider }) =>
    hosts.includes(provider)
const both =
  (one: Condition, other: Condition): Condition =>
  (each) =>
    one(each) && other(each)
const isChat = isTask('chat-completion')
const isLegacy = isTask('conversational-legacy')

export const ARCHIVED_HOST = 'url: huggingface.co/api/inference-proxy'
export const NO_CHAT_ROUTE = 'url: no /v1/chat/completions'
export const OLD_PIPELINE = 'url: not models/MODEL/pipeline/TASK'
export const NO_PROVIDER = 'library: has no such provider any more'

export const drifts: readonly Drift[] = [
  {
    difference: '-options',
    reason: 'the client of 2023 and 2024 sent its own options in the body',
    of: isHf,
    count: 41,
  },
  {
    difference: '-model',
    reason: 'clients of 2024 and 2025 named the model in the body as well as in the URL',
    of: both(isHf, (exchange) => !isChat(exchange)),
    count: 24,
  },
  {
    difference: '~model',
    reason: 'clients of 2024 called the model of any server "tgi"',
    of: (exchange) => isHf(exchange) && isChat(exchange) && bodyOf(exchange).model === 'tgi',
    count: 12,
  },
  {
    difference: '+model',
    reason: 'a client of January 2025 named the model of a chat in the URL only',
    of: both(isHf, isChat),
    count: 5,
  },
  {
    difference: '+messages',
    reason: 'a test left the messages out; a page with none says so and sends nothing',
    of: ({ task, response }) => task === 'chat-completion' && response.status === 422,
    count: 4,
  },
  {
    difference: '~inputs',
    reason: 'the client sent the one text to classify as a list of one, and got a list of one back',
    of: both(isHf, isTask('zero-shot-classification')),
    count: 4,
  },
  {
    difference: ARCHIVED_HOST,
    reason: 'the router lived there at the beginning of 2025',
    of: isHf,
    count: 25,
  },
  {
    difference: NO_CHAT_ROUTE,
    reason: 'a client of January 2025 sent chats to the model itself',
    of: both(isHf, isChat),
    count: 4,
  },
  ...['+messages', '+model', '-inputs', NO_CHAT_ROUTE].map((difference) => ({
    difference,
    reason: 'the chat body of 2023; the page sends chat completions on every connection',
    of: isLegacy,
    count: 1,
  })),
  {
    difference: OLD_PIPELINE,
    reason: 'clients until 2025 named the task before the model, or not at all',
    of: both(isHf, isTask('feature-extraction', 'sentence-similarity')),
    count: 23,
  },
  {
    difference: '-parameters',
    reason: 'clients of 2024 and 2025 sent no parameters as {}',
    of: isTask('sentence-similarity'),
    count: 2,
  },
  {
    difference: '-provider',
    reason: 'a client of January 2025 sent the name of the provider along',
    of: isThirdParty,
    count: 8,
  },
  {
    difference: '-inputs',
    reason: 'clients of January 2025 sent the prompt to picture providers under both names',
    of: both(isTask('text-to-image'), isFrom('api.together.xyz', 'fal.run')),
    count: 7,
  },
  {
    difference: '+parameters',
    reason: "today's client sends Together a copy of the parameters that it does not read",
    of: both(isTask('text-generation'), isFrom('api.together.xyz')),
    count: 4,
  },
  {
    difference: '-model',
    reason: 'these providers have the model in the URL; a client of January 2025 sent it along',
    of: isFrom('fal.run', 'api.replicate.com'),
    count: 2,
  },
  {
    difference: '+model',
    reason: 'a test left the model out, and was refused',
    of: ({ provider, response }) => provider !== 'hf-inference' && response.status >= 400,
    count: 2,
  },
  {
    difference: '-response_format',
    reason: 'clients until March 2025 asked fal for base64, which it does not know',
    of: isFrom('fal.run'),
    count: 18,
  },
  {
    difference: '-sync_mode',
    reason: 'clients of March 2025 asked fal to answer at once; today the client polls a queue',
    of: isFrom('fal.run'),
    count: 8,
  },
  ...(['-loras', '-model_name'] as const).map((difference, at) => ({
    difference,
    reason: 'comes from the Hub: which adapter a model is, which the client looks up by itself',
    of: isFrom('fal.run'),
    count: [7, 4][at] ?? 0,
  })),
  {
    difference: NO_PROVIDER,
    reason: 'hyperbolic, nebius, sambanova and black-forest-labs have left the client library',
    of: isTask('text-to-image', 'feature-extraction'),
    count: 5,
  },
]
