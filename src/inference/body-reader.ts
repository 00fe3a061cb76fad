import type { ExchangeBody } from '@/core/exchange'
import { BrokenConnection } from './failures'

/** Milliseconds of reading without a pause. Pieces that are there already come without one, as long as there are any. */
const BUSY_MS = 10

/**
 * Reads a body piece by piece, and lets the page draw and listen in between. Rejects with a
 * BrokenConnection where it breaks, and with whatever `onPiece` throws; what came before has been handed on.
 */
export async function readPieces(
  response: Response,
  onPiece: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  if (!response.body) return
  const reader = response.body.getReader()
  let pausedAt = performance.now()
  try {
    for (;;) {
      const { done, value } = await nextPiece(reader)
      if (done) return
      onPiece(value)
      if (performance.now() - pausedAt < BUSY_MS) continue
      await nextTask()
      pausedAt = performance.now()
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined)
    throw error
  } finally {
    reader.releaseLock()
  }
}

async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
  try {
    return await reader.read()
  } catch (error) {
    throw new BrokenConnection(error)
  }
}

/** A message comes at once, a timer in a hidden tab after a second. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** The media type without its parameters, lower case; `''` when the reply names none. */
export function mediaTypeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** A whole body: text where its media type, or failing one its bytes, say so. */
export function wholeBody(
  pieces: readonly Uint8Array<ArrayBuffer>[],
  mediaType: string,
): ExchangeBody {
  if (pieces.length === 0) return { kind: 'none' }
  const blob = joined(pieces, mediaType)
  const text = isTextual(mediaType) ? decode(pieces, false) : undeclared(pieces, mediaType)
  return text === undefined ? { kind: 'bytes', blob } : { kind: 'text', text }
}

export function isTextual(mediaType: string): boolean {
  return /^text\/|[/+]json$|[/+]xml$|x-ndjson$|javascript$|x-www-form-urlencoded$/.test(mediaType)
}

/** Some servers send JSON as octet-stream or with no type at all. */
function undeclared(
  pieces: readonly Uint8Array<ArrayBuffer>[],
  mediaType: string,
): string | undefined {
  if (mediaType !== '' && mediaType !== 'application/octet-stream') return undefined
  const text = decode(pieces, true)
  if (text === undefined) return undefined
  return mediaType === '' || /^\s*[[{]/.test(text) ? text : undefined
}

function decode(pieces: readonly Uint8Array<ArrayBuffer>[], fatal: boolean): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal })
  try {
    return (
      pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
    )
  } catch {
    return undefined
  }
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[], type: string): Blob {
  return new Blob([...pieces], { type })
}
