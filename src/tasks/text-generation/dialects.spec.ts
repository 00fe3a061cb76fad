import { describe, expect, it } from 'vitest'
import type { Connection } from '@/core/connection'
import { parseCurl } from '@/core/curl'
import { readIncoming } from '@/core/incoming'
import type { JsonObject } from '@/core/json'
import type { AnyTask, Draft } from '@/core/task'
import { prepare } from '@/inference/prepare'
import { snippets } from '@/snippets'
import task from '.'
import type { Input } from './input'
import { strangersOf } from './dialects'

const context = { sandboxUrl: 'http://127.0.0.1:1/sandbox' }
const sandbox: Connection = { kind: 'sandbox' }
const endpoint = (url: string): Connection => ({ kind: 'endpoint', url, auth: 'none' })
const router: Connection = { kind: 'provider', provider: 'hf-inference', billTo: '' }
const draft = (parameters: JsonObject = {}, stream = false): Draft<Input> => ({
  model: 'owner/model',
  input: { inputs: 'It’s', dialect: 'completions' },
  parameters,
  stream,
})

describe('a completion', () => {
  it.each<[string, Connection, string]>([
    ['endpoint', endpoint('http://x.dev'), 'http://x.dev/v1/completions'],
    ['endpoint, v1', endpoint('http://x.dev/v1/'), 'http://x.dev/v1/completions'],
    ['endpoint, whole', endpoint('http://x.dev/v1/completions'), 'http://x.dev/v1/completions'],
    [
      'endpoint of a chat',
      endpoint('http://x.dev/v1/chat/completions'),
      'http://x.dev/v1/completions',
    ],
    ['sandbox', sandbox, 'http://127.0.0.1:1/sandbox/v1/completions'],
  ])('goes to its own route: %s', (_name, connection, url) => {
    expect(prepare(task, connection, draft(), context)).toMatchObject({
      url,
      body: { value: { model: 'owner/model', prompt: 'It’s' } },
    })
  })

  it('names the parameters as the protocol does', () => {
    const parameters = {
      max_new_tokens: 5,
      top_n_tokens: 3,
      return_full_text: true,
      stop: ['.'],
      details: true,
      top_k: 4,
    }
    expect(prepare(task, sandbox, draft(parameters, true), context)).toMatchObject({
      body: {
        value: {
          model: 'owner/model',
          prompt: 'It’s',
          max_tokens: 5,
          logprobs: 3,
          echo: true,
          stop: ['.'],
          top_k: 4,
          stream: true,
        },
      },
    })
    expect(strangersOf({ ...parameters, watermark: true })).toEqual(['watermark'])
  })

  it('asks for the tokens where details are wanted', () => {
    expect(prepare(task, sandbox, draft({ details: true }), context)).toMatchObject({
      body: { value: { logprobs: 1 } },
    })
  })

  it('is not what the router speaks', () => {
    expect(prepare(task, router, draft({ details: true }), context)).toMatchObject({
      url: 'https://router.huggingface.co/hf-inference/models/owner/model',
      body: { value: { inputs: 'It’s', parameters: { details: true } } },
    })
  })

  it.each([sandbox, endpoint('http://localhost:8080/v1')])(
    'comes back from its curl: %j',
    (connection) => {
      const asked = draft(
        { max_new_tokens: 5, top_n_tokens: 2, return_full_text: true, n: 2 },
        true,
      )
      const request = prepare(task, connection, asked, context)
      if (request.dialect !== 'wire') throw new Error('No wire request')
      const read = parseCurl(snippets(request).curl.code)
      const { candidates } = readIncoming(read, [task as AnyTask], context.sandboxUrl)
      expect(candidates).toMatchObject([{ exact: true, draft: asked }])
    },
  )

  it('takes a prompt in a list, and leaves several alone', () => {
    const given = (prompt: string | string[]) => ({
      method: 'POST',
      headers: [],
      type: 'application/json',
      text: '',
      parameters: {},
      rest: { prompt, max_tokens: 3 },
    })
    expect(task.fromBody?.(given(['a']))).toEqual({
      input: { inputs: 'a', dialect: 'completions' },
      parameters: { max_new_tokens: 3 },
    })
    expect(task.fromBody?.(given(['a', 'b']))).toBeUndefined()
  })
})

it('takes any other word for the usual dialect', () => {
  const odd = { ...draft(), input: { inputs: 'a', dialect: 'x' } as unknown as Input }
  expect(prepare(task, sandbox, odd, context)).toMatchObject({ body: { value: { inputs: 'a' } } })
})
