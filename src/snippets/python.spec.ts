import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureServer, type CaptureServer } from '../../tests/support/capture-server'
import { has, run, workFolder, writeFiles } from '../../tests/support/run-code'
import {
  NASTY_NAMES,
  requestMatrix,
  sampleFile,
  wireRequest,
} from '../../tests/support/snippet-cases'
import { expectSent, setUp, TOKENS, type Prepared } from '../../tests/support/snippet-proof'
import { base64At, dataUrlAt, inputsBody, jsonBody } from '@/core/body'
import type { Json, JsonObject } from '@/core/json'
import type { ClientCall, RequestBody, WireRequest } from '@/core/request'
import { snippets } from '.'

const python = process.env.TASKSCOPE_PYTHON ?? 'python3'
const hasPython = has(python, '-c', '')
const hasRequests = has(python, '-c', 'import requests')
const hasHub = has(python, '-c', 'import huggingface_hub')
const hasNumpy = has(python, '-c', 'import numpy')

/** Runs scripts one after the other in one process, each in its own folder. */
const RUNNER = `
import os, runpy, sys
for folder in sys.argv[1:]:
    os.chdir(folder)
    runpy.run_path("code.py", run_name="__main__")
`

/** Prints, for each script, the arguments of its last call that are plain data: a list and an object. */
const ARGUMENTS = `
import ast, json, sys
def plain(node):
    try:
        return ast.literal_eval(node)
    except ValueError:
        return "<code>"
for path in sys.argv[1:]:
    tree = ast.parse(open(path, encoding="utf-8").read(), feature_version=(3, 9))
    compile(tree, path, "exec")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("client", "requests")]
    call = calls[-1]
    print(json.dumps([[plain(a) for a in call.args], {k.arg: plain(k.value) for k in call.keywords}]))
`

const CHAT: JsonObject = {
  messages: [{ role: 'user', content: "it's $5 `now`\n你好" }],
  max_tokens: 20,
}

function offered(method: string, call: Partial<ClientCall>): Pick<WireRequest, 'clients'> {
  return { clients: { python: { method, args: {}, files: [], ...call } } }
}

/** Requests of definitions that offer a call of huggingface_hub. */
function clientCases(base: string): Map<string, WireRequest> {
  const image = sampleFile("it's -cats.png")
  const sound = sampleFile('sample1.flac', 'audio/flac')
  const first = (file: typeof image) => ({
    positional: [''],
    files: [{ pointer: '/0', file, prefix: '', in: 'positional' as const }],
  })
  const content: Json = [{ type: 'image_url', image_url: { url: '' } }]
  const slots = [dataUrlAt('/messages/0/content/0/image_url/url', image)]
  const withImage: JsonObject = { messages: [{ role: 'user', content }] }
  const chatUrl = { url: `${base}/json/v1/chat/completions` }
  const events = { url: `${base}/events/v1/chat/completions`, stream: true }
  const model = { model: 'owner/name' }
  const detected: RequestBody = inputsBody('', { threshold: 0.5 }, [base64At('/inputs', image)])
  return new Map<string, WireRequest>([
    [
      'spans',
      wireRequest(
        base,
        inputsBody("it's", { stride: 1 }),
        offered('token_classification', { positional: ["it's"], args: { stride: 1 } }),
      ),
    ],
    [
      'raw bytes',
      wireRequest(base, { kind: 'bytes', file: image }, offered('object_detection', first(image))),
    ],
    [
      'base64',
      wireRequest(
        base,
        detected,
        offered('object_detection', { ...first(image), args: { threshold: 0.5 } }),
      ),
    ],
    [
      'a question about a picture',
      wireRequest(
        base,
        inputsBody({ image: '', question: "what's this?" }, { top_k: 1 }, [
          base64At('/inputs/image', image),
        ]),
        offered('visual_question_answering', {
          ...first(image),
          positional: ['', "what's this?"],
          args: { top_k: 1 },
        }),
      ),
    ],
    [
      'a picture from a picture and a prompt',
      wireRequest(base, inputsBody('', { prompt: "it's" }, [base64At('/inputs', image)]), {
        ...offered('image_to_image', { ...first(image), args: { prompt: "it's" } }),
        url: `${base}/image/m`,
        replyMedia: 'image',
      }),
    ],
    [
      'a sound',
      wireRequest(
        base,
        { kind: 'bytes', file: sound },
        offered('automatic_speech_recognition', first(sound)),
      ),
    ],
    ...(hasNumpy ? [embedding(base)] : []),
    [
      'similarities',
      wireRequest(
        base,
        inputsBody({ source_sentence: "it's", sentences: ['a', '你好'] }, {}),
        offered('sentence_similarity', { positional: ["it's", ['a', '你好']] }),
      ),
    ],
    [
      'chat',
      wireRequest(base, jsonBody({ ...model, ...CHAT, top_k: 3 }), {
        ...chatUrl,
        ...offered('chat_completion', { args: { ...CHAT, extra_body: { top_k: 3 } } }),
      }),
    ],
    [
      'streamed chat',
      wireRequest(base, jsonBody({ ...model, ...CHAT, stream: true }), {
        ...events,
        ...offered('chat_completion', { args: { ...CHAT, stream: true } }),
      }),
    ],
    [
      'chat about a picture',
      wireRequest(base, jsonBody({ ...model, ...withImage, stream: true }, slots), {
        ...events,
        ...offered('chat_completion', { args: withImage, files: slots }),
      }),
    ],
    [
      'a long answer',
      wireRequest(
        base,
        { ...inputsBody('x', { max_new_tokens: 5 }) },
        offered('text_generation', { positional: ['x'], args: { max_new_tokens: 5 } }),
      ),
    ],
  ])
}

/** Its result is an array of NumPy, which the library does not bring along. */
function embedding(base: string): [string, WireRequest] {
  const call = { positional: ["it's"], args: { normalize: false } }
  return [
    'an embedding, with parameters at the root',
    wireRequest(
      base,
      jsonBody({ inputs: "it's", normalize: false }),
      offered('feature_extraction', call),
    ),
  ]
}

/** What a definition offers, and the library would not send so. */
function lostCases(base: string): Map<string, WireRequest> {
  const spans = offered('token_classification', { positional: ['x'] })
  const chat = offered('chat_completion', { args: CHAT })
  const format: JsonObject = { type: 'json_schema', json_schema: { schema: {} } }
  return new Map<string, WireRequest>([
    [
      'no credential',
      wireRequest(base, inputsBody('x', {}), { ...spans, credential: { kind: 'none' } }),
    ],
    ['another text', wireRequest(base, inputsBody('y', {}), spans)],
    [
      'an unknown keyword',
      wireRequest(
        base,
        inputsBody('x', { other: 1 }),
        offered('token_classification', { positional: ['x'], args: { other: 1 } }),
      ),
    ],
    [
      'a null',
      wireRequest(
        base,
        inputsBody('x', { stride: null }),
        offered('token_classification', { positional: ['x'], args: { stride: null } }),
      ),
    ],
    [
      'a flat reply',
      wireRequest(base, inputsBody('x', {}), offered('text_classification', { positional: ['x'] })),
    ],
    [
      'a header',
      wireRequest(base, inputsBody('x', {}), {
        ...spans,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-A', 'b'],
        ],
      }),
    ],
    [
      'a rewritten schema',
      wireRequest(base, jsonBody({ model: 'owner/name', ...CHAT, response_format: format }), {
        url: `${base}/v1/chat/completions`,
        ...offered('chat_completion', { args: { ...CHAT, response_format: format } }),
      }),
    ],
    [
      'another URL',
      wireRequest(base, jsonBody({ model: 'owner/name', ...CHAT }), {
        url: `${base}/chat`,
        ...chat,
      }),
    ],
    ['an unknown method', wireRequest(base, inputsBody('x', {}), offered('post', { args: {} }))],
  ])
}

describe('Python', () => {
  let server: CaptureServer
  let folder: Awaited<ReturnType<typeof workFolder>>

  beforeAll(async () => {
    server = await captureServer()
    folder = await workFolder()
    await writeFiles(
      folder.path,
      new Map([
        ['runner.py', RUNNER],
        ['arguments.py', ARGUMENTS],
      ]),
    )
  })

  afterAll(async () => {
    await server.close()
    await folder.remove()
  })

  async function runAll(cases: readonly Prepared[]) {
    const folders = cases.map((prepared) => prepared.folder)
    return run(python, [join(folder.path, 'runner.py'), ...folders], {
      env: { ...TOKENS, HF_HUB_DISABLE_TELEMETRY: '1' },
    })
  }

  async function argumentsOf(cases: readonly Prepared[]): Promise<[Json[], JsonObject][]> {
    const paths = cases.map((prepared) => join(prepared.folder, 'code.py'))
    const done = await run(python, [join(folder.path, 'arguments.py'), ...paths])
    expect(done.stderr).toBe('')
    return done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [Json[], JsonObject])
  }

  it.skipIf(!hasPython)(
    'is valid Python 3.9 that holds the data as it is (needs python3)',
    async () => {
      const root = join(folder.path, 'compile')
      const cases = await setUp(root, requestMatrix(server.url), 'python', 'code.py')
      const found = await argumentsOf(cases)
      expect(found.length).toBe(cases.length)
      for (const [index, { name, request, snippet }] of cases.entries()) {
        const [[url], keywords] = found[index]!
        expect(new URL(String(url)).href, name).toBe(new URL(request.url).href.replace(/#.*$/, ''))
        const { body } = request
        const inline = body.kind === 'json' && body.files.length === 0 && body.value !== null
        if (inline && snippet.attachments.length === 0)
          expect(keywords.json, name).toEqual(JSON.parse(JSON.stringify(body.value)))
      }
    },
    30_000,
  )

  it.skipIf(!hasRequests)(
    'sends the same request with requests (needs its package)',
    async () => {
      const cases = await setUp(folder.path, requestMatrix(server.url), 'python', 'code.py')
      const { status, stdout, stderr } = await runAll(cases)
      expect(stderr).toBe('')
      expect(status).toBe(0)
      const sent = server.take()
      expect(sent.length).toBe(cases.length)
      for (const [index, prepared] of cases.entries()) {
        expect(prepared.snippet.library).toBe('requests')
        await expectSent(prepared, sent[index], { json: true })
      }
      expect(stdout.replaceAll('\r', '')).toContain(
        '{"choices":[{"delta":{"content":"Hi"}}]}\n[DONE]',
      )
    },
    30_000,
  )

  it.skipIf(!hasPython)('makes the calls that the definitions offer (needs python3)', async () => {
    const root = join(folder.path, 'calls')
    const cases = await setUp(root, clientCases(server.url), 'python', 'code.py')
    const found = await argumentsOf(cases)
    for (const [index, { name, request, snippet }] of cases.entries()) {
      expect(snippet.library, name).toBe('huggingface_hub')
      expect(snippet.code).toContain('api_key=os.environ["ENDPOINT_TOKEN"]')
      const { positional = [], args, files } = request.clients.python!
      const [given, keywords] = found[index]!
      if (files.length === 0) expect(given, name).toEqual(positional)
      else if (positional.length > 0)
        expect(given, name).toEqual([
          ...["it's -cats.png", 'sample1.flac'].filter((file) => snippet.code.includes(file)),
          ...positional.slice(1),
        ])
      for (const [key, value] of Object.entries(args))
        expect(keywords[key], `${name}: ${key}`).toEqual(
          files.length > 0 && key === 'messages' ? '<code>' : value,
        )
    }
  })

  it.skipIf(!hasHub)(
    'sends the same request with huggingface_hub (needs its package)',
    async () => {
      const root = join(folder.path, 'hub')
      const cases = await setUp(root, clientCases(server.url), 'python', 'code.py')
      for (const prepared of cases) {
        // The server's reply is of no task's shape: what counts is what was sent.
        await runAll([prepared])
        await expectSentByHub(prepared, server.take()[0]?.body)
      }
    },
    60_000,
  )

  async function expectSentByHub(prepared: Prepared, body: Buffer | undefined) {
    const { request, name } = prepared
    if (request.body.kind === 'bytes')
      expect(body?.equals(Buffer.from(await request.body.file.blob.arrayBuffer())), name).toBe(true)
    else {
      const sent = JSON.parse(String(body)) as Record<string, unknown>
      if (!request.stream) delete sent.stream
      if (JSON.stringify(sent.parameters) === '{}') delete sent.parameters
      const { body: encoded } = await import('@/inference/encode').then((m) =>
        m.encodeBody(request.body),
      )
      expect(sent, name).toEqual(JSON.parse(await new Response(encoded).text()))
    }
  }

  it('uses requests where the library would send or read something else', () => {
    for (const [name, request] of lostCases(server.url))
      expect(snippets(request).python.library, name).toBe('requests')
  })

  it('names the provider, the model and the bill', () => {
    const request = wireRequest('https://unused', inputsBody('x', {}), {
      url: 'https://router.huggingface.co/hf-inference/models/owner/name',
      connection: { kind: 'provider', provider: 'hf-inference', billTo: 'org' },
      credential: { kind: 'huggingface' },
      headers: [
        ['Content-Type', 'application/json'],
        ['X-HF-Bill-To', 'org'],
      ],
      ...offered('text_classification', { positional: ['x'] }),
    })
    expect(snippets(request).python.code).toBe(
      [
        'import os',
        '',
        'from huggingface_hub import InferenceClient',
        '',
        'client = InferenceClient(',
        '    provider="hf-inference",',
        '    model="owner/name",',
        '    api_key=os.environ["HF_TOKEN"],',
        '    bill_to="org",',
        ')',
        '',
        'result = client.text_classification(',
        '    "x",',
        ')',
        'print(result)',
        '',
      ].join('\n'),
    )
  })

  it('tells apart files that no folder could hold together', () => {
    const twins = [sampleFile('a.png'), sampleFile('a.png'), sampleFile('')]
    const body = jsonBody(
      twins.map(() => ''),
      twins.map((file, index) => base64At(`/${index}`, file)),
    )
    const names = snippets(wireRequest('http://h', body))
      .python.notes.filter(({ code }) => code === 'save-file')
      .map(({ values }) => values.name)
    expect(names).toEqual(['a.png', 'a-2.png', 'file'])
    expect(NASTY_NAMES).toContain('foo/../bar.png')
  })
})
