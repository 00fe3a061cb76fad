import type { Exchange } from '@/core/exchange'
import type { Failure } from '@/core/failure'
import { isSecretName, redactText, redactUrl } from '@/core/redact'
import type { PreparedRequest, WireRequest } from '@/core/request'
import { previewText } from './encode'

/** What a report tells of where it was made. */
export interface ReportPlace {
  readonly version: string
  readonly language: string
  readonly browser: string
  readonly online: boolean
  /** Unix time in milliseconds. */
  readonly now: number
}

export interface FailedRun {
  readonly id: string
  readonly startedAt: number
  readonly request: PreparedRequest
  readonly failure: Failure
  readonly exchange?: Exchange
}

type Clean = (text: string) => string

/** Characters of each body at most: a bug tracker takes some 60,000 in all. */
const MOST = 4000

/**
 * A failed run in Markdown, for a bug tracker: what was sent, what came, when and where; bodies cut at a bound. It holds
 * no credential: headers, parameters and JSON members with the name of one lose their value, texts what looks like one,
 * and `redact` takes out those that are known, however a server repeats them.
 */
export function failureReport(
  run: FailedRun,
  place: ReportPlace,
  redact: (text: string) => string,
): string {
  const { request, failure, exchange } = run
  const clean: Clean = (text) => redact(redactText(withoutMembers(text)))
  const status = failure.status ?? exchange?.status
  const kind = `${failure.kind}${status === undefined ? '' : ` (HTTP ${status})`}`
  const lines = [
    '### Taskscope: a run that failed',
    '',
    `- Failure: ${kind}`,
    ...(failure.expected ? [`- Expected: ${inline(failure.expected)}`] : []),
    `- Task: ${request.task}, model: ${inline(request.model) || 'none'}`,
    `- Connection: ${connectionText(request)}`,
    `- Started: ${new Date(run.startedAt).toISOString()}, reported: ${new Date(place.now).toISOString()}`,
    ...(exchange ? [`- Time: ${timeText(exchange)}`] : []),
    ...(exchange && exchange.attempts.length > 0 ? [`- Attempts: ${attemptsText(exchange)}`] : []),
    `- Taskscope ${place.version}, ${place.language}, ${place.online ? 'online' : 'offline'}`,
    `- Browser: ${place.browser}`,
    '',
    'Request',
    fenced(requestLines(request, clean)),
    '',
    'Reply',
    exchange ? fenced(replyLines(exchange, clean)) : 'none',
  ]
  return clean(lines.join('\n'))
}

function connectionText({ connection, credential }: PreparedRequest): string {
  const token = credential.kind === 'none' ? 'without a token' : 'with a token'
  if (connection.kind === 'provider') return `Hugging Face, ${connection.provider}, ${token}`
  return `${connection.kind}, ${token}`
}

function timeText({ timing, ending }: Exchange): string {
  const ms = (value: number) => `${Math.round(value)} ms`
  return `headers ${ms(timing.headersMs)}, whole ${ms(timing.totalMs)}, ended ${ending}`
}

function attemptsText({ attempts }: Exchange): string {
  return attempts
    .map(({ status, reason, waitMs }) => `${status} ${reason}, waited ${Math.round(waitMs)} ms`)
    .join('; ')
}

function requestLines(request: PreparedRequest, clean: Clean): string {
  if (request.dialect === 'provider') {
    const { method, args } = request.call
    return `${method} (${request.provider})\n\n${bodyText(JSON.stringify(args, null, 2), clean)}`
  }
  const { method, url, headers, body }: WireRequest = request
  return [
    `${method} ${redactUrl(url)}`,
    ...headerLines(headers),
    '',
    bodyText(previewText(body), clean),
  ]
    .join('\n')
    .trimEnd()
}

function replyLines(exchange: Exchange, clean: Clean): string {
  const { status, statusText, headers } = exchange
  return [
    `${status} ${statusText}`.trimEnd(),
    ...headerLines(headers),
    '',
    replyText(exchange, clean),
  ]
    .join('\n')
    .trimEnd()
}

function headerLines(headers: readonly (readonly [name: string, value: string])[]): string[] {
  return headers.map(([name, value]) => `${name}: ${isSecretName(name) ? '***' : value}`)
}

function replyText({ body, mediaType }: Exchange, clean: Clean): string {
  switch (body.kind) {
    case 'none':
      return ''
    case 'text':
      return bodyText(body.text, clean)
    case 'bytes':
      return `<${body.blob.size} bytes of ${mediaType || 'unknown type'}>`
    case 'events':
      return bodyText(body.chunks.map(({ data }) => data).join('\n'), clean)
  }
}

/** JSON members whose name is that of a credential lose a value that is a text. */
const MEMBER = /"((?:[^"\\]|\\.){1,60})"(\s*:\s*)"(?:[^"\\]|\\.)*"/g

function withoutMembers(text: string): string {
  return text.replace(MEMBER, (whole, name: string, colon: string) =>
    isSecretName(name) ? `"${name}"${colon}"***"` : whole,
  )
}

/** More than anybody reads; what is shown of it is far from where it ends. */
const LOOKED_AT = 5_000_000

/** Made clean before it is cut: half a token would not be known as one. */
function bodyText(text: string, clean: Clean): string {
  const plain = clean(text.slice(0, LOOKED_AT))
  return plain.length > MOST
    ? `${plain.slice(0, MOST)}\n… +${plain.length - MOST} characters`
    : plain
}

function inline(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 200)
}

/** A fence that no line of the text can close. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}
