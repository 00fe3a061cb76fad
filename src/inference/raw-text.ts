import type { Exchange } from '@/core/exchange'
import { previewText } from './encode'
import type { PreparedRequest, WireRequest } from '@/core/request'

/** The most that is put on the page of one body; the whole is in the history and in the reply's own view. */
const SHOWN = 100_000
const SHOWN_CHUNKS = 2000

/** A prepared request as text. It holds no Authorization header: the credential is named, not shown. */
export function requestText(request: PreparedRequest, resolved?: WireRequest): string {
  const wire = request.dialect === 'wire' ? request : resolved
  if (!wire) {
    const { provider, call } = request as Extract<PreparedRequest, { dialect: 'provider' }>
    return `${call.method} (${provider})\n\n${clip(JSON.stringify(call.args, null, 2))}`
  }
  const credential = wire.credential.kind === 'none' ? [] : ['Authorization: Bearer ***']
  const headers = wire.headers.map(([name, value]) => `${name}: ${value}`)
  const body = clip(previewText(wire.body))
  return [`${wire.method} ${wire.url}`, ...credential, ...headers, '', body].join('\n').trimEnd()
}

/** A reply as text: status, headers, body; a stream's events with the milliseconds at which each came. */
export function responseText(exchange: Exchange): string {
  const status = `${exchange.status} ${exchange.statusText}`.trimEnd()
  const attempts = exchange.attempts.map(
    ({ status: earlier, reason, waitMs }) => `${earlier} ${reason}, +${Math.round(waitMs)} ms`,
  )
  const headers = exchange.headers.map(([name, value]) => `${name}: ${value}`)
  return [...attempts, status, ...headers, '', bodyText(exchange)].join('\n').trimEnd()
}

function bodyText({ body, mediaType }: Exchange): string {
  switch (body.kind) {
    case 'none':
      return ''
    case 'text':
      return clip(body.text)
    case 'bytes':
      return `<${body.blob.size} bytes of ${mediaType || 'application/octet-stream'}>`
    case 'events': {
      const shown = body.chunks.slice(0, SHOWN_CHUNKS).map(({ at, event, data }) => {
        const time = `${at.toFixed(0).padStart(7)} ms  `
        return `${time}${event ? `${event}: ` : ''}${data}`
      })
      const left = body.chunks.length - shown.length
      return clip(shown.join('\n')) + (left > 0 ? `\n… +${left}` : '')
    }
  }
}

function clip(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}\n… +${text.length - SHOWN}` : text
}
