import type { JsonObject } from './json'

/** A call of the sandbox, after the wire has been read: what a task's rule-based reply is computed from. */
export interface SandboxCall {
  readonly model: string
  /** The JSON body as sent; undefined when raw bytes came. */
  readonly body?: unknown
  /** `inputs` of the JSON body. */
  readonly inputs?: unknown
  /** Raw bytes with their media type, also when they came as base64 in `inputs` of a media task. */
  readonly bytes?: { readonly data: Uint8Array; readonly mediaType: string }
  readonly parameters: JsonObject
  readonly stream: boolean
  readonly signal: AbortSignal
}

export type SandboxReply =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly data: Uint8Array; readonly mediaType: string }
  /** Server-sent events: each member is one `data:` payload. Pacing and faults are the sandbox's. */
  | { readonly kind: 'events'; readonly events: Iterable<string> }

/** Thrown for bad input: becomes `{error: message}` with the status, as the real services answer. */
export class SandboxError extends Error {
  readonly status: number
  constructor(message: string, status = 422) {
    super(message)
    this.name = 'SandboxError'
    this.status = status
  }
}

/** A task's stand-in: rules or classical algorithms over the input it gets. Never a model, never canned. */
export interface SandboxTask {
  /** The task's id. */
  readonly id: string
  /** `inputs` is base64 media: decode it into `bytes`. */
  readonly media: boolean
  /** Models besides `sandbox/<id>` that this task answers for, such as the documentation's. */
  readonly reply: (call: SandboxCall) => SandboxReply | Promise<SandboxReply>
}
