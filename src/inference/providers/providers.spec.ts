import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { mediaFile } from '@/core/media'
import type { JsonObject } from '@/core/json'
import type { FileSlot, ProviderRequest } from '@/core/request'
import { createProviderTransport, NoProviderError, providersFor, resolveProviderRequest } from '.'

/**
 * A real HTTP server plays the Hub, the router and the providers' file hosts: the library's hosts are fixed, so a fetch
 * puts the host into the path and asks this server. The library's polling uses the global fetch, which goes here too.
 */
interface Seen {
  readonly method: string
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
interface Reply {
  readonly status?: number
  readonly type?: string
  readonly headers?: Record<string, string>
  /** Several pieces are written one by one. */
  readonly body: string | Uint8Array | readonly string[]
  /** The connection is cut after the body. */
  readonly cut?: boolean
}

const TOKEN = 'hf_SeCrEtSeCrEtSeCrEt'
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3])
const PNG64 = Buffer.from(PNG).toString('base64')

const replies = new Map<string, Reply | ((seen: Seen) => Reply)>()
const seen: Seen[] = []
const wire = globalThis.fetch
let server: Server
let origin = ''
let models = 0

const rerouted = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
  const url = new URL(input instanceof Request ? input.url : input)
  if (url.protocol === 'data:') return wire(url, init)
  return wire(`${origin}/${url.host}${url.pathname}${url.search}`, init)
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const target = decodeURIComponent((request.url ?? '').slice(1))
      const one: Seen = {
        method: request.method ?? '',
        target,
        headers: request.headers,
        body: Buffer.concat(parts).toString('latin1'),
      }
      seen.push(one)
      const found = replies.get(`${one.method} ${target}`)
      const reply = typeof found === 'function' ? found(one) : found
      const {
        status = 200,
        type = 'application/json',
        headers,
        body,
        cut,
      } = reply ?? {
        status: 404,
        body: `nothing at ${target}`,
      }
      response.writeHead(status, { 'Content-Type': type, ...headers })
      for (const piece of Array.isArray(body) ? (body as string[]) : [body as string])
        response.write(piece)
      if (cut) setTimeout(() => response.destroy(), 20)
      else response.end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => vi.stubGlobal('fetch', rerouted))
afterEach(() => {
  vi.unstubAllGlobals()
  replies.clear()
  seen.length = 0
})

const json = (value: unknown): Reply => ({ body: JSON.stringify(value) })

/** A model of its own for each test: the library keeps what it looked up. */
function serve(provider: string, task: string, providerId: string): string {
  const model = `owner/model-${++models}`
  const mapping = { [provider]: { status: 'live', providerId, task } }
  replies.set(
    `GET huggingface.co/api/models/${model}?expand[]=inferenceProviderMapping`,
    json({ id: model, inferenceProviderMapping: mapping }),
  )
  return model
}

function requestOf(
  provider: string,
  model: string,
  method = 'textToImage',
  args: JsonObject = { inputs: 'a cat' },
  files: readonly FileSlot[] = [],
): ProviderRequest {
  return {
    dialect: 'provider',
    task: 'text-to-image',
    model,
    provider,
    billTo: 'acme',
    connection: { kind: 'provider', provider, billTo: 'acme' },
    credential: { kind: 'huggingface' },
    stream: method.endsWith('Stream'),
    clients: {},
    call: { method, args, files },
  }
}

const send = (request: ProviderRequest, token = TOKEN, signal = new AbortController().signal) =>
  createProviderTransport({ fetch: rerouted, token: () => token })(request, signal)

const TOGETHER = 'router.huggingface.co/together/v1/images/generations'
const together = () => serve('together', 'text-to-image', 'acme/flux')

async function bytesOf(response: Response): Promise<number[]> {
  return [...new Uint8Array(await response.arrayBuffer())]
}

describe('the provider transport', () => {
  it('calls the router as the library does and gives the picture', async () => {
    replies.set(`POST ${TOGETHER}`, {
      body: JSON.stringify({ data: [{ b64_json: PNG64 }] }),
      headers: { 'x-request-id': 'abc' },
    })
    const args = { inputs: 'a cat', parameters: { seed: 3, num_inference_steps: 4 } }
    const response = await send(requestOf('together', together(), 'textToImage', args))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^image\//)
    expect(response.headers.get('x-request-id')).toBe('abc')
    expect(await bytesOf(response)).toEqual([...PNG])
    const sent = seen.find(({ method }) => method === 'POST')
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      prompt: 'a cat',
      seed: 3,
      steps: 4,
      model: 'acme/flux',
    })
    expect(sent?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(sent?.headers['x-hf-bill-to']).toBe('acme')
    expect(sent?.headers['user-agent'] ?? '').not.toContain('huggingface')
  })

  it('follows a queue to its picture, and gives the token to no other host', async () => {
    const model = serve('fal-ai', 'text-to-image', 'fal-ai/flux/schnell')
    const base = 'router.huggingface.co/fal-ai/fal-ai/flux'
    replies.set(
      `POST ${base}/schnell?_subdomain=queue`,
      json({
        request_id: 'r1',
        status: 'IN_QUEUE',
        response_url: 'https://queue.fal.run/fal-ai/flux/requests/r1',
      }),
    )
    replies.set(`GET ${base}/requests/r1/status?_subdomain=queue`, json({ status: 'COMPLETED' }))
    replies.set(
      `GET ${base}/requests/r1?_subdomain=queue`,
      json({ images: [{ url: 'https://fal.media/files/a.png' }] }),
    )
    replies.set('GET fal.media/files/a.png', { type: 'image/png', body: PNG })
    const response = await send(requestOf('fal-ai', model))
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await bytesOf(response)).toEqual([...PNG])
    const told = seen
      .filter(({ headers }) => headers.authorization)
      .map(({ target }) => target.split('/')[0])
    expect(new Set(told)).toEqual(new Set(['huggingface.co', 'router.huggingface.co']))
  })

  it('chooses the first provider by itself with auto', async () => {
    replies.set(`POST ${TOGETHER}`, json({ data: [{ b64_json: PNG64 }] }))
    expect((await send(requestOf('auto', together()))).status).toBe(200)
  })

  it('puts a file back into its place', async () => {
    const model = serve('together', 'image-to-image', 'acme/edit')
    replies.set(`POST ${TOGETHER}`, json({ data: [{ b64_json: PNG64 }] }))
    const file = mediaFile(new Blob([PNG]), 'a.png', 'image/png')
    const args = { inputs: '', parameters: { prompt: 'blue' } }
    const response = await send(
      requestOf('together', model, 'imageToImage', args, [
        { pointer: '/inputs', file, prefix: '' },
      ]),
    )
    expect(await bytesOf(response)).toEqual([...PNG])
    const sent = JSON.parse(seen.find(({ method }) => method === 'POST')?.body ?? '') as JsonObject
    expect(sent.reference_images).toEqual([`data:image/png;base64,${PNG64}`])
  })

  it('gives JSON for results that are no media', async () => {
    const model = serve('together', 'text-generation', 'acme/text')
    replies.set(
      'POST router.huggingface.co/together/v1/completions',
      json({ model: 'acme/text', choices: [{ text: 'Hi' }] }),
    )
    const response = await send(requestOf('together', model, 'textGeneration'))
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toMatchObject({ generated_text: 'Hi' })
  })

  it('passes a stream on as it comes, also one that is cut or carries an error', async () => {
    const model = serve('together', 'text-generation', 'acme/stream')
    const events = [
      'data: {"choices":[{"text":"Hi"}]}\n\n',
      'data: {"error":{"message":"overloaded"}}\n\n',
      'data: {"cho',
    ]
    replies.set('POST router.huggingface.co/together/v1/completions', {
      type: 'text/event-stream',
      body: events,
      cut: true,
    })
    const response = await send(requestOf('together', model, 'textGenerationStream'))
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    await expect(
      (async () => {
        for (;;) {
          const { done, value } = await reader.read()
          if (done) return
          text += value
        }
      })(),
    ).rejects.toThrow()
    expect(text).toBe(events.join(''))
  })
})

describe('errors of the provider transport', () => {
  it.each<[string, Reply]>([
    ['JSON with error', { status: 400, body: '{"error":{"message":"Invalid request"}}' }],
    [
      'a list of details',
      { status: 422, body: '{"detail":[{"loc":["body"],"msg":"Field required"}]}' },
    ],
    ['plain text', { status: 500, type: 'text/plain', body: 'the model has crashed' }],
    ['503 with an estimate', { status: 503, body: '{"error":"loading","estimated_time":20}' }],
    [
      '429 with Retry-After',
      { status: 429, body: '{"error":"slow down"}', headers: { 'retry-after': '7' } },
    ],
  ])('keeps status, headers and body: %s', async (_, reply) => {
    replies.set(`POST ${TOGETHER}`, reply)
    const response = await send(requestOf('together', together()))
    expect(response.status).toBe(reply.status)
    expect(response.headers.get('retry-after')).toBe(reply.headers?.['retry-after'] ?? null)
    expect(await response.text()).toBe(reply.body)
    expect(seen.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('keeps them for streams too', async () => {
    const model = serve('together', 'text-generation', 'acme/refused')
    replies.set('POST router.huggingface.co/together/v1/completions', {
      status: 422,
      body: '{"detail":"too long"}',
    })
    const response = await send(requestOf('together', model, 'textGenerationStream'))
    expect([response.status, await response.text()]).toEqual([422, '{"detail":"too long"}'])
  })

  it("answers with the Hub's refusal", async () => {
    const model = `owner/gated-${++models}`
    replies.set(`GET huggingface.co/api/models/${model}?expand[]=inferenceProviderMapping`, {
      status: 401,
      body: '{"error":"Repository not found"}',
    })
    expect((await send(requestOf('together', model))).status).toBe(401)
  })

  it("answers with the status of a queue's refusal", async () => {
    const model = serve('fal-ai', 'text-to-image', 'fal-ai/refused')
    const base = 'router.huggingface.co/fal-ai/fal-ai/refused'
    replies.set(
      `POST ${base}?_subdomain=queue`,
      json({
        request_id: 'r',
        status: 'IN_QUEUE',
        response_url: 'https://queue.fal.run/fal-ai/refused/requests/r',
      }),
    )
    replies.set(`GET ${base}/requests/r/status?_subdomain=queue`, {
      status: 402,
      body: '{"error":"out of credit"}',
    })
    const response = await send(requestOf('fal-ai', model))
    expect([response.status, await response.text()]).toEqual([402, '{"error":"out of credit"}'])
  })

  it("says what a queue's unreadable result was", async () => {
    const model = serve('fal-ai', 'text-to-image', 'fal-ai/odd')
    const base = 'router.huggingface.co/fal-ai/fal-ai/odd'
    replies.set(
      `POST ${base}?_subdomain=queue`,
      json({
        request_id: 'r',
        status: 'COMPLETED',
        response_url: 'https://queue.fal.run/fal-ai/odd/requests/r',
      }),
    )
    replies.set(`GET ${base}/requests/r?_subdomain=queue`, json({ detail: 'nsfw' }))
    const response = await send(requestOf('fal-ai', model))
    expect(response.status).toBe(502)
    expect(await response.text()).toContain('nsfw')
  })

  it('gives a reply that the library can not read as it came', async () => {
    replies.set(`POST ${TOGETHER}`, json({ images: [{ url: 'https://x.example/a.png' }] }))
    const response = await send(requestOf('together', together()))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ images: [{ url: 'https://x.example/a.png' }] })
  })

  it('says when nobody serves the model, or not for this task', async () => {
    const nobody = `owner/nobody-${++models}`
    replies.set(
      `GET huggingface.co/api/models/${nobody}?expand[]=inferenceProviderMapping`,
      json({ id: nobody }),
    )
    await expect(send(requestOf('auto', nobody))).rejects.toBeInstanceOf(NoProviderError)
    await expect(send(requestOf('together', nobody))).rejects.toBeInstanceOf(NoProviderError)
    await expect(send(requestOf('replicate', together()))).rejects.toBeInstanceOf(NoProviderError)
    await expect(send(requestOf('groq', together()))).rejects.toBeInstanceOf(NoProviderError)
    const chat = serve('together', 'conversational', 'acme/chat')
    await expect(send(requestOf('together', chat))).rejects.toBeInstanceOf(NoProviderError)
  })

  it('is a TypeError when the network fails', async () => {
    const broken = createProviderTransport({
      fetch: () => wire('http://127.0.0.1:1/'),
      token: () => TOKEN,
    })
    const failing = broken(
      requestOf('together', `owner/x-${++models}`),
      new AbortController().signal,
    )
    await expect(failing).rejects.toBeInstanceOf(TypeError)
  })

  it('stops when aborted, before and while it waits', async () => {
    const abort = new AbortController()
    replies.set(`POST ${TOGETHER}`, () => {
      abort.abort()
      return { body: '{}' }
    })
    const running = send(requestOf('together', together()), TOKEN, abort.signal)
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    await expect(
      send(requestOf('together', together()), TOKEN, AbortSignal.abort()),
    ).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('the token', () => {
  async function everything(response: Response): Promise<string> {
    return JSON.stringify([response.statusText, ...response.headers]) + (await response.text())
  }

  it.each<[string, Reply]>([
    [
      'an error body',
      {
        status: 401,
        body: `{"error":"bad token ${TOKEN}"}`,
        headers: { 'x-echo': `Bearer ${TOKEN}` },
      },
    ],
    ['a plain text', { status: 500, type: 'text/plain', body: `${TOKEN}${TOKEN}` }],
    ['an unreadable reply', { body: `{"echo":"${TOKEN}"}` }],
  ])('is in nothing that comes out: %s', async (_, reply) => {
    replies.set(`POST ${TOGETHER}`, reply)
    const text = await everything(await send(requestOf('together', together())))
    expect(text).not.toContain(TOKEN)
    expect(text).toContain('[token]')
  })

  it('is in no stream, also when it comes in two pieces', async () => {
    const model = serve('together', 'text-generation', 'acme/leak')
    replies.set('POST router.huggingface.co/together/v1/completions', {
      type: 'text/event-stream',
      body: [
        `data: {"text":"${TOKEN.slice(0, 9)}`,
        `${TOKEN.slice(9)}é"}\n\n`,
        'data: hf_SeCrEt\n\n',
      ],
    })
    const response = await send(requestOf('together', model, 'textGenerationStream'))
    expect(await everything(response)).toContain('data: {"text":"[token]é"}\n\ndata: hf_SeCrEt\n\n')
  })

  it('is in no error', async () => {
    const leaking = createProviderTransport({
      fetch: () => Promise.reject(new TypeError(`cannot send ${TOKEN}`)),
      token: () => TOKEN,
    })
    const error: unknown = await leaking(
      requestOf('together', `owner/y-${++models}`),
      new AbortController().signal,
    ).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TypeError)
    const { message, stack, cause } = error as TypeError
    expect(`${message}${stack}${String(cause)}`).not.toContain(TOKEN)
  })

  it('goes to the router alone, also when it does not look like one', async () => {
    replies.set(`POST ${TOGETHER}`, json({ data: [{ b64_json: PNG64 }] }))
    await send(requestOf('together', together()), 'eyJhbGciOi')
    expect(seen.at(-1)?.target).toBe(TOGETHER)
    expect(seen.at(-1)?.headers.authorization).toBe('Bearer eyJhbGciOi')
  })
})

describe('resolveProviderRequest', () => {
  const preview = (request: ProviderRequest) =>
    resolveProviderRequest(request, { fetch: rerouted, token: () => TOKEN })

  it('says what would be sent, without sending it or a token', async () => {
    const resolved = await preview(requestOf('together', together()))
    expect(resolved).toMatchObject({
      dialect: 'wire',
      method: 'POST',
      url: `https://${TOGETHER}`,
      body: { kind: 'json', value: { prompt: 'a cat', model: 'acme/flux' }, files: [] },
    })
    expect(resolved.headers).toContainEqual(['Content-Type', 'application/json'])
    expect(resolved.headers).toContainEqual(['X-HF-Bill-To', 'acme'])
    expect(JSON.stringify(resolved)).not.toMatch(/authorization|hf_|user-agent/i)
    expect(seen.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('is what the transport sends', async () => {
    replies.set(`POST ${TOGETHER}`, json({ data: [{ b64_json: PNG64 }] }))
    const request = requestOf('together', together(), 'textToImage', {
      inputs: 'ü "x"',
      parameters: { width: 8 },
    })
    const resolved = await preview(request)
    await send(request)
    const sent = Buffer.from(seen.at(-1)?.body ?? '', 'latin1').toString('utf8')
    expect(resolved.body).toEqual({ kind: 'json', value: JSON.parse(sent) as unknown, files: [] })
  })

  it('keeps files in slots, and streams', async () => {
    const model = serve('together', 'image-to-image', 'acme/slots')
    const file = mediaFile(new Blob([PNG]), 'a.png', 'image/png')
    const args = { inputs: '', parameters: { prompt: 'blue' } }
    const resolved = await preview(
      requestOf('together', model, 'imageToImage', args, [
        { pointer: '/inputs', file, prefix: '' },
      ]),
    )
    expect(resolved.body).toMatchObject({
      value: { prompt: 'blue', reference_images: [''] },
      files: [{ pointer: '/reference_images/0', file, prefix: 'data:image/png;base64,' }],
    })
    const text = serve('together', 'text-generation', 'acme/previewed')
    const stream = await preview(requestOf('together', text, 'textGenerationStream'))
    expect(stream.body).toMatchObject({ value: { stream: true } })
  })

  it('says when nobody serves the model', async () => {
    const nobody = `owner/nobody-${++models}`
    replies.set(
      `GET huggingface.co/api/models/${nobody}?expand[]=inferenceProviderMapping`,
      json({ id: nobody }),
    )
    await expect(preview(requestOf('auto', nobody))).rejects.toBeInstanceOf(NoProviderError)
  })
})

describe('providersFor', () => {
  it('names those that the router reaches', async () => {
    const images = await providersFor('text-to-image')
    expect(images).toEqual(expect.arrayContaining(['fal-ai', 'replicate', 'together']))
    expect(images).not.toContain('hf-inference')
    expect(await providersFor('conversational')).not.toContain('openai')
    expect(await providersFor('sentence-embeddings')).toEqual(
      await providersFor('feature-extraction'),
    )
    expect(await providersFor('object-detection')).toEqual([])
  })
})

interface Recorded {
  readonly id: string
  readonly task: string
  readonly provider: string
  readonly url: string
  readonly request: { readonly text?: string }
  readonly response: {
    readonly status: number
    readonly contentType: string
    readonly text?: string
  }
}

const shared = resolve(process.env.TASKSCOPE_SHARED ?? '../shared', 'recorded/exchanges.jsonl')
const recorded = existsSync(shared)
  ? readFileSync(shared, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Recorded)
      .filter(({ task, response }) => task === 'text-to-image' && response.text !== undefined)
  : []
const from = (provider: string) => recorded.filter((each) => each.provider === provider)
const missing = recorded.length === 0 ? ' (skipped: the recorded exchanges are not here)' : ''

describe.skipIf(recorded.length === 0)(`recorded text-to-image replies${missing}`, () => {
  it.each(from('api.together.xyz').map((each) => [each.id, each] as const))(
    'together %s',
    async (_, { response: reply }) => {
      replies.set(`POST ${TOGETHER}`, {
        status: reply.status,
        type: reply.contentType,
        body: reply.text ?? '',
      })
      const response = await send(requestOf('together', together()))
      expect(response.status).toBe(reply.status)
      if (reply.status !== 200) return expect(await response.text()).toBe(reply.text)
      expect(response.headers.get('content-type')).toMatch(/^image\//)
      const { data } = JSON.parse(reply.text ?? '') as { data: { b64_json: string }[] }
      expect(await bytesOf(response)).toEqual([...Buffer.from(data[0]?.b64_json ?? '', 'base64')])
    },
  )

  it.each(from('api.replicate.com').map((each) => [each.id, each] as const))(
    'replicate %s',
    async (_, { url, response: reply }) => {
      const path = new URL(url).pathname
      const id = path.replace('/v1/models/', '').replace('/predictions', '')
      const model = serve('replicate', 'text-to-image', id)
      replies.set(`POST router.huggingface.co/replicate${path}`, {
        status: reply.status,
        type: reply.contentType,
        body: reply.text ?? '',
      })
      const { output } = JSON.parse(reply.text ?? '') as { output?: string[] | string }
      const picture = new URL(
        (Array.isArray(output) ? output[0] : output) ?? 'https://none.example/',
      )
      replies.set(`GET ${picture.host}${picture.pathname}`, { type: 'image/webp', body: PNG })
      const response = await send(requestOf('replicate', model))
      if (reply.status >= 400) return expect(await response.text()).toBe(reply.text)
      expect(response.ok).toBe(true)
      expect(response.headers.get('content-type')).toBe('image/webp')
      expect(await bytesOf(response)).toEqual([...PNG])
    },
  )

  it.each(from('fal.run').map((each) => [each.id, each] as const))(
    'fal %s',
    async (_, { url, response: reply }) => {
      const path = new URL(url).pathname
      const model = serve('fal-ai', 'text-to-image', path.slice(1))
      const base = `router.huggingface.co/fal-ai${path}`
      if (reply.status >= 400) {
        replies.set(`POST ${base}?_subdomain=queue`, {
          status: reply.status,
          type: reply.contentType,
          body: reply.text ?? '',
        })
        const response = await send(requestOf('fal-ai', model))
        expect([response.status, await response.text()]).toEqual([reply.status, reply.text])
        return
      }
      replies.set(
        `POST ${base}?_subdomain=queue`,
        json({
          request_id: 'r',
          status: 'COMPLETED',
          response_url: `https://queue.fal.run${path}/requests/r`,
        }),
      )
      replies.set(`GET ${base}/requests/r?_subdomain=queue`, {
        type: reply.contentType,
        body: reply.text ?? '',
      })
      const { images } = JSON.parse(reply.text ?? '') as { images: { url: string }[] }
      const picture = new URL(images[0]?.url ?? 'https://none.example/')
      if (picture.protocol !== 'data:')
        replies.set(`GET ${picture.host}${picture.pathname}`, { type: 'image/png', body: PNG })
      const response = await send(requestOf('fal-ai', model))
      // The library takes no data URL from a queue: the person then sees what came, as an error of the provider.
      expect(response.status).toBe(picture.protocol === 'data:' ? 502 : 200)
      if (response.ok) expect(await bytesOf(response)).toEqual([...PNG])
      else expect(await response.text()).toContain('data:image/')
    },
  )
})
