/** What of a worker's global scope is used here; the types of a page and of a worker can't be had at once. */
interface WorkerScope {
  postMessage: (message: unknown, transfer: readonly Transferable[]) => void
  addEventListener: (type: 'message', heard: (event: MessageEvent) => void) => void
}

/** A reply, and the buffers that are handed over with it instead of being copied. */
export interface Answer<Reply> {
  readonly reply: Reply
  readonly moved?: readonly Transferable[]
}

/** Answers every message that the page sends to this worker. */
export function answerWith<Request, Reply>(
  answer: (request: Request) => Answer<Reply> | Promise<Answer<Reply>>,
): void {
  const scope = self as unknown as WorkerScope
  scope.addEventListener('message', (event: MessageEvent<Request>) => {
    void Promise.resolve(answer(event.data)).then(({ reply, moved = [] }) =>
      scope.postMessage(reply, moved),
    )
  })
}
