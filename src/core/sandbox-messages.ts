/** What goes between the page and the worker that its sandbox runs in; every call has a number. */
export type ToSandbox =
  | {
      readonly kind: 'call'
      readonly call: number
      /** Absolute. */
      readonly url: string
      readonly method: string
      readonly headers: readonly (readonly [name: string, value: string])[]
      /** Handed over without a copy of its bytes. */
      readonly body: Blob | undefined
    }
  /** The next piece of the body is wanted: a stream goes no faster than it is read. */
  | { readonly kind: 'pull'; readonly call: number }
  | { readonly kind: 'abort'; readonly call: number }

export type FromSandbox =
  | {
      readonly kind: 'head'
      readonly call: number
      readonly status: number
      readonly headers: readonly (readonly [name: string, value: string])[]
    }
  | { readonly kind: 'piece'; readonly call: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end'; readonly call: number }
  | { readonly kind: 'failed'; readonly call: number; readonly message: string }

/** One end of the line: a worker, a worker's own scope, or a port. */
export interface SandboxLine<Sent, Heard> {
  postMessage: (message: Sent, transfer: Transferable[]) => void
  addEventListener: (type: 'message', heard: (event: { readonly data: Heard }) => void) => void
}
