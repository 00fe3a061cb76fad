import { describe, expect, it } from 'vitest'
import type { Connection } from '@/core/connection'
import type { Exchange } from '@/core/exchange'
import { mediaFile } from '@/core/media'
import type { PreparedRequest } from '@/core/request'
import type { ActiveRun } from '@/core/run'
import type { Draft } from '@/core/task'
import { isStoredDraft } from './draft-guards'
import { isOutcome, isPayload, isRunSummary } from './guards'
import { connectionLabel, measureBytes, storedRun } from './record'

const request = (connection: Connection = { kind: 'sandbox' }): PreparedRequest => ({
  dialect: 'wire',
  task: 'text-classification',
  model: 'sandbox/text-classification',
  connection,
  credential: { kind: 'none' },
  stream: false,
  clients: {},
  method: 'POST',
  url: 'http://localhost/sandbox/models/x',
  headers: [['Content-Type', 'application/json']],
  body: { kind: 'json', value: { inputs: 'I like it' }, files: [] },
})

const exchange: Exchange = {
  status: 200,
  statusText: 'OK',
  headers: [['content-type', 'application/json']],
  mediaType: 'application/json',
  body: { kind: 'text', text: '[{"label":"POSITIVE","score":0.9}]' },
  attempts: [],
  ending: 'complete',
  timing: { headersMs: 5, totalMs: 12 },
}

const draft: Draft<unknown> = {
  model: 'sandbox/text-classification',
  input: { inputs: 'I like it' },
  parameters: {},
  stream: false,
}

const started = { id: 'a', startedAt: 1000, request: request() }
const failure = { kind: 'server', status: 500 } as const

describe('storedRun', () => {
  const cases: [string, ActiveRun<unknown>, object, object][] = [
    [
      'done',
      { ...started, phase: 'done', exchange, output: ['big'] },
      { phase: 'done', totalMs: 12 },
      { phase: 'done', exchange },
    ],
    [
      'failed',
      { ...started, phase: 'failed', failure },
      { phase: 'failed', failureKind: 'server' },
      { phase: 'failed', failure },
    ],
    [
      'aborted',
      { ...started, phase: 'aborted', exchange },
      { phase: 'aborted', totalMs: 12 },
      { phase: 'aborted', exchange },
    ],
    [
      'streaming',
      { ...started, phase: 'streaming', exchange, output: 1 },
      { phase: 'aborted' },
      { phase: 'aborted', exchange: { ...exchange, ending: 'aborted' } },
    ],
    ['waiting', { ...started, phase: 'waiting' }, { phase: 'aborted' }, { phase: 'aborted' }],
  ]
  it.each(cases)('keeps a run that is %s, without its output', (_name, run, summary, outcome) => {
    const stored = storedRun(run, draft, '  I like\n it ')
    expect(stored.summary).toMatchObject({
      id: 'a',
      title: 'I like it',
      startedAt: 1000,
      ...summary,
    })
    expect(stored.outcome).toEqual(outcome)
    const copy = structuredClone(stored)
    expect(isRunSummary(copy.summary)).toBe(true)
    expect(isOutcome(copy.outcome)).toBe(true)
    expect(isPayload({ draft: copy.draft, request: copy.request })).toBe(true)
  })

  it('cuts a long title', () => {
    const stored = storedRun({ ...started, phase: 'sending' }, draft, 'x '.repeat(100_000))
    expect(stored.summary.title.length).toBe(200)
  })
})

it.each<[Connection, string]>([
  [{ kind: 'sandbox' }, ''],
  [{ kind: 'provider', provider: 'auto', billTo: 'org' }, 'auto'],
  [{ kind: 'endpoint', url: 'localhost:8080/x', auth: 'none' }, 'localhost:8080'],
  [{ kind: 'endpoint', url: 'not a url', auth: 'none' }, 'not a url'],
])('labels %j as %s', (connection, label) => {
  expect(connectionLabel(connection)).toBe(label)
})

it('counts a file once, however often it is referred to', () => {
  const file = mediaFile(new Blob([new Uint8Array(5000)]), 'x.bin')
  const once = measureBytes([file])
  expect(once).toBeGreaterThanOrEqual(5000)
  expect(measureBytes([file, { again: file.blob }])).toBeLessThan(once + 50)
})

describe('guards refuse what is damaged', () => {
  const { summary, outcome } = storedRun(
    { ...started, phase: 'done', exchange, output: 1 },
    draft,
    't',
  )
  it.each([
    ['null', null],
    ['a text', 'x'],
    ['no id', { ...summary, id: undefined }],
    ['a time that is a text', { ...summary, startedAt: '2026' }],
    ['an unknown phase', { ...summary, phase: 'gone' }],
    ['no connection', { ...summary, connection: null }],
    ['not a number of bytes', { ...summary, bytes: NaN }],
  ])('summary: %s', (_name, value) => expect(isRunSummary(value)).toBe(false))

  it.each([
    ['done without exchange', { phase: 'done' }],
    ['failed without failure', { phase: 'failed' }],
    [
      'chunks that are no list',
      { ...outcome, exchange: { ...exchange, body: { kind: 'events', chunks: {} } } },
    ],
    [
      'bytes without a blob',
      { ...outcome, exchange: { ...exchange, body: { kind: 'bytes', blob: {} } } },
    ],
    ['no timing', { ...outcome, exchange: { ...exchange, timing: undefined } }],
  ])('outcome: %s', (_name, value) => expect(isOutcome(value)).toBe(false))

  it.each([
    ['no draft', { request: started.request }],
    ['no headers', { draft, request: { ...request(), headers: undefined } }],
    [
      'a file without a blob',
      { draft, request: { ...request(), body: { kind: 'bytes', file: { name: 'x' } } } },
    ],
    ['an unknown dialect', { draft, request: { ...request(), dialect: 'odd' } }],
  ])('payload: %s', (_name, value) => expect(isPayload(value)).toBe(false))

  it('draft', () => {
    const stored = { task: 't', tab: 'x', savedAt: 1, draft }
    expect(isStoredDraft(stored)).toBe(true)
    expect(isStoredDraft({ ...stored, draft: { ...draft, parameters: [] } })).toBe(false)
    expect(isStoredDraft({ ...stored, connection: { kind: 'moon' } })).toBe(false)
  })
})

describe('a picture that was made smaller', () => {
  const original = mediaFile(new Blob(['x'.repeat(5000)], { type: 'image/png' }), 'photo.png')
  const small = {
    ...mediaFile(new Blob(['small'], { type: 'image/png' }), 'photo-640.png'),
    scaled: { longest: 640, name: 'photo.png', width: 900, height: 600, size: 5000, original },
  }
  const sent = { ...draft, input: { image: small } }
  const stored = storedRun(
    {
      ...started,
      request: { ...started.request, body: { kind: 'bytes', file: small } } as PreparedRequest,
      phase: 'sending',
    },
    sent,
    'photo',
  )

  it('is kept as it was sent, without what it was made of', () => {
    expect(stored.draft.input).toMatchObject({ image: { scaled: { longest: 640, size: 5000 } } })
    expect(stored.summary.bytes).toBeLessThan(5000)
    expect(JSON.stringify(stored)).not.toContain('original')
    expect(sent.input.image.scaled.original).toBe(original)
  })
})
