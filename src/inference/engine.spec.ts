import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jsonBody } from '@/core/body'
import { ErrorReply, UnreadableReply } from '@/core/reply'
import type { RunState } from '@/core/run'
import { defineTask, type Draft } from '@/core/task'
import { startRun } from './engine'
import { prepare } from './prepare'
import { joinTransports, liveTransport } from './transport'

/** A real server that misbehaves in one way per path. */
type Handler = (request: IncomingMessage, response: ServerResponse) => void
const handlers: Record<string, Handler> = {}
let calls: string[] = []
let closedEarly = 0
let origin = ''

const server = createServer((request, response) => {
  calls.push(request.url ?? '')
  response.on('close', () => {
    if (!response.writableFinished) closedEarly += 1
  })
  handlers[request.url ?? '']?.(request, response)
})

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  calls = []
  closedEarly = 0
})

interface Output {
  readonly text: string
  readonly ended: boolean
}

const task = defineTask<string, Output>({
  id: 'writer',
  models: [],
  examples: [{ id: 'x', title: { en: 'x', 'zh-CN': 'x' }, input: 'hello' }],
  emptyInput: '',
  docs: '',
  streams: true,
  problems: () => [],
  request: ({ input, stream }) => ({
    route: 'model',
    body: jsonBody({ inputs: input }),
    stream,
    clients: {},
  }),
  parse: (reply) => {
    if (reply.kind === 'json' && Array.isArray(reply.value))
      return { text: reply.text, ended: true }
    throw new UnreadableReply('[...]')
  },
  fold: {
    start: () => ({ text: '', ended: false }),
    step: (output, { data }) => {
      if (data === '[DONE]') return { ...output, ended: true }
      if (data.startsWith('!')) throw new ErrorReply(data.slice(1))
      return { ...output, text: output.text + data }
    },
    ended: ({ ended }) => ended,
  },
  title: (input) => input,
})

const refuse = () => Promise.reject(new Error('not used here'))
const transport = joinTransports({
  live: liveTransport(
    (input, init) => fetch(input, init),
    () => 'hf_secret',
  ),
  sandbox: refuse,
  provider: refuse,
})

function run(path: string, stream = true) {
  const draft: Draft<string> = { model: 'm', input: 'hello', parameters: {}, stream }
  const request = prepare(
    task,
    { kind: 'endpoint', url: `${origin}${path}`, auth: 'none' },
    draft,
    { sandboxUrl: '' },
  )
  const phases: string[] = []
  let latest: RunState<Output> = { phase: 'idle' }
  const listeners: (() => void)[] = []
  const handle = startRun({
    task,
    draft,
    request,
    transport,
    onChange: (state) => {
      latest = state
      if (phases.at(-1) !== state.phase) phases.push(state.phase)
      for (const listener of listeners) listener()
    },
  })
  const reached = (test: (state: RunState<Output>) => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (test(latest)) resolve()
      }
      listeners.push(check)
      check()
    })
  return { ...handle, phases, reached }
}

const events = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream' })

describe('a run that succeeds', () => {
  it('goes through its phases and keeps the whole exchange', async () => {
    handlers['/ok'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-model': 'm' })
      response.end('[1]')
    }
    const { finished, phases } = run('/ok', false)
    const done = await finished
    expect(phases).toEqual(['sending', 'waiting', 'done'])
    expect(done).toMatchObject({
      phase: 'done',
      output: { text: '[1]' },
      exchange: { status: 200, ending: 'complete', body: { kind: 'text', text: '[1]' } },
    })
    expect(JSON.stringify(done)).not.toContain('hf_secret')
  })

  it('reads events split at any byte, CRLF, comments, and a last event without a blank line', async () => {
    const bytes = Buffer.from(': hi\r\n\r\ndata: 你\r\n\r\ndata: 好😀\n\ndata: [DONE]')
    handlers['/split'] = (_, response) => {
      events(response)
      let at = 0
      const next = () => {
        if (at >= bytes.length) return response.end()
        response.write(bytes.subarray(at, at + 1))
        at += 1
        setImmediate(next)
      }
      next()
    }
    const done = await run('/split').finished
    expect(done).toMatchObject({ phase: 'done', output: { text: '你好😀', ended: true } })
  })

  it('reads an event stream that is labelled as plain text', async () => {
    handlers['/plain'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.end('data: a\n\ndata: b\n\ndata: [DONE]\n\n')
    }
    expect(await run('/plain').finished).toMatchObject({ phase: 'done', output: { text: 'ab' } })
  })

  it('takes a whole reply where a stream was asked for', async () => {
    handlers['/whole'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('[2]')
    }
    expect(await run('/whole').finished).toMatchObject({ phase: 'done', output: { text: '[2]' } })
  })
})

describe('a server that repeats the token', () => {
  it.each<[string, string, boolean]>([
    ['text/event-stream', 'data: your hf_secret\n\ndata: [DONE]\n\n', true],
    ['application/json', '["your hf_secret"]', false],
    ['text/plain', 'your hf_secret', false],
  ])('has it taken out of its %s', async (type, body, stream) => {
    handlers['/echo'] = (_, response) => {
      response.writeHead(200, { 'content-type': type, 'x-echo': 'Bearer hf_secret' })
      response.end(body)
    }
    const ended = await run('/echo', stream).finished
    expect(JSON.stringify(ended)).toContain('your [token]')
    expect(JSON.stringify(ended)).not.toContain('hf_secret')
  })

  it('has it taken out of an error', async () => {
    handlers['/refused'] = (_, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end('{"error":"Invalid token hf_secret"}')
    }
    expect(await run('/refused').finished).toMatchObject({
      failure: { kind: 'unauthorized', detail: 'Invalid token [token]' },
    })
  })
})

describe('a stream that goes wrong keeps what came', () => {
  it.each<[string, string, string, Record<string, unknown>]>([
    ['ends without its end mark', 'data: a\n\ndata: b\n\n', 'ab', { kind: 'cut' }],
    [
      'carries an error',
      'data: a\n\ndata: !overloaded\n\n',
      'a',
      { kind: 'error-reply', detail: 'overloaded' },
    ],
  ])('%s', async (name, body, text, failure) => {
    const path = `/wrong-${encodeURIComponent(name)}`
    handlers[path] = (_, response) => {
      events(response)
      response.end(body)
    }
    expect(await run(path).finished).toMatchObject({
      phase: 'failed',
      failure,
      output: { text },
      exchange: { body: { kind: 'events' } },
    })
  })

  it('breaks in the middle', async () => {
    handlers['/break'] = (_, response) => {
      events(response)
      response.write('data: half\n\n')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await run('/break').finished).toMatchObject({
      phase: 'failed',
      failure: { kind: 'cut' },
      output: { text: 'half' },
      exchange: { ending: 'cut' },
    })
  })
})

describe('abort', () => {
  it('reaches the server before the first byte', async () => {
    handlers['/silent'] = () => undefined
    const { finished, abort } = run('/silent')
    await expect.poll(() => calls.length).toBe(1)
    abort()
    expect(await finished).toMatchObject({ phase: 'aborted' })
    await expect.poll(() => closedEarly).toBe(1)
  })

  it('keeps the partial output and reaches the server in the middle of a stream', async () => {
    handlers['/endless'] = (_, response) => {
      events(response)
      const timer = setInterval(() => response.write('data: x\n\n'), 5)
      response.on('close', () => clearInterval(timer))
    }
    const { finished, abort, reached } = run('/endless')
    await reached((state) => state.phase === 'streaming' && (state.output?.text.length ?? 0) >= 3)
    abort()
    const stopped = await finished
    expect(stopped).toMatchObject({ phase: 'aborted', exchange: { ending: 'aborted' } })
    expect('output' in stopped && stopped.output?.text).toMatch(/^xxx+$/)
    await expect.poll(() => closedEarly).toBe(1)
  })

  it('ends the wait for a loading model', async () => {
    handlers['/cold'] = (_, response) => {
      response.writeHead(503, { 'content-type': 'application/json' })
      response.end('{"error":"loading","estimated_time":60}')
    }
    const { finished, abort, reached } = run('/cold')
    await reached((state) => state.phase === 'waiting' && state.retry !== undefined)
    abort()
    expect(await finished).toMatchObject({ phase: 'aborted' })
    expect(calls).toHaveLength(1)
  })
})

describe('asking again', () => {
  it('waits for a loading model on its own estimate', async () => {
    let cold = true
    handlers['/loading'] = (_, response) => {
      response.writeHead(cold ? 503 : 200, { 'content-type': 'application/json' })
      response.end(cold ? '{"error":"Model is loading","estimated_time":0.2}' : '[3]')
      cold = false
    }
    const done = await run('/loading', false).finished
    expect(done).toMatchObject({
      phase: 'done',
      output: { text: '[3]' },
      exchange: { attempts: [{ status: 503, reason: 'loading', waitMs: 500 }] },
    })
  })

  it('honours Retry-After once, then says when to come back', async () => {
    handlers['/busy'] = (_, response) => {
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' })
      response.end('{"error":{"message":"Slow down"}}')
    }
    const failed = await run('/busy').finished
    expect(calls).toHaveLength(2)
    expect(failed).toMatchObject({
      phase: 'failed',
      failure: { kind: 'rate-limited', status: 429, detail: 'Slow down', retryAfterSeconds: 1 },
    })
  })

  it('does not ask again for a 503 without an estimate', async () => {
    handlers['/down'] = (_, response) => {
      response.writeHead(503, { 'content-type': 'text/html' })
      response.end('<h1>Service Unavailable</h1>')
    }
    expect(await run('/down').finished).toMatchObject({
      failure: { kind: 'server', status: 503 },
    })
    expect(calls).toHaveLength(1)
  })
})

describe('failures', () => {
  it.each<[number, string, Record<string, unknown>]>([
    [
      400,
      '{"error":["top_k must be positive","x"]}',
      { kind: 'invalid', detail: 'top_k must be positive\nx' },
    ],
    [401, '{"error":"Invalid token"}', { kind: 'unauthorized', detail: 'Invalid token' }],
    [402, '{"error":"Credits"}', { kind: 'payment' }],
    [403, '{"error":"Cannot access gated repo"}', { kind: 'gated' }],
    [403, '{"error":"No permission"}', { kind: 'forbidden' }],
    [404, '{"detail":"Not Found"}', { kind: 'not-found', detail: 'Not Found' }],
    [413, 'Payload too large', { kind: 'too-large', detail: 'Payload too large' }],
    [418, '', { kind: 'rejected' }],
    [422, '{"detail":[{"msg":"field required"}]}', { kind: 'invalid', detail: 'field required' }],
    [500, '<html>', { kind: 'server' }],
    [504, '', { kind: 'timeout' }],
  ])('%i %s', async (status, body, failure) => {
    handlers['/status'] = (_, response) => {
      response.writeHead(status)
      response.end(body)
    }
    expect(await run('/status').finished).toMatchObject({
      phase: 'failed',
      failure: { status, ...failure },
    })
  })

  it('shows a malformed reply whole, with what was expected', async () => {
    handlers['/odd'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"half": ')
    }
    expect(await run('/odd', false).finished).toMatchObject({
      failure: { kind: 'unreadable', expected: '[...]' },
      exchange: { body: { kind: 'text', text: '{"half": ' } },
    })
  })

  it('cannot tell a server that is down from a wrong address', async () => {
    const gone = await new Promise<string>((resolve) => {
      const other = createServer().listen(0, '127.0.0.1', () => {
        const { port } = other.address() as AddressInfo
        other.close(() => resolve(`http://127.0.0.1:${port}`))
      })
    })
    const draft: Draft<string> = { model: 'm', input: 'hello', parameters: {}, stream: false }
    const request = prepare(task, { kind: 'endpoint', url: gone, auth: 'none' }, draft, {
      sandboxUrl: '',
    })
    const options = { task, draft, request, transport, onChange: () => undefined }
    expect(await startRun(options).finished).toMatchObject({ failure: { kind: 'unreachable' } })
    const offline = startRun({ ...options, online: () => false })
    expect(await offline.finished).toMatchObject({ failure: { kind: 'offline' } })
  })
})
