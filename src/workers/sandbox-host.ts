import type { FromSandbox, SandboxLine, ToSandbox } from '@/core/sandbox-messages'

interface Call {
  readonly abort: AbortController
  reader?: ReadableStreamDefaultReader<Uint8Array>
}

/** Answers the calls that come over a line with a sandbox. An aborted call gets no answer. */
export function hostSandbox(
  line: SandboxLine<FromSandbox, ToSandbox>,
  sandbox: (request: Request) => Promise<Response>,
): void {
  const calls = new Map<number, Call>()
  const say = (message: FromSandbox, moved: Transferable[] = []) => line.postMessage(message, moved)

  async function start({ call, url, method, headers, body }: ToSandbox & { kind: 'call' }) {
    const abort = new AbortController()
    const entry: Call = { abort }
    calls.set(call, entry)
    await guarded(call, async () => {
      const request = new Request(url, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        signal: abort.signal,
        ...(body ? { body } : {}),
      })
      const response = await sandbox(request)
      if (abort.signal.aborted) return void response.body?.cancel()
      if (response.body) entry.reader = response.body.getReader()
      say({ kind: 'head', call, status: response.status, headers: [...response.headers] })
    })
  }

  const pull = (call: number) =>
    guarded(call, async () => {
      const { done, value } = (await calls.get(call)?.reader?.read()) ?? { done: true }
      if (!calls.has(call)) return
      if (value) {
        const bytes = new Uint8Array(value)
        say({ kind: 'piece', call, bytes }, [bytes.buffer])
      } else if (done) {
        calls.delete(call)
        say({ kind: 'end', call })
      }
    })

  function abort(call: number) {
    const entry = calls.get(call)
    calls.delete(call)
    entry?.abort.abort()
    void entry?.reader?.cancel().catch(() => undefined)
  }

  async function guarded(call: number, work: () => Promise<void>) {
    try {
      await work()
    } catch (error) {
      if (!calls.delete(call)) return
      say({ kind: 'failed', call, message: error instanceof Error ? error.message : String(error) })
    }
  }

  line.addEventListener('message', ({ data }) => {
    if (data.kind === 'call') void start(data)
    else if (data.kind === 'pull') void pull(data.call)
    else abort(data.call)
  })
}
