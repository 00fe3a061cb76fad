import { formPieces } from '@/core/form'
import type { MediaFile } from '@/core/media'
import type { FileSlot, WireRequest } from '@/core/request'
import { jsonTextWithSlots } from '@/core/slots'
import { marked, placed } from './credential'
import { bodySource, fileNames, safePath, snippetFiles } from './files'
import { formSource, savedBody } from './form-source'
import { bashWord } from './quote'
import { headersOf, targetUrl, tokenVariable } from './request'
import { note, type Attachment, type Snippet, type SnippetFile, type SnippetNote } from './types'

export const HTTP_NAME = 'request.http'

/** What goes behind the head: text in the code itself, or a file beside it. */
interface RawBody {
  readonly bytes: number
  readonly text: string
  readonly file?: SnippetFile
  readonly attachment?: Attachment
}

/**
 * The request as HTTP/1.1 text (RFC 9112). A body with files in it, or a long one, stands in a file that is sent behind
 * the text; Content-Length counts it.
 */
export function rawHttpSnippet(request: WireRequest): Snippet {
  const variable = tokenVariable(request)
  const body = bodyOf(request)
  const head = headLines(request, body, variable)
  const name = body.file?.name ?? body.attachment?.name
  return placed(
    {
      code: `${head.join('\r\n')}\r\n\r\n${body.text}`,
      library: 'HTTP/1.1',
      notes: [
        ...(variable ? [note('replace-token', { variable })] : []),
        ...bodyNotes(body),
        ...sendNote(request, name),
      ],
      files: body.file ? [body.file] : [],
      attachments: body.attachment ? [body.attachment] : [],
    },
    variable ? { variable, lead: 'Bearer ', quote: 'none' } : undefined,
  )
}

function headLines(request: WireRequest, body: RawBody, variable: string | undefined): string[] {
  const { method } = request
  const { host, path } = addressOf(targetUrl(request))
  const counted = body.bytes > 0 || request.body.kind !== 'none' || SENDS.includes(method)
  return [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    ...(variable ? [`Authorization: ${marked(`Bearer $${variable}`)}`] : []),
    ...headersOf(request).map(([name, value]) => `${name}: ${value}`.trimEnd()),
    ...(counted ? [`Content-Length: ${body.bytes}`] : []),
    'Connection: close',
  ]
}

/** Methods of which a server expects a length, if only 0. */
const SENDS = ['POST', 'PUT', 'PATCH']

function addressOf(url: string): { readonly host: string; readonly path: string } {
  if (!URL.canParse(url)) return { host: '', path: url }
  const { host, pathname, search } = new URL(url)
  return { host, path: pathname + search }
}

function bodyOf(request: WireRequest): RawBody {
  const { body } = request
  if (body.kind === 'none') return { bytes: 0, text: '' }
  if (body.kind === 'bytes') {
    const [file] = snippetFiles(fileNames([body.file]))
    return { bytes: body.file.blob.size, text: '', ...(file ? { file } : {}) }
  }
  const pieces = body.kind === 'form' ? formPieces(body) : jsonTextWithSlots(body)
  const bytes = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0)
  const texts = pieces.filter((piece) => typeof piece === 'string')
  const source = body.kind === 'form' ? formSource(request, body) : bodySource(request)
  return texts.length === pieces.length && source.kind !== 'saved'
    ? { bytes, text: texts.join('') }
    : { bytes, text: '', attachment: savedBody(body) }
}

function sizeOf(piece: string | FileSlot | MediaFile): number {
  if (typeof piece === 'string') return new TextEncoder().encode(piece).length
  return 'blob' in piece ? piece.blob.size : 4 * Math.ceil(piece.file.blob.size / 3)
}

function bodyNotes({ file, attachment }: RawBody): SnippetNote[] {
  return [
    ...(file ? [note('save-file', { name: file.name })] : []),
    ...(attachment ? [note('save-body', { name: attachment.name })] : []),
  ]
}

/** How the text goes over a connection. */
function sendNote(request: WireRequest, name: string | undefined): SnippetNote[] {
  const url = targetUrl(request)
  if (!URL.canParse(url)) return []
  const { protocol, hostname, port } = new URL(url)
  const connection =
    protocol === 'https:'
      ? `openssl s_client -quiet -connect ${hostname}:${port || '443'}`
      : `nc ${hostname.replace(/^\[|\]$/g, '')} ${port || '80'}`
  const command =
    name === undefined
      ? `${connection} < ${HTTP_NAME}`
      : `cat ${HTTP_NAME} ${bashWord(safePath(name))} | ${connection}`
  return [note('send-raw', { command })]
}
