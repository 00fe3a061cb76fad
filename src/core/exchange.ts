/** One event of a stream, or one piece of a body that is no event stream. */
export interface Chunk {
  /** Milliseconds since the request was sent. */
  readonly at: number
  /** The event's type, when the stream names one other than `message`. */
  readonly event?: string
  readonly data: string
}

export type ExchangeBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly blob: Blob }
  | { readonly kind: 'events'; readonly chunks: readonly Chunk[] }

/** Why an earlier attempt was not the last. */
export type WaitReason = 'loading' | 'rate-limited'

export interface Attempt {
  readonly status: number
  readonly reason: WaitReason
  /** Milliseconds waited before the next attempt. */
  readonly waitMs: number
}

/** How a reply ended: `complete`, `cut` by the server or the network, or `aborted` by the person. */
export type Ending = 'complete' | 'cut' | 'aborted'

/** What came back, raw, as it is shown, kept and replayed. Holds no secret: request headers live in the request. */
export interface Exchange {
  readonly status: number
  readonly statusText: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The reply's media type without parameters, lower case; `''` when the server named none. */
  readonly mediaType: string
  readonly body: ExchangeBody
  readonly attempts: readonly Attempt[]
  readonly ending: Ending
  readonly timing: Timing
}

/** Milliseconds since the last attempt was sent. */
export interface Timing {
  readonly headersMs: number
  readonly firstByteMs?: number
  readonly totalMs: number
}
