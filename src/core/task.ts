import type { Connection } from './connection'
import type { Chunk } from './exchange'
import type { FilledInput, GivenBody } from './given-body'
import type { JsonObject } from './json'
import type { MediaFile } from './media'
import type { Problem } from './problem'
import type { Reply } from './reply'
import type { ClientCalls, ClientCall, ReplyMedia, RequestBody } from './request'
import type { RequestOptions } from './request-options'

export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]
export type Localized<T = string> = Readonly<Record<Locale, T>>

export const families = ['text', 'vision', 'multimodal', 'audio', 'tabular', 'custom'] as const
export type Family = (typeof families)[number]

/** What navigation and the home page need to know of a task, loaded for all tasks at once: keep it small. */
export interface TaskMeta {
  /** The documented id, which is the folder's name, for example `text-classification`. */
  readonly id: string
  readonly family: Family
  readonly title: Localized
  /** One line: what goes in, what comes out. */
  readonly summary: Localized
  /** Its input has a picture, `image`, which another page's result can become. */
  readonly takesPicture?: true
}

/** What a person has set up on a page: immutable, cloneable, kept as a draft and with each run. */
export interface Draft<Input> {
  readonly model: string
  readonly input: Input
  /** Only what the person set: empty means not sent. */
  readonly parameters: JsonObject
  /** Ask for an event stream. False on tasks that have none. */
  readonly stream: boolean
  /** Left out for the defaults. */
  readonly options?: RequestOptions
}

export interface ModelSuggestion {
  readonly id: string
  /** Serves the sandbox connection: `sandbox/...`. */
  readonly sandbox?: boolean
}

/** A documented example that fills the page. */
export interface Example<Input> {
  readonly id: string
  readonly title: Localized
  /** Loads lazily where it needs a sample file. */
  readonly input: Input | ((loadSample: SampleLoader) => Promise<Input>)
  readonly parameters?: JsonObject
  readonly stream?: boolean
  /** A model that suits the example on Hugging Face; the task's first model otherwise. */
  readonly model?: string
}

/** Loads a file of public/samples by name. */
export type SampleLoader = (name: string) => Promise<MediaFile>

/**
 * Where the request goes, relative to the connection (PROTOCOL.md, "Where a request goes").
 * - `model`: /models/MODEL of a router or the sandbox; an endpoint's URL as it is.
 * - `pipeline`: the same with /pipeline/TASK behind it on a router.
 * - `chat`: the OpenAI chat route of each connection.
 * - `completions`: the older OpenAI route, which continues a text, likewise.
 */
export type Route = 'model' | 'pipeline' | 'chat' | 'completions'

/** A task's request, before a connection gives it a URL. */
export interface TaskRequest {
  readonly route: Route
  readonly body: RequestBody
  readonly stream: boolean
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly clients: ClientCalls
  /** The reply is a picture or a sound: the snippets write it to a file. */
  readonly replyMedia?: ReplyMedia
  /** Path appended to an endpoint's URL, for tasks that let the person choose one. */
  readonly path?: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
}

/** Folds a stream into an output, one event at a time, with bounded work per event. */
export interface Fold<Output> {
  readonly start: () => Output
  /** Throws ErrorReply for an error object in the stream. Unknown events leave the output as it is. */
  readonly step: (output: Output, chunk: Chunk) => Output
  /** True once the output says that the stream has come to its proper end. */
  readonly ended: (output: Output) => boolean
}

/**
 * One documented inference task: pure, no Vue, no fetch.
 * `Input` and `Output` are plain data that the structured clone algorithm can copy.
 */
export interface TaskDefinition<Input, Output> {
  readonly id: string
  /** The documented JSON schema of the task's input (src/tasks/<task>/spec/input.json); undefined where there is none. */
  readonly schema?: unknown
  /** Names of parameters that the form leaves out: they are inputs of the page, such as `candidate_labels`. */
  readonly hiddenParameters?: readonly string[]
  /** Recommended first; those marked `sandbox` serve the sandbox connection. */
  readonly models: readonly ModelSuggestion[]
  /** At least one. The first fills the page when it opens. */
  readonly examples: readonly Example<Input>[]
  readonly emptyInput: Input
  /** Names of the input's fields that an example leaves as they are, such as the request's dialect. */
  readonly keptFields?: readonly string[]
  /** The documentation's page of the task. */
  readonly docs: string
  /** The task can answer as an event stream. */
  readonly streams: boolean
  /**
   * What is missing or wrong, at the fields where it matters. Never throws. `draft` and `connection` are for tasks that
   * have bodies to choose from, which not everything fits into; left out where only the input is asked about.
   */
  readonly problems: (
    input: Input,
    draft?: Draft<Input>,
    connection?: Connection,
  ) => readonly Problem[]
  /**
   * The documented body. Throws nothing for a half-filled page. `connection` is for tasks whose body depends on what
   * serves it; undefined where nobody asks for a connection.
   */
  readonly request: (draft: Draft<Input>, connection?: Connection) => TaskRequest
  /**
   * The call of @huggingface/inference by which third-party providers serve this task; undefined where only
   * hf-inference does. `args` leaves out model and provider.
   */
  readonly providerCall?: (draft: Draft<Input>) => ClientCall
  /** Accepts every documented shape. Throws UnreadableReply otherwise, ErrorReply for an error object. */
  readonly parse: (reply: Reply, draft: Draft<Input>) => Output
  readonly fold?: Fold<Output>
  /**
   * Reads a body back that somebody's command sends: the reverse of `request`, for tasks whose input has other names or
   * shapes than their body. Undefined where the body is not this task's. Pure, never throws.
   */
  readonly fromBody?: (given: GivenBody) => FilledInput<Input> | undefined
  /** What of an input a link may carry, for tasks whose input can hold a secret. */
  readonly shared?: (input: Input) => Input
  /** One line for the history list: what was asked. */
  readonly title: (input: Input) => string
}

/** Gives a definition its types by inference, and freezes it. */
export function defineTask<Input, Output>(
  definition: TaskDefinition<Input, Output>,
): TaskDefinition<Input, Output> {
  return Object.freeze(definition)
}

/** A definition whose input and output nobody needs to know. */
export type AnyTask = TaskDefinition<unknown, unknown>
