import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureServer, type CaptureServer } from '../../tests/support/capture-server'
import { run, workFolder, writeFiles } from '../../tests/support/run-code'
import { requestMatrix, sampleFile, wireRequest } from '../../tests/support/snippet-cases'
import { expectSent, setUp, TOKENS, type Prepared } from '../../tests/support/snippet-proof'
import { dataUrlAt, inputsBody, jsonBody } from '@/core/body'
import type { Json, JsonObject } from '@/core/json'
import type { ClientCall, ProviderRequest, WireRequest } from '@/core/request'
import { snippets } from '.'

/** Runs modules one after the other in one process, each in its own folder. */
const RUNNER = `
for (const folder of process.argv.slice(2)) {
  process.chdir(folder)
  console.log('#', folder)
  await import(folder + '/code.mjs')
}
`

const TABLE = { query: 'How many?', table: { Repository: ['a', 'b'], Stars: ['1', '2'] } }
const SIMILAR = { source_sentence: "it's", sentences: ['a', '你好'] }
const CHAT: JsonObject = {
  messages: [{ role: 'user', content: "it's $5 `now`\n你好" }],
  temperature: 0.5,
}

function call(method: string, args: JsonObject, files: ClientCall['files'] = []): ClientCall {
  return { method, args, files }
}

/** Requests of definitions that offer a call of the client library. */
function clientCases(base: string): Map<string, WireRequest> {
  const image = sampleFile("it's cats.png")
  const sound = sampleFile('sample1.flac', 'audio/flac')
  const events = { url: `${base}/events/v1/chat/completions`, stream: true }
  const inFile = (file: typeof image) => [{ pointer: '/inputs', file, prefix: '' }]
  const asked = { image: '', question: "what's this?" }
  const nested = [{ pointer: '/inputs/image', file: image, prefix: '' }]
  const content: Json = [
    { type: 'text', text: 'What?' },
    { type: 'image_url', image_url: { url: '' } },
  ]
  const withImage = { messages: [{ role: 'user', content }] }
  const slots = [dataUrlAt('/messages/0/content/1/image_url/url', image)]
  const model = { model: 'owner/name' }
  const streamed = { ...model, ...CHAT, stream: true }
  return new Map([
    [
      'object detection',
      wireRequest(
        base,
        { kind: 'bytes', file: image },
        {
          clients: { javascript: call('objectDetection', { inputs: '' }, inFile(image)) },
        },
      ),
    ],
    [
      'a picture from a picture',
      wireRequest(
        base,
        { kind: 'bytes', file: image },
        {
          url: `${base}/image/m`,
          replyMedia: 'image',
          clients: { javascript: call('imageToImage', { inputs: '' }, inFile(image)) },
        },
      ),
    ],
    [
      'a picture from a picture and a prompt',
      wireRequest(base, inputsBody('', { prompt: "it's" }, inFile(image)), {
        url: `${base}/image/m`,
        replyMedia: 'image',
        clients: {
          javascript: call(
            'imageToImage',
            { inputs: '', parameters: { prompt: "it's" } },
            inFile(image),
          ),
        },
      }),
    ],
    [
      'a question about a picture',
      wireRequest(base, inputsBody(asked, { top_k: 1 }, nested), {
        clients: {
          javascript: call(
            'visualQuestionAnswering',
            { inputs: asked, parameters: { top_k: 1 } },
            nested,
          ),
        },
      }),
    ],
    [
      'speech recognition',
      wireRequest(
        base,
        { kind: 'bytes', file: sound },
        {
          clients: {
            javascript: call('automaticSpeechRecognition', { inputs: '' }, inFile(sound)),
          },
        },
      ),
    ],
    [
      'a picture from a text',
      wireRequest(base, inputsBody("a cat's 'hat'", { width: 512 }), {
        url: `${base}/image/m`,
        replyMedia: 'image',
        clients: {
          javascript: call('textToImage', { inputs: "a cat's 'hat'", parameters: { width: 512 } }),
        },
      }),
    ],
    [
      'embeddings, with parameters at the root',
      wireRequest(base, jsonBody({ inputs: ["it's", 'b'], normalize: false }), {
        clients: {
          javascript: call('featureExtraction', { inputs: ["it's", 'b'], normalize: false }),
        },
      }),
    ],
    [
      'similarities',
      wireRequest(base, inputsBody(SIMILAR, {}), {
        clients: { javascript: call('sentenceSimilarity', { inputs: SIMILAR }) },
      }),
    ],
    [
      'chat',
      wireRequest(base, jsonBody({ ...model, ...CHAT }), {
        url: `${base}/json/v1/chat/completions`,
        clients: { javascript: call('chatCompletion', CHAT) },
      }),
    ],
    [
      'streamed chat',
      wireRequest(base, jsonBody(streamed), {
        ...events,
        clients: { javascript: call('chatCompletionStream', CHAT) },
      }),
    ],
    [
      'streamed chat about a picture, without a credential',
      wireRequest(base, jsonBody({ ...model, ...withImage, stream: true }, slots), {
        ...events,
        credential: { kind: 'none' },
        connection: { kind: 'sandbox' },
        clients: { javascript: call('chatCompletionStream', withImage, slots) },
      }),
    ],
    [
      'a bill',
      wireRequest(base, jsonBody({ ...model, ...CHAT }), {
        url: `${base}/json/v1/chat/completions`,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-HF-Bill-To', 'my-org'],
        ],
        clients: { javascript: call('chatCompletion', CHAT) },
      }),
    ],
  ])
}

/** What a definition offers, and the library would lower to another request. */
function lostCases(base: string): Map<string, WireRequest> {
  const image = sampleFile('cats.png')
  const slot = { pointer: '/inputs', file: image, prefix: '' }
  const parameters = { threshold: 0.9 }
  const detection = call('objectDetection', { inputs: '', parameters }, [slot])
  const chat = { javascript: call('chatCompletion', CHAT) }
  const body = jsonBody({ model: 'owner/name', ...CHAT })
  return new Map([
    [
      'dropped parameters',
      wireRequest(base, inputsBody('', parameters, [slot]), { clients: { javascript: detection } }),
    ],
    [
      'another body',
      wireRequest(base, jsonBody({ model: 'owner/name', ...CHAT, seed: 1 }), {
        url: `${base}/v1/chat/completions`,
        clients: chat,
      }),
    ],
    ['another URL', wireRequest(base, body, { url: `${base}/chat`, clients: chat })],
    [
      'another header',
      wireRequest(base, body, {
        url: `${base}/v1/chat/completions`,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Use-Cache', 'false'],
        ],
        clients: chat,
      }),
    ],
    [
      'another method',
      wireRequest(base, body, { method: 'PUT', url: `${base}/v1/chat/completions`, clients: chat }),
    ],
    [
      'no model',
      wireRequest(base, jsonBody(CHAT), {
        model: '',
        url: `${base}/v1/chat/completions`,
        clients: chat,
      }),
    ],
    [
      'a flat reply',
      wireRequest(base, inputsBody('x', {}), {
        clients: { javascript: call('textClassification', { inputs: 'x' }) },
      }),
    ],
    [
      'a reply without aggregator',
      wireRequest(base, inputsBody(TABLE, {}), {
        clients: { javascript: call('tableQuestionAnswering', { inputs: TABLE }) },
      }),
    ],
    [
      'a route of its own',
      wireRequest(base, inputsBody('x', {}), {
        clients: { javascript: call('textGeneration', { inputs: 'x' }) },
      }),
    ],
  ])
}

describe('JavaScript', () => {
  let server: CaptureServer
  let folder: Awaited<ReturnType<typeof workFolder>>

  beforeAll(async () => {
    server = await captureServer()
    folder = await workFolder()
    await writeFiles(folder.path, new Map([['runner.mjs', RUNNER]]))
  })

  afterAll(async () => {
    await server.close()
    await folder.remove()
  })

  async function runAll(cases: readonly Prepared[]) {
    const folders = cases.map((prepared) => prepared.folder)
    const options = { cwd: folder.path, env: TOKENS }
    const done = await run(process.execPath, [join(folder.path, 'runner.mjs'), ...folders], options)
    expect(done.stderr).toBe('')
    expect(done.status).toBe(0)
    return done
  }

  it('sends every request byte for byte with fetch', async () => {
    const cases = await setUp(folder.path, requestMatrix(server.url), 'javascript', 'code.mjs')
    const { stdout } = await runAll(cases)
    const sent = server.take()
    expect(sent.length).toBe(cases.length)
    for (const [index, prepared] of cases.entries()) {
      expect(prepared.snippet.library).toBe('fetch')
      await expectSent(prepared, sent[index])
    }
    expect(stdout).toContain('{"choices":[{"delta":{"content":"Hi"}}]}\n[DONE]')
  }, 30_000)

  it('sends the same request with @huggingface/inference', async () => {
    const root = join(folder.path, 'client')
    const cases = await setUp(root, clientCases(server.url), 'javascript', 'code.mjs')
    const { stdout } = await runAll(cases)
    const sent = server.take()
    expect(sent.length).toBe(cases.length)
    for (const [index, prepared] of cases.entries()) {
      expect(prepared.snippet.library, prepared.name).toBe('@huggingface/inference')
      expect(prepared.snippet.code).toContain(
        'import { InferenceClient } from "@huggingface/inference";',
      )
      await expectSent(prepared, sent[index], { json: true })
    }
    expect(stdout).toContain('Hi')
  }, 30_000)

  it('uses fetch where the library would send or read something else', () => {
    for (const [name, request] of lostCases(server.url))
      expect(snippets(request).javascript.library, name).toBe('fetch')
  })

  it.each([
    ['featureExtraction', 'feature-extraction'],
    ['sentenceSimilarity', 'sentence-similarity'],
  ])('finds %s on hf-inference at its own path only', (method, task) => {
    const model = 'https://router.huggingface.co/hf-inference/models/owner/name'
    const library = (url: string) =>
      snippets(
        wireRequest('https://unused', inputsBody('x', {}), {
          connection: { kind: 'provider', provider: 'hf-inference', billTo: '' },
          credential: { kind: 'huggingface' },
          clients: { javascript: call(method, { inputs: 'x' }) },
          url,
        }),
      ).javascript.library
    expect(library(`${model}/pipeline/${task}`)).toBe('@huggingface/inference')
    expect(library(model)).toBe('fetch')
  })

  it.each<[string, Partial<WireRequest>, string, string]>([
    [
      'hf-inference',
      { url: 'https://router.huggingface.co/hf-inference/models/owner/name/v1/chat/completions' },
      'hf-inference',
      'owner/name',
    ],
    ['auto', { url: 'https://router.huggingface.co/v1/chat/completions' }, 'auto', 'owner/name'],
    [
      'a named provider',
      { url: 'https://router.huggingface.co/v1/chat/completions', model: 'owner/name:novita' },
      'auto',
      'owner/name:novita',
    ],
  ])('names %s to the library', (_, change, provider, model) => {
    const request = wireRequest('https://unused', jsonBody({ model, ...CHAT }), {
      connection: { kind: 'provider', provider: 'auto', billTo: '' },
      credential: { kind: 'huggingface' },
      clients: { javascript: call('chatCompletion', CHAT) },
      ...change,
    })
    const { code, notes } = snippets(request).javascript
    expect(code).toContain('new InferenceClient(process.env.HF_TOKEN')
    expect(code).toContain(`chatCompletion({\n  provider: "${provider}",\n  model: "${model}",`)
    expect(notes).toContainEqual({ code: 'needs-token', values: { variable: 'HF_TOKEN' } })
  })

  it('hands a third-party provider the call itself, and has curl once the request is known', () => {
    const request: ProviderRequest = {
      dialect: 'provider',
      task: 'text-to-image',
      model: 'owner/name',
      connection: { kind: 'provider', provider: 'fal-ai', billTo: 'my-org' },
      credential: { kind: 'huggingface' },
      stream: false,
      clients: {},
      replyMedia: 'image',
      provider: 'fal-ai',
      billTo: 'my-org',
      call: call('textToImage', { inputs: 'a cat', parameters: { seed: 1 } }),
    }
    const { curl, javascript, python } = snippets(request)
    expect(javascript.code).toContain('billTo: "my-org"')
    expect(javascript.code).toContain(
      'provider: "fal-ai",\n  model: "owner/name",\n  inputs: "a cat",',
    )
    expect(javascript.code).toContain('await writeFile("output.png"')
    expect(curl.code).toMatch(/^# /)
    expect(python.notes.map(({ code }) => code)).toContain('not-resolved')
    const resolved = wireRequest(
      'https://router.huggingface.co/fal-ai',
      jsonBody({ prompt: 'a cat' }),
    )
    expect(snippets(request, { resolved }).curl.code).toContain(`--data-raw '{"prompt":"a cat"}'`)
    expect(snippets(request, { resolved }).python.library).toBe('requests')
  })
})
