import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HubError, type HubQuery } from '@/core/hub'
import { liveTransport } from '../transport'
import { createHub } from '.'

/** A server on this machine that answers as the Hub's documentation says, or as no Hub should. */
type Handler = (request: IncomingMessage, response: ServerResponse) => void

let base = ''
let handler: Handler
let asked: { url: URL; authorization: string | undefined }[] = []
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', base)
  asked.push({ url, authorization: request.headers.authorization })
  handler(request, response)
})

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
})

const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof value === 'string' ? value : JSON.stringify(value))

function hub({
  token,
  timeoutMs = 5000,
  online = true,
}: { token?: string; timeoutMs?: number; online?: boolean } = {}) {
  const carry = liveTransport(fetch, ({ kind }) => (kind === 'huggingface' ? token : undefined))
  return createHub(carry, () => token !== undefined, {
    base,
    router: base,
    timeoutMs,
    online: () => online,
  })
}

const query = (change: Partial<HubQuery> = {}): HubQuery => ({
  text: '',
  task: '',
  provider: '',
  sort: 'trendingScore',
  ...change,
})

async function failure(question: Promise<unknown>): Promise<HubError> {
  const error: unknown = await question.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(HubError)
  return error as HubError
}

/** As documented for one model, with everything that is asked for. */
const gemma = {
  _id: '67c35b9bb236f0d365bf29d3',
  id: 'google/gemma-3-27b-it',
  downloads: 1234567,
  likes: 1500,
  gated: 'manual',
  inference: 'warm',
  pipeline_tag: 'image-text-to-text',
  library_name: 'transformers',
  tags: ['transformers', 'conversational', 'license:gemma'],
  cardData: { license: 'gemma' },
  safetensors: { parameters: { BF16: 27432406640 }, total: 27432406640 },
  lastModified: '2025-03-21T20:29:02.000Z',
  inferenceProviderMapping: {
    'featherless-ai': {
      status: 'live',
      providerId: 'google/gemma-3-27b-it',
      task: 'conversational',
      isModelAuthor: false,
    },
    scaleway: { status: 'staging', providerId: 'gemma-3-27b-it', task: 'conversational' },
  },
}

describe('list', () => {
  it.each<[string, Partial<HubQuery>, Record<string, string | null>]>([
    [
      'a task, any provider',
      { task: 'text-to-image', provider: 'all' },
      {
        pipeline_tag: 'text-to-image',
        inference_provider: 'all',
        sort: 'trendingScore',
        filter: null,
      },
    ],
    [
      'words and a provider',
      { text: '  flux dev ', provider: 'fal-ai', sort: 'likes' },
      { search: 'flux dev', inference_provider: 'fal-ai', sort: 'likes', pipeline_tag: null },
    ],
    ['chat', { task: 'conversational' }, { filter: 'conversational', pipeline_tag: null }],
    [
      'sentence embeddings',
      { task: 'sentence-embeddings' },
      { filter: 'sentence-transformers', pipeline_tag: null },
    ],
    ['any task', { task: 'custom' }, { filter: null, pipeline_tag: null, search: null }],
    ['a provider that is none', { provider: 'a&b=c' }, { inference_provider: null }],
  ])('asks for %s', async (_name, change, expected) => {
    handler = json([])
    await hub().list(query(change))
    const { url } = asked[0] ?? { url: new URL(base) }
    expect(url.pathname).toBe('/api/models')
    for (const [name, value] of Object.entries(expected))
      expect(url.searchParams.get(name), name).toBe(value)
    expect(url.searchParams.getAll('expand[]')).toEqual(
      expect.arrayContaining(['downloads', 'likes', 'gated', 'inferenceProviderMapping']),
    )
  })

  it('reads both shapes of a mapping, and what the models are', async () => {
    const listed = {
      ...gemma,
      inferenceProviderMapping: [
        {
          provider: 'novita',
          task: 'conversational',
          status: 'live',
          providerId: 'x',
          type: 'single-model',
        },
      ],
      cardData: undefined,
    }
    handler = json([gemma, listed, { id: 'gpt2', gated: false }])
    const { models, skipped } = await hub().list(query())
    expect(skipped).toBe(0)
    expect(models[0]).toEqual({
      id: 'google/gemma-3-27b-it',
      state: 'warm',
      chat: true,
      task: 'image-text-to-text',
      downloads: 1234567,
      likes: 1500,
      license: 'gemma',
      gated: 'manual',
      parameters: 27432406640,
      library: 'transformers',
      changedAt: Date.UTC(2025, 2, 21, 20, 29, 2),
      servings: [
        {
          provider: 'featherless-ai',
          task: 'conversational',
          status: 'live',
          providerId: 'google/gemma-3-27b-it',
        },
        {
          provider: 'scaleway',
          task: 'conversational',
          status: 'staging',
          providerId: 'gemma-3-27b-it',
        },
      ],
    })
    expect(models[1]).toMatchObject({ license: 'gemma', servings: [{ provider: 'novita' }] })
    expect(models[2]).toEqual({ id: 'gpt2', state: 'cold', servings: [], chat: false })
  })

  it('leaves out what can be no model, and disarms what it keeps', async () => {
    handler = json([
      null,
      7,
      { id: '<img src=x onerror=alert(1)>' },
      { id: '../../settings' },
      { id: `a/${'b'.repeat(500)}` },
      { id: 'ok/\u202Egpj.exe' },
      {
        id: 'ok/model',
        downloads: -5,
        likes: '12',
        gated: {},
        tags: 'x',
        pipeline_tag: '<b>',
        cardData: { license: `\u202E<script>alert(1)</script>\n${'x'.repeat(5000)}` },
        inferenceProviderMapping: {
          '<b>': { task: 'a' },
          good: { task: '"><i>' },
          fine: { task: 'ok', status: 9 },
        },
        safetensors: { total: Number.MAX_VALUE },
        lastModified: 'yesterday',
      },
    ])
    const { models, skipped } = await hub().list(query())
    expect(skipped).toBe(6)
    expect(models).toHaveLength(1)
    expect(models[0]).toMatchObject({
      id: 'ok/model',
      servings: [{ provider: 'fine', task: 'ok', status: 'unknown', providerId: '' }],
      parameters: 1e15,
    })
    expect(Object.keys(models[0] ?? {})).not.toEqual(
      expect.arrayContaining(['downloads', 'likes', 'gated', 'task', 'changedAt']),
    )
    const license = models[0]?.license ?? ''
    expect(license).toHaveLength(60)
    expect(license).toMatch(/^<script>/)
    expect(license).not.toMatch(/[\u202e\n]/)
  })

  it('goes on where the Link header says, at our own address', async () => {
    handler = json([{ id: 'a/b' }], 200, {
      link: '<https://evil.example/api/models?limit=25&cursor=abc%3D%3D>; rel="next"',
    })
    const one = hub()
    const { next } = await one.list(query({ task: 'fill-mask' }))
    expect(next).toBe('abc==')
    handler = json([])
    const last = await one.list(query({ task: 'fill-mask', cursor: next }))
    expect(last).toEqual({ models: [], skipped: 0 })
    expect(asked[1]?.url.host).toBe(new URL(base).host)
    expect(asked[1]?.url.searchParams.get('cursor')).toBe('abc==')
    expect(asked[1]?.url.searchParams.get('pipeline_tag')).toBe('fill-mask')
  })

  it('asks once for the same list while it is fresh, and again after a failure', async () => {
    const one = hub()
    handler = json('', 500)
    expect((await failure(one.list(query()))).kind).toBe('server')
    handler = json([])
    await one.list(query())
    await one.list(query())
    expect(asked).toHaveLength(2)
  })
})

describe('one model', () => {
  it('is asked for anew, what is known of it serves the rest', async () => {
    handler = json(gemma)
    const one = hub()
    expect(await one.providersServing('google/gemma-3-27b-it')).toHaveLength(2)
    await one.model('google/gemma-3-27b-it')
    expect(asked).toHaveLength(1)
    expect(await one.status('google/gemma-3-27b-it')).toMatchObject({ state: 'warm' })
    expect(asked).toHaveLength(2)
    expect(asked[0]?.url.pathname).toBe('/api/models/google/gemma-3-27b-it')
    expect(asked[0]?.url.searchParams.getAll('expand[]')).toEqual(
      expect.arrayContaining(['inference', 'inferenceProviderMapping', 'pipeline_tag', 'cardData']),
    )
  })

  it.each([401, 403, 404])('is missing where the Hub answers %i', async (status) => {
    handler = json({ error: 'Repository not found' }, status)
    expect(await failure(hub().status('no/such'))).toMatchObject({ kind: 'not-found', status })
  })

  it.each(['', 'a/b/c', '../x', 'a b', '<b>', 'x?y=z', 'a/b#c'])(
    'is nothing to ask for: %j',
    async (id) => {
      handler = json(gemma)
      expect((await failure(hub().status(id))).kind).toBe('invalid-id')
      expect(asked).toEqual([])
    },
  )
})

describe('offers', () => {
  it('reads what the router tells of each provider, and nothing else', async () => {
    handler = json({
      id: 'deepseek-ai/DeepSeek-V4-Pro',
      providers: [
        {
          provider: 'novita',
          status: 'live',
          context_length: 1048576,
          pricing: { input: 1.69, output: 3.38 },
          supports_tools: true,
          supports_structured_output: false,
          first_token_latency_ms: 1490,
          throughput: 24.69,
        },
        { provider: 'bare', pricing: 'free', context_length: -1, supports_tools: 'yes' },
        { provider: '<b>' },
        null,
      ],
    })
    const offers = await hub().offers('deepseek-ai/DeepSeek-V4-Pro')
    expect(asked[0]?.url.pathname).toBe('/v1/models/deepseek-ai/DeepSeek-V4-Pro')
    expect(Object.fromEntries(offers)).toEqual({
      novita: {
        contextLength: 1048576,
        inputPrice: 1.69,
        outputPrice: 3.38,
        tools: true,
        structured: false,
        firstTokenMs: 1490,
        tokensPerSecond: 24.69,
      },
      bare: {},
    })
  })

  it.each([[[]], [{ data: 7 }], ['text'], [{ providers: {} }]])(
    'finds none in %j',
    async (value) => {
      handler = json(JSON.stringify(value))
      expect((await hub().offers('a/b')).size).toBe(0)
    },
  )
})

describe('recommendations', () => {
  it('gives what the client library would, by page', async () => {
    handler = json({
      'text-generation': {
        models: [{ id: 'Qwen/Qwen3', description: 'Reasons.\u202e' }, { id: '<b>' }, 3],
        widgetModels: ['mistralai/Mistral', 'x'],
      },
      'fill-mask': { models: [{ id: 'bert' }], widgetModels: [] },
      other: 'text',
    })
    const one = hub()
    const all = await one.recommendations(['conversational', 'fill-mask', 'custom'])
    expect(Object.fromEntries(all)).toEqual({
      conversational: {
        model: 'mistralai/Mistral',
        models: [{ id: 'Qwen/Qwen3', description: 'Reasons.' }],
      },
      'fill-mask': { models: [{ id: 'bert' }] },
      custom: { models: [] },
    })
    await one.recommendations(['fill-mask'])
    expect(asked).toHaveLength(1)
  })
})

describe('what goes wrong', () => {
  it.each<[string, Handler, object]>([
    ['a list that is none', json({ models: [] }), { kind: 'unreadable' }],
    ['no JSON', json('<!doctype html>'), { kind: 'unreadable' }],
    ['half of a JSON', json('[{"id":"a/b"'), { kind: 'unreadable' }],
    [
      'a limit',
      json({}, 429, { 'retry-after': '7' }),
      { kind: 'rate-limited', retryAfterSeconds: 7 },
    ],
    [
      "the Hub's way to tell a limit",
      json({}, 429, { ratelimit: '"api";r=0;t=120' }),
      { kind: 'rate-limited', retryAfterSeconds: 120 },
    ],
    [
      'a limit without a word',
      json({}, 429),
      { kind: 'rate-limited', retryAfterSeconds: undefined },
    ],
    ['a refusal', json({ error: 'no' }, 400), { kind: 'refused', status: 400 }],
    ['a fault of the Hub', json('down', 503), { kind: 'server', status: 503 }],
    ['a broken connection', (request) => request.socket.destroy(), { kind: 'unreachable' }],
    [
      'a connection that breaks within the answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('[')
        setImmediate(() => request.socket.destroy())
      },
      { kind: 'unreachable' },
    ],
    [
      'an answer without end',
      (_request, response) => {
        const pump = () => {
          while (!response.destroyed && response.write(' '.repeat(65536)));
          if (!response.destroyed) response.once('drain', pump)
        }
        response.writeHead(200)
        pump()
      },
      { kind: 'unreadable' },
    ],
  ])('is told: %s', async (_name, answer, expected) => {
    handler = answer
    expect(await failure(hub().list(query()))).toMatchObject(expected)
  })

  it('is told: no network', async () => {
    handler = (request) => request.socket.destroy()
    expect((await failure(hub({ online: false }).list(query()))).kind).toBe('offline')
  })

  it.each<[string, Handler]>([
    ['before the answer', () => undefined],
    ['within the answer', (_request, response) => void response.writeHead(200).write('[')],
  ])('is told: too slow, %s', async (_name, slow) => {
    handler = slow
    expect((await failure(hub({ timeoutMs: 80 }).list(query()))).kind).toBe('timeout')
  })

  it("rejects with the caller's reason once they give up", async () => {
    const stop = new AbortController()
    handler = () => stop.abort(new Error('typed on'))
    await expect(hub().list(query(), stop.signal)).rejects.toThrow('typed on')
  })
})

describe('the token', () => {
  it('goes along where there is one', async () => {
    handler = json([])
    await hub({ token: 'hf_secret' }).list(query())
    await hub().list(query())
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer hf_secret', undefined])
  })

  it('is left out where the Hub does not take it', async () => {
    handler = (request, response) =>
      (request.headers.authorization ? json({ error: 'Invalid credentials' }, 401) : json([gemma]))(
        request,
        response,
      )
    const { models } = await hub({ token: 'hf_old' }).list(query())
    expect(models).toHaveLength(1)
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer hf_old', undefined])
  })
})
