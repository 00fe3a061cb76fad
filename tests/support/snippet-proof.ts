import { join } from 'node:path'
import { expect } from 'vitest'
import type { WireRequest } from '../../src/core/request'
import { encodeBody } from '../../src/inference/encode'
import type { Snippet, SnippetLanguage } from '../../src/snippets'
import { bestSnippet } from './all-snippets'
import type { Captured } from './capture-server'
import { writeFiles } from './run-code'

export interface Prepared {
  readonly name: string
  readonly request: WireRequest
  readonly snippet: Snippet
  readonly folder: string
}

/** What a person does with a snippet: a folder with the code, the files that it names, and its attachments. */
export async function setUp(
  root: string,
  cases: ReadonlyMap<string, WireRequest>,
  language: SnippetLanguage,
  codeName: string,
): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const [name, request] of cases) {
    const snippet = bestSnippet(request, language)
    const folder = join(root, `${language}-${prepared.length}`)
    const files = new Map<string, string | Buffer>([[codeName, snippet.code]])
    for (const [file, blob] of namedFiles(snippet))
      files.set(file, Buffer.from(await blob.arrayBuffer()))
    for (const { name: file } of snippet.attachments) files.set(file, await bodyBytes(request))
    await writeFiles(folder, files)
    prepared.push({ name, request, snippet, folder })
  }
  return prepared
}

/** The input files: those that the notes name, once each. */
function namedFiles(snippet: Snippet): [string, Blob][] {
  const names = snippet.notes.filter(({ code }) => code === 'save-file')
  expect(snippet.files.map(({ name }) => name)).toEqual(names.map(({ values }) => values.name))
  return snippet.files.map(({ name, blob }) => [name, blob])
}

/** The body as the page sends it; a form with the boundary that the program chose. */
export async function bodyBytes(request: WireRequest, boundary?: string): Promise<Buffer> {
  const named =
    request.body.kind === 'form' && boundary !== undefined
      ? { ...request.body, boundary }
      : request.body
  const { body } = await encodeBody(named)
  return body === undefined ? Buffer.alloc(0) : Buffer.from(await new Response(body).arrayBuffer())
}

/** Fails unless the server got exactly the request; with `json`, one that means the same will do. */
export async function expectSent(
  { name, request }: Prepared,
  captured: Captured | undefined,
  options: { json?: boolean } = {},
): Promise<void> {
  const url = new URL(request.url)
  expect(captured, name).toBeDefined()
  if (!captured) return
  expect(captured.method, name).toBe(request.method)
  const path = url.pathname + url.search
  // The Python library escapes more letters of a URL, which means the same.
  if (options.json) expect(decodeURIComponent(captured.path), name).toBe(decodeURIComponent(path))
  else expect(captured.path, name).toBe(path)
  const named = boundaryOf(captured.headers['content-type'])
  for (const [header, value] of new Headers(
    request.headers.map(([key, text]): [string, string] => [key, text]),
  ))
    expect(captured.headers[header], `${name}: ${header}`).toBe(
      header === 'content-type' ? withBoundary(value, named) : value,
    )
  expect(captured.headers.authorization, name).toBe(expectedToken(request))
  const bytes = await bodyBytes(request, named)
  const same = captured.body.equals(bytes)
  if (same || !options.json) expect(same, `${name}: body`).toBe(true)
  else expect(JSON.parse(captured.body.toString()), name).toEqual(JSON.parse(bytes.toString()))
}

function expectedToken({ credential, connection }: WireRequest): string | undefined {
  if (credential.kind === 'none') return undefined
  const own = connection.kind === 'endpoint' && connection.auth === 'own'
  return `Bearer ${own ? TOKENS.ENDPOINT_TOKEN : TOKENS.HF_TOKEN}`
}

/** Made up, so that it can be seen which of the two arrives. */
export const TOKENS = { HF_TOKEN: 'hf_of-the-test', ENDPOINT_TOKEN: 'own-of-the-test' } as const

const BOUNDARY = /(?<=^multipart\/form-data; boundary=).+/

function boundaryOf(type: string | undefined): string | undefined {
  return BOUNDARY.exec(type ?? '')?.[0]
}

function withBoundary(type: string, boundary: string | undefined): string {
  return boundary === undefined ? type : type.replace(BOUNDARY, boundary)
}
