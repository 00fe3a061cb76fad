import type { FileSlot, WireRequest } from '@/core/request'
import {
  bodySource,
  fileNames,
  filesOf,
  outputName,
  safePath,
  saveFileNotes,
  snippetFiles,
  type BodySource,
  type FileNames,
} from './files'
import { bashQuote, bashWord } from './quote'
import { commonNotes, headersOf, headerValue, targetUrl, tokenVariable } from './request'
import { note, type Snippet } from './types'

/** A command for bash and zsh that sends the request byte for byte. */
export function curlSnippet(request: WireRequest): Snippet {
  const body = bodySource(request.body)
  const names = fileNames(body.kind === 'saved' ? [] : filesOf(request.body))
  const options = [
    ...flags(request),
    ...headerOptions(request),
    ...bodyOptions(request, body, names),
    ...outputOptions(request),
  ]
  const command = `curl ${options.join(' \\\n  ')}`
  const pipeline = body.kind === 'text' && body.parts.some((part) => typeof part !== 'string')
  return {
    code: pipeline ? `${producer(body.parts, names)} | ${command}` : command,
    library: 'curl',
    notes: [
      ...commonNotes(request),
      ...saveFileNotes(names),
      ...(body.kind === 'saved' ? [note('save-body', { name: body.attachment.name })] : []),
    ],
    files: snippetFiles(names),
    attachments: body.kind === 'saved' ? [body.attachment] : [],
  }
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

function headerOptions(request: WireRequest): string[] {
  const variable = tokenVariable(request)
  const headers = headersOf(request).map(([name, value]) =>
    // With a colon curl would drop a header that has no value.
    bashQuote(value === '' ? `${name};` : `${name}: ${value}`),
  )
  return [
    ...(variable ? [`"Authorization: Bearer $${variable}"`] : []),
    ...headers,
    // curl would call any body a form.
    ...(request.body.kind !== 'none' && headerValue(request, 'content-type') === undefined
      ? [bashQuote('Content-Type:')]
      : []),
  ].map((header) => `-H ${header}`)
}

function bodyOptions(request: WireRequest, body: BodySource, names: FileNames): string[] {
  switch (body.kind) {
    case 'none':
      return ['POST', 'PUT', 'PATCH'].includes(request.method)
        ? [`-H ${bashQuote('Content-Length: 0')}`]
        : []
    case 'bytes':
      return [`--data-binary ${bashWord(`@${pathOf(body.file.blob, names)}`)}`]
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

/** A group of commands that writes the body: the text as it is, each file as base64 without line breaks. */
function producer(parts: readonly (string | FileSlot)[], names: FileNames): string {
  const lines = parts.map((part) =>
    typeof part === 'string'
      ? `  printf '%s' ${bashQuote(part)}`
      : `  base64 < ${bashWord(pathOf(part.file.blob, names))} | tr -d '\\n'`,
  )
  return `{\n${lines.join('\n')}\n}`
}

function pathOf(blob: Blob, names: FileNames): string {
  return safePath(names.get(blob) ?? 'file')
}
