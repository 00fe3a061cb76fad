import type { FromSandbox, SandboxLine, ToSandbox } from '@/core/sandbox-messages'

interface Call {
  readonly head: (response: Response) => void
  readonly fail: (error: unknown) => void
  body?: ReadableStreamDefaultController<Uint8Array>
  /** Resolves the pull that is under way. */
  pulled?: () => void
}

/**
 * A sandbox at the other end of a line, as a function like any other sandbox. The signal of a Request stops its work;
 * its body is read as fast as the page reads, and no faster.
 */
export function sandboxOver(line: SandboxLine<ToSandbox, FromSandbox>) {
  const calls = new Map<number, Call>()
  let count = 0

  async function fetch(request: Request): Promise<Response> {
    const { url, method, headers, signal } = request
    const body = request.body ? await request.blob() : undefined
    signal.throwIfAborted()
    const call = ++count
    return new Promise<Response>((head, fail) => {
      calls.set(call, { head, fail })
      signal.addEventListener('abort', () => {
        const entry = calls.get(call)
        drop(call)
        end(entry, signal.reason)
      })
      line.postMessage({ kind: 'call', call, url, method, headers: [...headers], body }, [])
    })
  }

  function drop(call: number) {
    if (calls.delete(call)) line.postMessage({ kind: 'abort', call }, [])
  }

  function hear(message: FromSandbox) {
    const entry = calls.get(message.call)
    if (!entry) return
    switch (message.kind) {
      case 'head':
        return entry.head(respond(message, entry))
      case 'piece':
        entry.body?.enqueue(message.bytes)
        return entry.pulled?.()
      case 'end':
        calls.delete(message.call)
        entry.body?.close()
        return entry.pulled?.()
      case 'failed':
        calls.delete(message.call)
        end(entry, new Error(message.message))
    }
  }

  function respond({ call, status, headers }: FromSandbox & { kind: 'head' }, entry: Call) {
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          entry.body = controller
        },
        pull: () =>
          new Promise<void>((pulled) => {
            entry.pulled = pulled
            line.postMessage({ kind: 'pull', call }, [])
          }),
        cancel: () => drop(call),
      },
      { highWaterMark: 0 },
    )
    const pairs = headers.map(([name, value]): [string, string] => [name, value])
    // A status without a body takes no stream.
    if ([204, 205, 304].includes(status)) {
      calls.delete(call)
      return new Response(null, { status, headers: pairs })
    }
    return new Response(body, { status, headers: pairs })
  }

  /** Ends every call, as when the other end broke down. */
  function fail(error: Error) {
    const open = [...calls.values()]
    calls.clear()
    for (const entry of open) end(entry, error)
  }

  line.addEventListener('message', ({ data }) => hear(data))
  return { fetch, fail }
}

function end(entry: Call | undefined, error: unknown) {
  entry?.fail(error)
  entry?.body?.error(error)
  entry?.pulled?.()
}
