import { describe, expect, it } from 'vitest'
import { inputsBody } from '@/core/body'
import type { Connection } from '@/core/connection'
import { defineTask, type Draft, type Route } from '@/core/task'
import { prepare } from './prepare'

const task = (route: Route, served = false) =>
  defineTask<string, unknown>({
    id: 'some-task',
    models: [],
    examples: [],
    emptyInput: '',
    docs: '',
    streams: false,
    problems: () => [],
    request: (draft) => ({
      route,
      body: inputsBody(draft.input, draft.parameters),
      stream: draft.stream,
      clients: {},
    }),
    ...(served ? { providerCall: () => ({ method: 'someTask', args: {}, files: [] }) } : {}),
    parse: () => ({}),
    title: (input) => input,
  })

const draft: Draft<string> = { model: ' owner/name ', input: 'hi', parameters: {}, stream: true }
const context = { sandboxUrl: 'http://127.0.0.1:1/sandbox' }
const sandbox: Connection = { kind: 'sandbox' }
const provider = (name: string): Connection => ({ kind: 'provider', provider: name, billTo: '' })
const endpoint = (url: string): Connection => ({ kind: 'endpoint', url, auth: 'none' })
const router = 'https://router.huggingface.co'

describe('where a request goes', () => {
  it.each<[string, Route, Connection, string]>([
    ['hf-inference', 'model', provider('hf-inference'), `${router}/hf-inference/models/owner/name`],
    [
      'hf-inference pipeline',
      'pipeline',
      provider('hf-inference'),
      `${router}/hf-inference/models/owner/name/pipeline/some-task`,
    ],
    [
      'hf-inference chat',
      'chat',
      provider('hf-inference'),
      `${router}/hf-inference/models/owner/name/v1/chat/completions`,
    ],
    ['chat of any provider', 'chat', provider('auto'), `${router}/v1/chat/completions`],
    [
      'auto where only hf-inference serves',
      'model',
      provider('auto'),
      `${router}/hf-inference/models/owner/name`,
    ],
    ['endpoint as it is', 'model', endpoint('https://x.dev/a?b=c'), 'https://x.dev/a?b=c'],
    ['endpoint of this machine', 'model', endpoint('localhost:8080'), 'http://localhost:8080/'],
    ['endpoint chat', 'chat', endpoint('https://x.dev'), 'https://x.dev/v1/chat/completions'],
    [
      'endpoint chat, slash',
      'chat',
      endpoint('https://x.dev/a/'),
      'https://x.dev/a/v1/chat/completions',
    ],
    [
      'endpoint chat, v1',
      'chat',
      endpoint('https://x.dev/v1'),
      'https://x.dev/v1/chat/completions',
    ],
    [
      'endpoint chat, whole',
      'chat',
      endpoint('https://x.dev/v1/chat/completions'),
      'https://x.dev/v1/chat/completions',
    ],
    [
      'sandbox under a real name',
      'model',
      sandbox,
      'http://127.0.0.1:1/sandbox/models/owner/name/pipeline/some-task',
    ],
    ['sandbox chat', 'chat', sandbox, 'http://127.0.0.1:1/sandbox/v1/chat/completions'],
  ])('%s', (_, route, connection, url) => {
    expect(prepare(task(route), connection, draft, context)).toMatchObject({ dialect: 'wire', url })
  })

  it('names the sandbox’s own model as it is', () => {
    const own = { ...draft, model: 'sandbox/some-task' }
    expect(prepare(task('model'), sandbox, own, context)).toMatchObject({
      url: 'http://127.0.0.1:1/sandbox/models/sandbox/some-task',
    })
  })

  it('names the provider in the model of a chat, once', () => {
    const model = (name: string, text = 'owner/name') =>
      prepare(task('chat'), provider(name), { ...draft, model: text }, context).model
    expect(model('together')).toBe('owner/name:together')
    expect(model('auto')).toBe('owner/name')
    expect(model('together', 'owner/name:groq')).toBe('owner/name:groq')
    expect(model('hf-inference')).toBe('owner/name')
  })

  it('leaves third-party providers to the client library', () => {
    expect(prepare(task('model', true), provider('fal-ai'), draft, context)).toMatchObject({
      dialect: 'provider',
      provider: 'fal-ai',
      call: { method: 'someTask' },
    })
  })
})

describe('what it carries', () => {
  it('bills the organisation, and names the credential without holding it', () => {
    const billed: Connection = { kind: 'provider', provider: 'hf-inference', billTo: ' my-org ' }
    expect(prepare(task('model'), billed, draft, context)).toMatchObject({
      headers: [
        ['Content-Type', 'application/json'],
        ['X-HF-Bill-To', 'my-org'],
      ],
      credential: { kind: 'huggingface' },
      body: { kind: 'json', value: { inputs: 'hi' } },
    })
  })

  it.each<[Connection, object]>([
    [endpoint('https://x.dev/a'), { kind: 'none' }],
    [
      { kind: 'endpoint', url: 'https://x.dev/a', auth: 'own' },
      { kind: 'origin', origin: 'https://x.dev', token: 'own' },
    ],
    [sandbox, { kind: 'none' }],
  ])('%j', (connection, credential) => {
    expect(prepare(task('model'), connection, draft, context).credential).toEqual(credential)
  })

  it('never asks a task that has no stream for one, and is frozen', () => {
    const request = prepare(task('model'), sandbox, draft, context)
    expect(request.stream).toBe(false)
    expect(Object.isFrozen(request)).toBe(true)
  })

  it('throws nothing for a half-filled page', () => {
    const empty = { ...draft, model: '' }
    for (const connection of [sandbox, provider('auto'), endpoint(''), endpoint('::not a url')])
      expect(() => prepare(task('chat'), connection, empty, context)).not.toThrow()
  })
})

describe('request options', () => {
  const wished: Draft<string> = { ...draft, options: { waitForModel: true, useCache: false } }
  const headersFor = (connection: Connection, own: Draft<string> = wished) => {
    const request = prepare(task('model', true), connection, own, context)
    return request.dialect === 'wire' ? Object.fromEntries(request.headers) : undefined
  }
  const asked = { 'x-wait-for-model': 'true', 'x-use-cache': 'false' }

  it.each([sandbox, provider('hf-inference'), endpoint('https://x.dev')])(
    'are headers for %j',
    (connection) => {
      expect(headersFor(connection)).toMatchObject(asked)
      expect(Object.keys(headersFor(connection, draft) ?? {})).toEqual(['Content-Type'])
    },
  )

  it('do not go to third-party providers', () => {
    expect(headersFor(provider('auto'))).toBeUndefined()
    const chat = prepare(task('chat'), provider('auto'), wished, context)
    expect(chat.dialect === 'wire' && chat.headers).toEqual([['Content-Type', 'application/json']])
  })
})
