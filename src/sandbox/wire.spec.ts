import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type AbortedCall } from './app'

const aborted: AbortedCall[] = []
let origin = ''
let close: () => Promise<unknown>

beforeAll(async () => {
  const fetch = createSandbox({
    onAbort: (call) => aborted.push(call),
    times: {
      eventMs: 40,
      slowReplyMs: 300,
      slowStreamMs: 800,
      slowPieceMs: 20,
      loadingMs: 400,
      coldAfterMs: 900,
      busyWindowMs: 300,
    },
  })
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false })
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => new Promise((resolve) => server.close(resolve))
})
afterAll(() => close())

const post = (path: string, body: unknown, init: RequestInit = {}) =>
  fetch(origin + path, {
    method: 'POST',
    body: JSON.stringify(body),
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  })

const until = async (condition: () => boolean) => {
  for (let turn = 0; turn < 100 && !condition(); turn++)
    await new Promise((done) => setTimeout(done, 20))
}

describe('addresses', () => {
  it('has health and info', async () => {
    const health = await fetch(`${origin}/sandbox/health`)
    expect(await health.json()).toEqual({ sandbox: 'taskscope', status: 'ok' })
    expect(health.headers.get('x-taskscope-sandbox')).toBe('rules')
    const info = (await (await fetch(`${origin}/sandbox/info`)).json()) as { models: string[] }
    expect(info.models).toContain('sandbox/custom')
  })

  it.each([
    '/sandbox/models/sandbox/custom',
    '/sandbox/models/sandbox%2Fcustom',
    '/sub/path/sandbox/models/sandbox/custom',
    '/sandbox/models/some/model/pipeline/custom',
    '/sandbox/models/gpt2/pipeline/custom',
  ])('%s reaches the task', async (path) => {
    const response = await post(path, { inputs: 'x' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ received: { echo: { inputs: 'x' } } })
  })

  it('names what it knows when it does not know the model', async () => {
    const response = await post('/sandbox/models/sandbox/nothing', { inputs: 'x' })
    expect(response.status).toBe(404)
    const { error } = (await response.json()) as { error: string }
    expect(error).toContain('sandbox/custom')
    expect(error).toContain('sandbox/slow')
  })

  it.each([
    ['/sandbox/models/org/m', { nothing: 1 }, 404],
    ['/sandbox/models/org/m/pipeline/juggling', { inputs: 'x' }, 404],
    ['/sandbox/models/%E0%A4%A', { inputs: 'x' }, 400],
    ['/sandbox/v1/chat/completions', { messages: [] }, 422],
    ['/sandbox/models/sandbox/custom', { parameters: 3 }, 422],
    ['/sandbox/v1/nothing', {}, 404],
  ])('%s with %j gives %i', async (path, body, status) => {
    const response = await post(path, body)
    expect(response.status).toBe(status)
    expect(await response.json()).toHaveProperty('error')
    expect(response.headers.get('x-taskscope-sandbox')).toBe('rules')
    expect(Number(response.headers.get('x-compute-time'))).toBeGreaterThanOrEqual(0)
  })

  it('refuses broken JSON, huge bodies and other methods', async () => {
    const path = '/sandbox/models/sandbox/custom'
    expect((await post(path, 0, { body: '{"inputs": ' })).status).toBe(400)
    expect((await post(path, 0, { body: new Uint8Array(36_000_000) })).status).toBe(413)
    const get = await fetch(`${origin}/sandbox/models/sandbox/text-generation`)
    expect(get.status).toBe(405)
  })

  it('takes what curl -d sends, and any method on custom', async () => {
    const response = await post(
      '/sandbox/models/sandbox/custom',
      { a: 1 },
      {
        method: 'PUT',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    )
    expect(await response.json()).toMatchObject({ received: { echo: { a: 1 } } })
  })

  it('lets every origin in, without credentials', async () => {
    const response = await fetch(`${origin}/sandbox/models/a/b`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-wait-for-model',
      },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

const chat = (model: string, extra: object = {}) => ({
  model,
  messages: [{ role: 'user', content: 'Count to 8' }],
  ...extra,
})
const CHAT = '/sandbox/v1/chat/completions'

describe('streams', () => {
  it('arrive as they are made', async () => {
    const response = await post(CHAT, chat('sandbox/conversational', { stream: true }))
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const arrivals: number[] = []
    let text = ''
    for await (const part of response.body ?? []) {
      arrivals.push(performance.now())
      text += new TextDecoder().decode(part as Uint8Array)
    }
    expect(text.trimEnd().endsWith('data: [DONE]')).toBe(true)
    expect(arrivals.length).toBeGreaterThan(5)
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(150)
  })

  it('stop when the client goes', async () => {
    const before = aborted.length
    const controller = new AbortController()
    const response = await post(CHAT, chat('sandbox/conversational', { stream: true }), {
      signal: controller.signal,
    })
    const reader = response.body?.getReader()
    await reader?.read()
    controller.abort()
    await reader?.read().catch(() => undefined)
    await until(() => aborted.length > before)
    expect(aborted.slice(before)).toEqual([
      { model: 'sandbox/conversational', task: 'conversational' },
    ])
  })

  it('do not count as aborted when they came to their end', async () => {
    const before = aborted.length
    await (await post(CHAT, chat('sandbox/conversational', { stream: true }))).text()
    await new Promise((done) => setTimeout(done, 100))
    expect(aborted.length).toBe(before)
  })
})

describe('inside the page', () => {
  const call = (body: unknown, signal?: AbortSignal) =>
    new Request('https://site.example/sub/sandbox/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    })
  const gone: AbortedCall[] = []
  const inPage = createSandbox({ onAbort: (aborted) => gone.push(aborted), times: { eventMs: 5 } })

  it('answers without a server', async () => {
    const response = await inPage(call(chat('sandbox/conversational')))
    expect(await response.json()).toMatchObject({ object: 'chat.completion' })
  })

  it.each([
    ['cancelling the body', (stop: () => Promise<void>) => stop()],
    ['aborting the request', (_: unknown, abort: () => void) => abort()],
  ])('%s stops the work', async (_, end) => {
    const before = gone.length
    const controller = new AbortController()
    const body = chat('sandbox/conversational', { stream: true })
    const response = await inPage(call(body, controller.signal))
    const reader = response.body?.getReader()
    await reader?.read()
    await end(
      async () => reader?.cancel(),
      () => controller.abort(),
    )
    await until(() => gone.length > before)
    expect(gone.length).toBe(before + 1)
  })
})

describe('faults', () => {
  const custom = (fault: string) => `/sandbox/models/sandbox/${fault}/pipeline/custom`

  it('slow: a late reply, a long stream, both correct', async () => {
    const started = performance.now()
    const reply = await post(custom('slow'), { inputs: 'x' })
    expect(await reply.json()).toMatchObject({ received: { kind: 'json' } })
    expect(performance.now() - started).toBeGreaterThan(290)
    const stream = await post(CHAT, chat('sandbox/slow', { stream: true }))
    const streamStarted = performance.now()
    const text = await stream.text()
    expect(performance.now() - streamStarted).toBeGreaterThan(750)
    expect(text).toContain('data: [DONE]\n\n')
  })

  it('slow: the same again comes from the cache, unless the request says no', async () => {
    const ask = (headers: Record<string, string>) =>
      post(custom('slow'), { inputs: 'cached' }, { headers })
    expect((await ask({})).headers.get('x-compute-type')).toBeNull()
    const again = await ask({})
    expect(again.headers.get('x-compute-type')).toBe('cache')
    expect(await again.json()).toMatchObject({ received: { kind: 'json' } })
    const fresh = await ask({ 'x-use-cache': 'false' })
    expect(fresh.headers.get('x-compute-type')).toBeNull()
    expect(await fresh.json()).toMatchObject({ received: { kind: 'json' } })
  })

  it('slow: an abort before the first byte reaches the work', async () => {
    const before = aborted.length
    const signal = AbortSignal.timeout(80)
    await expect(post(custom('slow'), { inputs: 'stopped' }, { signal })).rejects.toThrow()
    await until(() => aborted.length > before)
    expect(aborted.at(-1)).toEqual({ model: 'sandbox/slow', task: 'custom' })
  })

  it('loading: 503 with an estimate, then warm, then cold again', async () => {
    const first = await post(custom('loading'), { inputs: 'x' })
    expect(first.status).toBe(503)
    const body = (await first.json()) as { error: string; estimated_time: number }
    expect(body.error).toBe('Model sandbox/loading is currently loading')
    expect(body.estimated_time).toBeGreaterThan(0)
    await new Promise((done) => setTimeout(done, body.estimated_time * 1000))
    expect((await post(custom('loading'), { inputs: 'x' })).status).toBe(200)
    await new Promise((done) => setTimeout(done, 950))
    const held = await post(
      custom('loading'),
      { inputs: 'x' },
      {
        headers: { 'x-wait-for-model': 'true' },
      },
    )
    expect(held.status).toBe(200)
    expect(Number(held.headers.get('x-compute-time'))).toBeGreaterThan(0.35)
  })

  it('busy: come back soon, then much later, then soon again after the window', async () => {
    const retryAfter = async () => {
      const response = await post(custom('busy'), { inputs: 'x' })
      expect(response.status).toBe(429)
      expect(await response.json()).toHaveProperty('error')
      return response.headers.get('retry-after')
    }
    expect([await retryAfter(), await retryAfter(), await retryAfter()]).toEqual([
      '1',
      '3600',
      '3600',
    ])
    await new Promise((done) => setTimeout(done, 350))
    expect(await retryAfter()).toBe('1')
  })

  it.each([
    ['a body', custom('cut'), { inputs: 'x' }],
    ['a stream', CHAT, chat('sandbox/cut', { stream: true })],
  ])('cut: %s breaks off', async (_, path, body) => {
    const response = await post(path, body)
    expect(response.status).toBe(200)
    let received = ''
    const read = async () => {
      for await (const part of response.body ?? [])
        received += new TextDecoder().decode(part as Uint8Array)
    }
    await expect(read()).rejects.toThrow()
    expect(received.length).toBeGreaterThan(10)
    expect(received).not.toContain('[DONE]')
  })

  it('broken: a reply that is no JSON', async () => {
    const response = await post(custom('broken'), { inputs: 'x' })
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(() => JSON.parse(text) as unknown).toThrow()
  })

  it('broken: a stream with a damaged event and an error object', async () => {
    const text = await (await post(CHAT, chat('sandbox/broken', { stream: true }))).text()
    const events = text
      .trimEnd()
      .split('\n\n')
      .map((event) => event.replace(/^data: /, ''))
    expect(() => JSON.parse(events.at(-2) ?? '') as unknown).toThrow()
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ error_type: 'generation' })
    expect(JSON.parse(events[0] ?? '')).toMatchObject({ object: 'chat.completion.chunk' })
  })
})

describe('who it is and what it did', () => {
  it('lists its models as OpenAI servers do', async () => {
    const list = (await (await fetch(`${origin}/sandbox/v1/models`)).json()) as {
      data: { id: string }[]
    }
    expect(list).toMatchObject({ object: 'list' })
    expect(list.data.map(({ id }) => id)).toContain('sandbox/fill-mask')
  })

  it('counts its calls by task, those that failed too', async () => {
    const count = async (name: string) => {
      const text = await (await fetch(`${origin}/sandbox/metrics`)).text()
      const line = text
        .split('\n')
        .find((each) => each.startsWith(`${name}{task="tabular-regression"}`))
      return Number(line?.split(' ')[1] ?? 0)
    }
    const [total, failed] = await Promise.all([
      count('sandbox_requests_total'),
      count('sandbox_requests_failed_total'),
    ])
    await post('/sandbox/models/sandbox/tabular-regression', { inputs: 'no table' })
    expect(await count('sandbox_requests_total')).toBe(total + 1)
    expect(await count('sandbox_requests_failed_total')).toBe(failed + 1)
    expect(await count('sandbox_request_duration_seconds_count')).toBe(total + 1)
  })
})
