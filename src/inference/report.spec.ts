import { describe, expect, test } from 'vitest'
import type { Exchange, ExchangeBody } from '@/core/exchange'
import { redactUrl, secretForms } from '@/core/redact'
import type { WireRequest } from '@/core/request'
import { createTokens } from '@/stores/tokens'
import { failureReport } from './report'

const HF = 'hf_AbCdEfGhIjKlMnOpQrStUvWxYz012345'
const OWN = 'a+b/c=own?secret&of=mine'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    read: (key: string) => kept.get(key),
    write: (key: string, value: string) => kept.set(key, value).size > 0,
    remove: (key: string) => void kept.delete(key),
  }
}
const tokens = createTokens(memory(), undefined)
tokens.save('huggingface', HF)
tokens.save('https://x.dev', OWN)

const request: WireRequest = {
  dialect: 'wire',
  task: 'text-classification',
  model: 'owner/name',
  connection: { kind: 'endpoint', url: 'https://x.dev/run', auth: 'own' },
  credential: { kind: 'origin', origin: 'https://x.dev', token: 'own' },
  stream: false,
  clients: {},
  method: 'POST',
  url: 'https://me:pw@x.dev/run?api_key=abc123&top=1',
  headers: [
    ['Content-Type', 'application/json'],
    ['X-Api-Key', 'k-123456'],
  ],
  body: { kind: 'json', value: { inputs: 'my words', password: 'hunter22' }, files: [] },
}

const exchange = (body: ExchangeBody, headers: [string, string][] = []): Exchange => ({
  status: 422,
  statusText: 'Unprocessable Entity',
  headers: [['content-type', 'application/json'], ...headers],
  mediaType: 'application/json',
  body,
  attempts: [{ status: 503, reason: 'loading', waitMs: 3000 }],
  ending: 'complete',
  timing: { headersMs: 11.4, totalMs: 12.6 },
})

const report = (body: ExchangeBody, headers?: [string, string][], asked = request) =>
  failureReport(
    {
      id: '1',
      startedAt: 0,
      request: asked,
      failure: { kind: 'invalid', status: 422, detail: 'wrong' },
      exchange: exchange(body, headers),
    },
    { version: '0.1.0', language: 'en', browser: 'Test/1', online: true, now: 60_000 },
    tokens.redact,
  )

describe('a report', () => {
  test('tells what was sent, what came, when and where', () => {
    const text = report({ kind: 'text', text: '{"error":"wrong"}' })
    for (const part of [
      'invalid (HTTP 422)',
      'owner/name',
      '1970-01-01T00:00:00.000Z',
      'headers 11 ms, whole 13 ms',
      '503 loading, waited 3000 ms',
      'Taskscope 0.1.0, en, online',
      'Test/1',
      'POST https://x.dev/run?api_key=***&top=1',
      '"inputs": "my words"',
      '{"error":"wrong"}',
    ])
      expect(text).toContain(part)
  })

  test('holds no credential of the request', () => {
    const text = report({ kind: 'none' })
    for (const secret of ['abc123', 'pw@', 'k-123456', 'hunter22'])
      expect(text).not.toContain(secret)
  })

  const echoes: [string, (token: string) => string][] = [
    ['plain', (token) => `you sent ${token}!`],
    ['in a header’s line', (token) => `Authorization: Bearer ${token}`],
    ['in JSON', (token) => JSON.stringify({ headers: { authorization: [`Bearer ${token}`] } })],
    ['escaped for a URL', (token) => `https://x.dev/?t=${encodeURIComponent(token)}`],
    ['as base64', (token) => btoa(token)],
    ['as base64 behind Basic', (token) => btoa(`user:${token}`)],
    ['as base64 in the middle', (token) => btoa(`{"a":"${token}","b":1}`)],
    ['at the place where the body is cut', (token) => 'x'.repeat(3990) + token + 'x'.repeat(9000)],
  ]
  const bodies: [string, (text: string) => ExchangeBody][] = [
    ['text', (text) => ({ kind: 'text', text })],
    ['events', (text) => ({ kind: 'events', chunks: [{ at: 1, data: text }] })],
  ]

  describe.each([
    ['Hugging Face', HF],
    ['own', OWN],
  ])('holds no %s token that a server repeats', (_, token) => {
    test.each(
      echoes.flatMap(([name, echo]) => bodies.map(([kind, body]) => ({ name, kind, echo, body }))),
    )('$name, $kind', ({ echo, body }) => {
      const text = report(body(echo(token)), [['x-echo', echo(token)]])
      for (const form of secretForms(token)) expect(text).not.toContain(form)
      // Not even half of it.
      expect(text).not.toContain(token.slice(0, 12))
    })

    test('in the person’s own input', () => {
      const typed = { ...request, body: { ...request.body, value: { inputs: `use ${token}` } } }
      expect(report({ kind: 'none' }, [], typed as WireRequest)).not.toContain(token.slice(0, 12))
    })
  })

  test('is cut at its bound, and its fences hold', () => {
    const text = report({ kind: 'text', text: '```\n'.repeat(30_000) })
    expect(text.length).toBeLessThan(10_000)
    expect(text).toContain('… +')
    expect(text).toContain('````\n422')
  })

  test('tokens of other services are known by their looks', () => {
    const text = report({
      kind: 'text',
      text: 'sk-abcdefghijklmnop and eyJhbGciOiJI.eyJzdWIiOiIx.sig',
    })
    expect(text).not.toMatch(/sk-abc|eyJ/)
  })
})

test.each([
  ['https://x.dev/a?token=abc&b=1', 'https://x.dev/a?token=***&b=1'],
  ['https://u:p@x.dev/', 'https://x.dev/'],
  ['no url with hf_AbCdEfGhIjKlMnOpQrSt', 'no url with ***'],
])('%s without its secrets', (url, plain) => expect(redactUrl(url)).toBe(plain))
