import type { Chunk, Exchange } from './exchange'

/** A reply as a task's parser sees it. */
export type Reply =
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly mediaType: string }
  | { readonly kind: 'bytes'; readonly blob: Blob; readonly mediaType: string }
  | { readonly kind: 'events'; readonly chunks: readonly Chunk[] }
  | { readonly kind: 'empty' }

/** A parser's word that a reply has none of the documented shapes. The page then shows the raw reply and `expected`. */
export class UnreadableReply extends Error {
  /** The documented shape, in the documentation's notation, for example `[{label, score}]`. */
  readonly expected: string
  constructor(expected: string) {
    super(`The reply is not of the documented shape: ${expected}`)
    this.name = 'UnreadableReply'
    this.expected = expected
  }
}

/** The service's own error inside a reply that came with status 200, such as an error object in a stream. */
export class ErrorReply extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ErrorReply'
  }
}

/** The reply that an exchange carries. Text that parses as JSON is JSON whatever its media type says. */
export function replyOf(exchange: Exchange): Reply {
  const { body, mediaType } = exchange
  switch (body.kind) {
    case 'none':
      return { kind: 'empty' }
    case 'bytes':
      return { kind: 'bytes', blob: body.blob, mediaType }
    case 'events':
      return { kind: 'events', chunks: body.chunks }
    case 'text':
      try {
        return { kind: 'json', value: JSON.parse(body.text) as unknown, text: body.text }
      } catch {
        return { kind: 'text', text: body.text, mediaType }
      }
  }
}
