import type { FilledInput, GivenBody } from '../given-body'
import { isObject } from '../json'
import { parameterFields } from '../parameters'
import type { RequestBody } from '../request'
import { optionsOfHeaders, takesOptions } from '../request-options'
import type { AnyTask, Draft, TaskRequest } from '../task'
import { sameBody } from './exact'
import { fillByNames } from './fill'
import { similarity } from './similar'
import type { Target } from './target'

/** Why a task was guessed, the strongest first. */
export type GuessReason =
  | 'pipeline' // the URL names it
  | 'sandbox' // the sandbox's model names it
  | 'chat' // the URL is a chat's
  | 'model' // it suggests this model
  | 'similar' // its models have names like this one's
  | 'body' // its body has this shape
  | 'anything' // none of the above: any body goes there

export interface Candidate {
  readonly task: string
  readonly reason: GuessReason
  /** The task's page would send this very body, the same way. */
  readonly exact: boolean
  /** The page sends any headers. */
  readonly anything: boolean
  readonly draft: Draft<unknown>
  /** Names of files that the body has only as an address. */
  readonly absent: readonly string[]
  readonly score: number
}

/** Names shared with a task's models weigh as a guess from here on. */
const SIMILAR = 0.5

/** Every task that can take the body, the likeliest first. */
export function candidates(
  given: GivenBody,
  body: RequestBody,
  target: Target,
  tasks: readonly AnyTask[],
): Candidate[] {
  const alike = similarity(target.model, tasks)
  return tasks
    .flatMap((task) => {
      const filled = fill(task, given)
      if (!filled) return []
      return [candidate(task, filled, given, body, target, alike.get(task.id) ?? 0)]
    })
    .sort((a, b) => b.score - a.score)
}

function fill(task: AnyTask, given: GivenBody): FilledInput<unknown> | undefined {
  const filled = task.fromBody
    ? task.fromBody(given)
    : fillByNames(task.emptyInput, given, task.hiddenParameters)
  // A JSON in a file on the disk could be any task's: its page opens with model and connection, and the inputs empty.
  const unread = given.file !== undefined && /json/i.test(given.type)
  return unread && !filled?.anything ? { input: task.emptyInput, parameters: {} } : filled
}

function candidate(
  task: AnyTask,
  filled: FilledInput<unknown>,
  given: GivenBody,
  body: RequestBody,
  target: Target,
  alike: number,
): Candidate {
  const streams = isObject(given.value) && (given.value as { stream?: unknown }).stream === true
  // A page for any request takes the headers as they are.
  const asked = takesOptions(target.connection) && !filled.anything
  const options = asked ? optionsOfHeaders(given.headers) : undefined
  const draft: Draft<unknown> = {
    model: target.model,
    input: filled.input,
    parameters: filled.parameters,
    stream: task.streams && streams,
    ...(options ? { options } : {}),
  }
  const request = task.request(draft, target.connection)
  const sameWay = (request.method ?? 'POST') === given.method && sameRoute(task.id, request, target)
  const exact = sameWay && sameBody(request.body, withModel(body, request.body))
  const listed = target.model !== '' && task.models.some(({ id }) => id === target.model)
  const chat = request.route === 'chat' && target.chat
  const openai = chat || (request.route === 'completions' && target.completions)
  const anything = filled.anything ?? false
  const reason = reasonOf(task, target, { chat, listed, alike, anything })
  const score =
    (target.task === task.id ? 2000 : 0) +
    (openai ? 900 : 0) +
    (exact ? 300 : 0) +
    (listed && !anything ? 200 : 0) +
    (alike >= SIMILAR ? Math.min(150, 60 * alike) : 0) +
    (anything ? -250 : 0) +
    shapeScore(task, filled, given)
  const absent = filled.absent ?? []
  return { task: task.id, reason, exact, anything, draft, absent, score }
}

/** The page would send to the URL that the command names. */
function sameRoute(
  id: string,
  { route, path }: TaskRequest,
  { connection, chat, completions, task, named }: Target,
): boolean {
  if (route === 'chat') return chat
  if (route === 'completions') return completions
  // A path is put behind an endpoint's URL.
  if (connection.kind === 'endpoint') return !path
  if (chat || completions) return false
  if (connection.kind === 'provider') return route === 'pipeline' ? task === id : task === undefined
  return task === id && (named === 'pipeline' || route !== 'pipeline')
}

/** The page of a chat may hold the model as the connection wants it, without the provider that stands in the body. */
function withModel(body: RequestBody, own: RequestBody): RequestBody {
  if (body.kind !== 'json' || own.kind !== 'json') return body
  if (!isObject(body.value) || !isObject(own.value)) return body
  const { model } = own.value
  const named = body.value.model
  const provided =
    typeof model === 'string' && typeof named === 'string' && named.startsWith(`${model}:`)
  return provided ? { ...body, value: { ...body.value, model } as typeof body.value } : body
}

interface Signs {
  readonly chat: boolean
  readonly listed: boolean
  readonly alike: number
  readonly anything: boolean
}

function reasonOf(task: AnyTask, target: Target, signs: Signs): GuessReason {
  if (target.task === task.id) return target.named ?? 'pipeline'
  if (signs.chat) return 'chat'
  if (signs.anything) return 'anything'
  if (signs.listed) return 'model'
  return signs.alike >= SIMILAR ? 'similar' : 'body'
}

/** Small signs: inputs that were named, parameters that the documentation knows, the kind of file. */
function shapeScore(task: AnyTask, filled: FilledInput<unknown>, given: GivenBody): number {
  const { input, parameters } = filled
  const empty = isObject(task.emptyInput) ? task.emptyInput : {}
  const named = Object.entries(isObject(input) ? input : {}).filter(
    ([key, value]) => key !== 'inputs' && key in empty && value !== empty[key],
  )
  const known = new Set(parameterFields(task.schema).map(({ name }) => name))
  const parameterScore = Object.keys(parameters).reduce(
    (sum, name) => sum + (known.has(name) ? 8 : -12),
    0,
  )
  const missing = task.problems(input).length * 10
  const media = given.file?.type.split('/')[0]
  const kind = media === 'image' || media === 'audio' ? media : undefined
  const fileScore = kind === undefined ? 0 : kind in empty ? 20 : -200
  return named.length * 15 + (task.schema ? parameterScore : 0) - missing + fileScore
}
