import type { WireRequest } from '@/core/request'
import { marked, placed } from './credential'
import { pathOf, pipedInto } from './curl'
import {
  beside,
  bodySource,
  fileNames,
  fileNotes,
  filesBeside,
  headersBeside,
  outputName,
  type BodySource,
  type FileNames,
} from './files'
import { formSource, savedForm } from './form-source'
import { formItems, headerItem, jsonItems } from './httpie-items'
import { bashQuote, bashWord } from './quote'
import { commonNotes, headerValue, targetUrl, tokenVariable } from './request'
import { note, type Snippet, type SnippetNote } from './types'

/** A command of HTTPie 3. A JSON object is written as items where that says the same, else as it is. */
export function httpieSnippet(request: WireRequest): Snippet {
  const body = source(request)
  const names = fileNames(filesBeside(request, body))
  const variable = tokenVariable(request)
  const items = bodyItems(request, body, names)
  const words = [
    `http ${[...flags(request, body), request.method, bashWord(targetUrl(request))].join(' ')}`,
    ...(variable ? [marked(`"Authorization:Bearer $${variable}"`)] : []),
    ...headerItems(request, body, items !== undefined),
    ...(items?.map(bashWord) ?? []),
    ...rawBody(body, items !== undefined),
  ]
  const command = words.join(' \\\n  ') + redirection(body, names)
  return placed(
    {
      code: pipedInto(command, body, names),
      library: 'HTTPie',
      notes: [
        note('install', { command: 'pip install httpie' }),
        ...commonNotes(request),
        ...fileNotes(names, body),
        ...lostHeaders(request),
      ],
      ...beside(names, body),
    },
    variable ? { variable, lead: 'Authorization:Bearer ', quote: 'bash' } : undefined,
  )
}

function source(request: WireRequest): BodySource {
  if (request.body.kind !== 'form') return bodySource(request)
  const body = formSource(request, request.body)
  if (body.kind !== 'form') return body
  return formItems(body, fileNames(filesBeside(request, body))) ? body : savedForm(body)
}

/** In a script HTTPie would take what it finds on standard input for the body. */
function flags(request: WireRequest, body: BodySource): string[] {
  const output = outputName(request)
  const reads =
    body.kind === 'bytes' ||
    body.kind === 'saved' ||
    (body.kind === 'text' && body.parts.some((part) => typeof part !== 'string'))
  return [
    ...(reads ? [] : ['--ignore-stdin']),
    ...(request.stream ? ['--stream'] : []),
    ...(body.kind === 'form' ? ['--multipart'] : []),
    ...(output ? [`--output ${output}`] : []),
  ]
}

/** The media type of JSON items and of forms is HTTPie's own. */
function headerItems(request: WireRequest, body: BodySource, asItems: boolean): string[] {
  const own = asItems && body.kind === 'text'
  const headers = headersBeside(request, body).filter(
    ([name, value]) =>
      !(own && name.toLowerCase() === 'content-type' && value === 'application/json'),
  )
  const items = headers.flatMap(([name, value]) => headerItem(name, value) ?? [])
  const untyped = body.kind !== 'none' && headerValue(request, 'content-type') === undefined
  return [...items, ...(untyped ? ['Content-Type:'] : [])].map(bashWord)
}

function lostHeaders(request: WireRequest): SnippetNote[] {
  const lost = request.headers.filter(
    ([name, value]) => headerItem(name, value.trim()) === undefined,
  )
  return lost.map(([name]) => note('unquotable', { name }))
}

function bodyItems(request: WireRequest, body: BodySource, names: FileNames): string[] | undefined {
  if (body.kind === 'form') return formItems(body, names)
  const inline = body.kind === 'text' && body.parts.length === 1
  return inline && request.body.kind === 'json' && request.body.files.length === 0
    ? jsonItems(request.body.value)
    : undefined
}

function rawBody(body: BodySource, asItems: boolean): string[] {
  if (body.kind !== 'text' || asItems) return []
  const [text] = body.parts
  return body.parts.length === 1 && typeof text === 'string' ? [`--raw=${bashQuote(text)}`] : []
}

function redirection(body: BodySource, names: FileNames): string {
  if (body.kind === 'saved') return ` < ${body.attachment.name}`
  return body.kind === 'bytes' ? ` \\\n  < ${bashWord(pathOf(body.file.blob, names))}` : ''
}
