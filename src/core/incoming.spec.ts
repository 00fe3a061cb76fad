import { describe, expect, it } from 'vitest'
import { parseCurl } from './curl'
import { handOver, readIncoming } from './incoming'
import { readTarget } from './incoming/target'
import type { AnyTask } from './task'

const modules = import.meta.glob<AnyTask>('/src/tasks/*/index.ts', {
  eager: true,
  import: 'default',
})
const tasks = Object.values(modules)
const sandboxUrl = 'http://127.0.0.1:7860/sandbox'
const ROUTER = 'https://router.huggingface.co'
const auth = '-H "Authorization: Bearer $HF_TOKEN"'
const json = `-H 'Content-Type: application/json'`

const read = (source: string) => readIncoming(parseCurl(source), tasks, sandboxUrl)

describe('where a request goes', () => {
  it.each<[url: string, model: string, expected: object]>([
    [
      `${ROUTER}/hf-inference/models/a/b`,
      '',
      { connection: { provider: 'hf-inference' }, model: 'a/b', chat: false },
    ],
    [`${ROUTER}/hf-inference/models/gpt2`, '', { model: 'gpt2' }],
    [
      `${ROUTER}/hf-inference/models/a/b%20c/pipeline/feature-extraction`,
      '',
      { model: 'a/b c', task: 'feature-extraction', named: 'pipeline' },
    ],
    [`${ROUTER}/hf-inference/models/a/b/v1/chat/completions`, 'a/b', { model: 'a/b', chat: true }],
    [
      `${ROUTER}/v1/chat/completions`,
      'a/b:groq',
      { connection: { provider: 'groq' }, model: 'a/b', chat: true },
    ],
    [
      `${ROUTER}/v1/chat/completions`,
      'a/b:fastest',
      { connection: { provider: 'auto' }, model: 'a/b:fastest' },
    ],
    [`${ROUTER}/v1/chat/completions`, 'a/b', { connection: { provider: 'auto' }, model: 'a/b' }],
    [
      `${ROUTER}/fal-ai/fal-ai/flux/dev`,
      '',
      { connection: { kind: 'endpoint', auth: 'none' }, notes: ['provider-protocol'] },
    ],
    [
      'https://api-inference.huggingface.co/models/a/b',
      '',
      { connection: { provider: 'hf-inference' }, model: 'a/b', notes: ['legacy-host'] },
    ],
    [
      'https://api-inference.huggingface.co/pipeline/fill-mask/a/b',
      '',
      { model: 'a/b', task: 'fill-mask' },
    ],
    [
      `${sandboxUrl}/models/sandbox/fill-mask`,
      '',
      { connection: { kind: 'sandbox' }, task: 'fill-mask', named: 'sandbox' },
    ],
    [
      'http://localhost:9999/sandbox/models/sandbox/slow/pipeline/fill-mask',
      '',
      { connection: { kind: 'sandbox' }, task: 'fill-mask', model: 'sandbox/slow' },
    ],
    [
      'https://evil.example/sandbox/models/sandbox/fill-mask',
      '',
      { connection: { kind: 'endpoint', auth: 'none' } },
    ],
    [
      'http://localhost:8080/v1/chat/completions',
      'tgi',
      { connection: { kind: 'endpoint' }, model: 'tgi', chat: true },
    ],
  ])('%s', (url, model, expected) => {
    expect(readTarget(url, model, '', sandboxUrl)).toMatchObject(expected)
  })
})

/** The documentation's examples, as they stand there, and what people have lying about. */
describe('a task is guessed', () => {
  it.each<[name: string, source: string, task: string, reason: string]>([
    [
      'chat',
      `curl ${ROUTER}/v1/chat/completions ${auth} ${json} -d '{"messages":[{"role":"user","content":"Hi"}],"model":"openai/gpt-oss-120b:fastest","stream":false}'`,
      'conversational',
      'chat',
    ],
    [
      'chat of a server',
      `curl localhost:8000/v1/chat/completions -d '{"model":"m","messages":[{"role":"user","content":"Hi"}]}'`,
      'conversational',
      'chat',
    ],
    [
      'feature extraction',
      `curl ${ROUTER}/hf-inference/models/thenlper/gte-large/pipeline/feature-extraction -X POST ${auth} ${json} -d '{"inputs": "\\"Today is a sunny day and I will get some ice cream.\\""}'`,
      'feature-extraction',
      'pipeline',
    ],
    [
      'question answering',
      `curl ${ROUTER}/hf-inference/models/deepset/roberta-base-squad2 -X POST ${auth} ${json} -d '{"inputs": { "question": "What is my name?", "context": "My name is Clara." }}'`,
      'question-answering',
      'model',
    ],
    [
      'zero-shot',
      `curl ${ROUTER}/hf-inference/models/facebook/bart-large-mnli -X POST ${auth} ${json} -d '{"inputs": "Hi", "parameters": {"candidate_labels": ["refund", "legal", "faq"]}}'`,
      'zero-shot-classification',
      'model',
    ],
    [
      'table',
      `curl ${ROUTER}/hf-inference/models/x/y ${json} -d '{"inputs":{"query":"How many?","table":{"A":["1","2"]}}}'`,
      'table-question-answering',
      'body',
    ],
    [
      'a sound',
      `curl ${ROUTER}/hf-inference/models/openai/whisper-tiny -X POST ${auth} -H 'Content-Type: audio/flac' --data-binary @"sample1.flac"`,
      'automatic-speech-recognition',
      'similar',
    ],
    [
      'a picture',
      `curl ${ROUTER}/hf-inference/models/facebook/detr-resnet-50 -X POST ${auth} -H 'Content-Type: image/jpeg' --data-binary @"cats.jpg"`,
      'object-detection',
      'model',
    ],
    [
      'old, without a media type',
      `curl https://api-inference.huggingface.co/models/google-bert/bert-base-uncased -X POST -d '{"inputs": "The answer is [MASK]."}' ${auth}`,
      'fill-mask',
      'model',
    ],
    [
      'a new model with a known name',
      `curl ${ROUTER}/hf-inference/models/me/my-summarization-pegasus ${json} -d '{"inputs": "Long"}'`,
      'summarization',
      'similar',
    ],
    [
      'a reranker',
      `curl 127.0.0.1:8080/rerank -X POST -d '{"query":"What is Deep Learning?", "texts": ["a", "b"]}' ${json}`,
      'text-ranking',
      'body',
    ],
    [
      'generation by its parameters',
      `curl 127.0.0.1:8080/generate -d '{"inputs":"What is Deep Learning?","parameters":{"max_new_tokens":20,"best_of":2,"watermark":true}}' ${json}`,
      'text-generation',
      'body',
    ],
    ['anything', `curl https://h/x ${json} -d '{"a":1}'`, 'custom', 'anything'],
    ['a GET', 'curl https://h/info', 'custom', 'anything'],
  ])('%s', (_name, source, task, reason) => {
    const { candidates } = read(source)
    expect(candidates.map((each) => each.task)[0]).toBe(task)
    expect(candidates[0]).toMatchObject({ reason, exact: true })
  })
})

describe('what is handed over', () => {
  const first = (source: string) => {
    const incoming = read(source)
    const [candidate] = incoming.candidates
    if (!candidate) throw new Error('nothing was understood')
    return { ...handOver(incoming, candidate), exact: candidate.exact }
  }

  it('names files and leaves their places empty', () => {
    const handed = first(
      `{\n  printf '%s' '{"inputs":"'\n  base64 < cat.png | tr -d '\\n'\n  printf '%s' '","parameters":{"threshold":0.5}}'\n} | curl ${ROUTER}/hf-inference/models/facebook/detr-resnet-50 --data-binary @- ${json}`,
    )
    expect(handed).toMatchObject({
      task: 'object-detection',
      files: ['cat.png'],
      draft: { input: { image: null }, parameters: { threshold: 0.5 } },
    })
  })

  it('opens the page of a JSON that stands in a file, and says so', () => {
    const source = `-X POST ${json} --data-binary @request.json`
    const { candidates, notes } = read(`curl ${ROUTER}/v1/chat/completions ${source}`)
    expect(candidates[0]).toMatchObject({ task: 'conversational', exact: false })
    expect(notes).toContainEqual({ code: 'body-file', values: { name: 'request.json' } })
    expect(read(`curl https://h/x ${source}`).candidates[0]).toMatchObject({
      task: 'custom',
      exact: true,
    })
  })

  it('takes a picture that stands in the body', () => {
    const png = `iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==`
    const { draft, files, exact } = first(
      `curl https://h/v1/chat/completions ${json} -d '{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,${png}"}}]}]}'`,
    )
    expect(files).toEqual([])
    expect(exact).toBe(true)
    expect(draft.input).toMatchObject({
      draft: 'What?',
      draftImages: [{ type: 'image/png', size: 70 }],
    })
  })

  it('names a picture that stands as an address, and says that the request differs', () => {
    const handed = first(
      `curl https://h/v1/chat/completions ${json} -d '{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"https://h/a.png"}}]}]}'`,
    )
    expect(handed.files).toEqual(['https://h/a.png'])
    expect(handed.exact).toBe(false)
  })

  it('never gives an endpoint a token by itself', () => {
    expect(
      first(
        `curl https://h/x -H 'Authorization: Bearer hf_abcdefghijklmnopqrstuv' -d '{"inputs":"x"}'`,
      ).connection,
    ).toEqual({
      kind: 'endpoint',
      url: 'https://h/x',
      auth: 'none',
    })
  })

  it('fills a form, and names its files', () => {
    const handed = first(
      `curl https://h/v1/audio/transcriptions -H 'Content-Type: multipart/form-data' -F model=whisper-1 -F file=@"/tmp/a b.mp3"`,
    )
    expect(handed).toMatchObject({
      task: 'custom',
      exact: true,
      files: ['/tmp/a b.mp3'],
      draft: {
        input: {
          mode: 'form',
          headers: [],
          form: [
            { kind: 'text', name: 'model', value: 'whisper-1' },
            { kind: 'file', name: 'file', file: null },
          ],
        },
      },
    })
  })

  it('sends headers and methods with a custom request', () => {
    expect(
      first(`curl -X PUT https://h/x -H 'X-Mode: fast' -H 'User-Agent: y' ${json} -d '{"a": 1.0}'`)
        .draft.input,
    ).toMatchObject({
      method: 'PUT',
      json: '{"a": 1.0}',
      headers: [{ name: 'X-Mode', value: 'fast' }],
    })
  })
})

describe('headers about how a request is served', () => {
  const curl = (url: string) =>
    `curl ${url} ${json} -H 'X-Wait-For-Model: true' -H 'x-use-cache: false' -d '{"inputs":"a [MASK]"}'`

  it('become options of the page', () => {
    const incoming = read(curl(`${ROUTER}/hf-inference/models/google-bert/bert-base-uncased`))
    expect(incoming.candidates[0]?.draft.options).toEqual({ waitForModel: true, useCache: false })
    expect(incoming.headers).toEqual([])
  })

  it('stay headers on the page for any request', () => {
    const { candidates } = read(curl('https://x.dev/run'))
    const custom = candidates.find(({ anything }) => anything)?.draft
    expect(custom?.options).toBeUndefined()
    expect(JSON.stringify(custom?.input)).toContain('X-Wait-For-Model')
  })
})
