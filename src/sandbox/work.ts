/** One call's work: it can be called off by the client until it has finished. */
export interface Work {
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal
  /** The client is gone. */
  readonly abort: () => void
  /** The reply is complete, or its end was meant: a client that goes now aborts nothing. */
  readonly finish: () => void
}

/** `onAbort` is told once, and only of work that had not finished. */
export function startWork(client: AbortSignal, onAbort: () => void): Work {
  const controller = new AbortController()
  let finished = false
  const abort = () => {
    if (finished) return
    finished = true
    controller.abort(new DOMException('The client went away', 'AbortError'))
    onAbort()
  }
  if (client.aborted) abort()
  else client.addEventListener('abort', abort, { once: true })
  const finish = () => {
    finished = true
    client.removeEventListener('abort', abort)
  }
  return { signal: controller.signal, abort, finish }
}
