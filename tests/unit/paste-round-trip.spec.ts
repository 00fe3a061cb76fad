import { afterAll, describe, expect, test } from 'vitest'
import type { Connection } from '@/core/connection'
import { parseCurl } from '@/core/curl'
import { formFiles } from '@/core/form'
import { readIncoming, type Candidate } from '@/core/incoming'
import { sameBody } from '@/core/incoming/exact'
import { isObject, type Json } from '@/core/json'
import { isMediaFile, type MediaFile } from '@/core/media'
import type { RequestBody, WireRequest } from '@/core/request'
import type { AnyTask, Draft, Example } from '@/core/task'
import { prepare } from '@/inference/prepare'
import { headersOf, targetUrl } from '@/snippets/request'
import { bestSnippet } from '../support/all-snippets'
import { NASTY_NAMES, NASTY_TEXTS, sampleFile } from '../support/snippet-cases'
import { taskIds } from './support/project'
import { sampleFromDisk } from './support/samples'

/**
 * What the page prints as curl comes back as the same request: for every task, example and nasty text, on every kind of
 * connection, by the task that is guessed and by the task that it came from.
 */

const modules = import.meta.glob<AnyTask>('/src/tasks/*/index.ts', {
  eager: true,
  import: 'default',
})
const all = Object.values(modules)
const sandboxUrl = 'http://127.0.0.1:7860/sandbox'
const connections: readonly Connection[] = [
  { kind: 'sandbox' },
  { kind: 'provider', provider: 'hf-inference', billTo: '' },
  { kind: 'provider', provider: 'auto', billTo: 'acme' },
  { kind: 'provider', provider: 'together', billTo: '' },
  { kind: 'endpoint', url: 'http://localhost:8080/', auth: 'own' },
  { kind: 'endpoint', url: 'https://abc.endpoints.huggingface.cloud/v1', auth: 'none' },
]

let pairs = 0
let guessed = 0
afterAll(() => {
  process.stdout.write(`Pasted commands that came back: ${pairs}, guessed right: ${guessed}\n`)
})

const load = async (example: Example<unknown>): Promise<unknown> =>
  typeof example.input === 'function' ? await example.input(sampleFromDisk) : example.input

/** The input with each of its texts replaced in turn. */
function* withText(input: unknown, text: string): Generator<unknown> {
  if (!isObject(input)) return
  for (const [key, value] of Object.entries(input)) {
    if (
      [
        'inputs',
        'question',
        'context',
        'query',
        'text_pair',
        'source_sentence',
        'draft',
        'system',
        'prompt',
      ].includes(key)
    )
      yield { ...input, [key]: text }
    if (key === 'candidate_labels' || key === 'sentences' || key === 'texts')
      yield { ...input, [key]: [text, ...(value as string[])] }
  }
}

const wire = (task: AnyTask, connection: Connection, draft: Draft<unknown>) => {
  const request = prepare(task, connection, draft, { sandboxUrl })
  return request.dialect === 'wire' ? request : undefined
}

/** The files that a command only names, put where the page will have them. */
function fileInto(value: unknown, files: ReadonlyMap<string, MediaFile>): unknown {
  if (isMediaFile(value)) return files.get(value.name) ?? value
  if (Array.isArray(value)) return value.map((each: unknown) => fileInto(each, files))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, fileInto(each, files)]),
  )
}

const filesOf = (body: RequestBody): MediaFile[] => {
  if (body.kind === 'bytes') return [body.file]
  if (body.kind === 'form') return formFiles(body)
  return body.kind === 'json' ? body.files.map(({ file }) => file) : []
}

/** A lone half of a pair becomes what every encoder makes of it; keys keep their order in neither. */
function expectSame(actual: WireRequest | undefined, expected: WireRequest, name: string): void {
  expect(actual?.method, name).toBe(expected.method)
  expect(actual && targetUrl(actual), name).toBe(targetUrl(expected))
  if (!actual) return
  const same = sameBody(actual.body, expected.body)
  if (!same) expect(actual.body, name).toEqual(expected.body)
  expect(same, name).toBe(true)
  // Whoever sends a form chooses its boundary.
  const kept = (request: WireRequest) =>
    headersOf(request).map(([key, value]) => [
      key.toLowerCase(),
      request.body.kind === 'form' && key === 'Content-Type' ? 'a form' : value,
    ])
  expect(kept(actual).sort(), name).toEqual(kept(expected).sort())
}

function cameBack(candidate: Candidate, connection: Connection, original: WireRequest) {
  const task = all.find(({ id }) => id === candidate.task)
  if (!task) throw new Error(candidate.task)
  const files = new Map(filesOf(original.body).map((file) => [file.name, file]))
  const input = fileInto(candidate.draft.input, files)
  return wire(task, connection, { ...candidate.draft, input })
}

function check(name: string, task: AnyTask, connection: Connection, draft: Draft<unknown>): void {
  const original = wire(task, connection, draft)
  if (!original) return
  const { code, attachments } = bestSnippet(original, 'curl')
  if (attachments.length > 0) return
  const read = parseCurl(code)
  expect(read.secrets, name).toEqual([])
  expect(
    read.notes.filter(({ code: note }) => note !== 'body-file'),
    name,
  ).toEqual([])
  const incoming = readIncoming(read, all, sandboxUrl)
  const [first] = incoming.candidates
  const own = incoming.candidates.find((each) => each.task === task.id)
  if (!first || !own) throw new Error(`${name}: ${code} is not taken for ${task.id}`)
  expect(first.exact, `${name}: ${first.task} for\n${code}`).toBe(true)
  for (const candidate of new Set([first, own]))
    expectSame(
      cameBack(candidate, incoming.connection, original),
      original,
      `${name} as ${candidate.task}`,
    )
  pairs++
  if (first.task === task.id) guessed++
}

describe.each(taskIds.filter((id) => `/src/tasks/${id}/index.ts` in modules))('%s', (id) => {
  const task = modules[`/src/tasks/${id}/index.ts`] as AnyTask

  test('comes back from its own curl', async () => {
    for (const [at, connection] of connections.entries()) {
      const sandbox = connection.kind === 'sandbox'
      for (const example of task.examples) {
        const model =
          (sandbox ? undefined : example.model) ??
          task.models.find((each) => (each.sandbox ?? false) === sandbox)?.id ??
          'some-owner/some model'
        const input = await load(example)
        const draft: Draft<unknown> = {
          model,
          input,
          parameters: example.parameters ?? {},
          stream: example.stream ?? task.streams,
        }
        check(`${id} ${example.id} ${at}`, task, connection, draft)
        if (example !== task.examples[0]) continue
        for (const [nasty, text] of Object.entries(NASTY_TEXTS))
          for (const changed of withText(input, text))
            check(`${id} ${nasty} ${at}`, task, connection, { ...draft, input: changed })
      }
    }
  })
})

test('a JSON of any kind comes back as a custom request', () => {
  const custom = all.find(({ id }) => id === 'custom') as AnyTask
  const values: Json[] = [
    null,
    1,
    'text',
    [],
    {},
    { a: { b: [1.5, null, 'x'] } },
    { inputs: [[1]] },
  ]
  for (const connection of connections)
    for (const value of values) {
      const input = { ...(custom.emptyInput as object), json: JSON.stringify(value) }
      check(`custom ${JSON.stringify(value)}`, custom, connection, {
        model: 'some/model',
        input,
        parameters: {},
        stream: false,
      })
    }
})

test('a form of any text and file comes back as a custom request', () => {
  const custom = all.find(({ id }) => id === 'custom') as AnyTask
  for (const [name, text] of Object.entries(NASTY_TEXTS)) {
    // No command line holds a NUL, and no form half a letter.
    if (/\0|\p{Cs}/u.test(text)) continue
    const form = [
      { kind: 'text', name: 'prompt', value: text },
      { kind: 'text', name: 'spaces', value: ' x ' },
    ]
    const input = { ...(custom.emptyInput as object), mode: 'form', form }
    const draft = { model: 'some/model', input, parameters: {}, stream: false }
    for (const connection of connections) check(`a form of ${name}`, custom, connection, draft)
  }
  for (const name of NASTY_NAMES.filter((each) => !/[/\\]/.test(each))) {
    const file = sampleFile(name)
    const input = {
      ...(custom.emptyInput as object),
      mode: 'form',
      form: [{ kind: 'file', name: 'file', file }],
    }
    const draft = { model: 'some/model', input, parameters: {}, stream: false }
    for (const connection of connections) check(`a form with ${name}`, custom, connection, draft)
  }
})
