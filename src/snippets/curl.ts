import type { FileSlot, WireRequest } from '@/core/request'
import { marked, placed } from './credential'
import {
  beside,
  bodySource,
  fileNames,
  fileNotes,
  filesBeside,
  headersBeside,
  outputName,
  safePath,
  type BodySource,
  type FileNames,
  type FormWriter,
} from './files'
import { bashQuote, bashWord } from './quote'
import { commonNotes, headerValue, targetUrl, tokenVariable } from './request'
import type { Snippet } from './types'

/** A command for bash and zsh that sends the request byte for byte; of a form, curl chooses the boundary. */
export function curlSnippet(request: WireRequest, forms?: FormWriter): Snippet {
  const body = bodySource(request, forms)
  const names = fileNames(filesBeside(request, body))
  const options = [
    ...flags(request),
    ...headerOptions(request, body),
    ...bodyOptions(request, body, names, forms),
    ...outputOptions(request),
  ]
  const variable = tokenVariable(request)
  return placed(
    {
      code: pipedInto(`curl ${options.join(' \\\n  ')}`, body, names),
      library: 'curl',
      notes: [...commonNotes(request), ...fileNotes(names, body)],
      ...beside(names, body),
    },
    variable ? { variable, lead: 'Authorization: Bearer ', quote: 'bash' } : undefined,
  )
}

function flags(request: WireRequest): string[] {
  const url = targetUrl(request)
  return [
    `-X ${request.method} ${bashWord(url)}`,
    // Brackets and braces would be taken for a range of URLs.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(request.stream ? ['-N'] : []),
  ]
}

function headerOptions(request: WireRequest, body: BodySource): string[] {
  const variable = tokenVariable(request)
  const headers = headersBeside(request, body).map(([name, value]) =>
    // With a colon curl would drop a header that has no value.
    bashQuote(value === '' ? `${name};` : `${name}: ${value}`),
  )
  return [
    ...(variable ? [marked(`"Authorization: Bearer $${variable}"`)] : []),
    ...headers,
    // curl would call any body a form.
    ...(request.body.kind !== 'none' && headerValue(request, 'content-type') === undefined
      ? [bashQuote('Content-Type:')]
      : []),
  ].map((header) => `-H ${header}`)
}

function bodyOptions(
  request: WireRequest,
  body: BodySource,
  names: FileNames,
  forms: FormWriter | undefined,
): string[] {
  switch (body.kind) {
    case 'none':
      return ['POST', 'PUT', 'PATCH'].includes(request.method)
        ? [`-H ${bashQuote('Content-Length: 0')}`]
        : []
    case 'bytes':
      return [`--data-binary ${bashWord(`@${pathOf(body.file.blob, names)}`)}`]
    case 'form':
      return forms?.lines(body, names) ?? []
    case 'saved':
      return [`--data-binary @${body.attachment.name}`]
    case 'text': {
      const [text] = body.parts
      return body.parts.length === 1 && typeof text === 'string'
        ? [`--data-raw ${bashQuote(text)}`]
        : ['--data-binary @-']
    }
  }
}

function outputOptions(request: WireRequest): string[] {
  const name = outputName(request)
  return name ? [`--output ${name}`] : []
}

/** The command behind a pipe where its body is put together from texts and files. */
export function pipedInto(command: string, body: BodySource, names: FileNames): string {
  const piped = body.kind === 'text' && body.parts.some((part) => typeof part !== 'string')
  return piped ? `${producer(body.parts, names)} | ${command}` : command
}

/** A group of commands that writes the body: the text as it is, each file as base64 without line breaks. */
function producer(parts: readonly (string | FileSlot)[], names: FileNames): string {
  const lines = parts.map((part) =>
    typeof part === 'string'
      ? `  printf '%s' ${bashQuote(part)}`
      : `  base64 < ${bashWord(pathOf(part.file.blob, names))} | tr -d '\\n'`,
  )
  return `{\n${lines.join('\n')}\n}`
}

export function pathOf(blob: Blob, names: FileNames): string {
  return safePath(names.get(blob) ?? 'file')
}
