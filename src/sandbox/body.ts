import { isObject, type JsonObject } from '@/core/json'
import { limits } from '@/core/limits'
import { SandboxError, type SandboxTask } from '@/core/sandbox'
import type { SandboxCall } from '@/core/sandbox'
import { fromBase64 } from './lib/base64'
import { sniffMediaType } from './lib/sniff'

/** Bytes of a body at most: the largest file the playground takes, as base64 with some JSON around it. */
export const MAX_BODY_BYTES = Math.ceil((limits.soundBytes * 4) / 3) + 1_000_000

/** A body as it came: JSON, bytes, or neither. */
export interface Received {
  readonly json?: unknown
  readonly bytes?: { readonly data: Uint8Array; readonly mediaType: string }
}

/** Throws SandboxError 413 beyond the limit, 400 for broken JSON. */
export async function readBody(request: Request): Promise<Received> {
  const data = await readBytes(request)
  if (data.length === 0) return {}
  const header = request.headers.get('content-type') ?? ''
  const mediaType = (header.split(';')[0] ?? '').trim().toLowerCase()
  if (/^application\/(.+\+)?json$/.test(mediaType)) return { json: parseJson(data) }
  // `curl -d '{...}'` without a header says that it is a form; services take it for JSON.
  const unnamed = mediaType === '' || mediaType === 'application/x-www-form-urlencoded'
  if (unnamed && sniffMediaType(data) === 'application/json') return { json: parseJson(data) }
  return { bytes: { data, mediaType: mediaType || 'application/octet-stream' } }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = () =>
    new SandboxError(`Request body too large: at most ${MAX_BODY_BYTES} bytes are accepted`, 413)
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > MAX_BODY_BYTES) {
      await reader.cancel()
      throw tooLarge()
    }
    parts.push(part.value)
  }
  const data = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    data.set(part, offset)
    offset += part.length
  }
  return data
}

function parseJson(data: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(data)) as unknown
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'syntax error'
    throw new SandboxError(`Failed to parse the request body as JSON: ${reason}`, 400)
  }
}

/** The call that a task answers. Throws SandboxError 422 for parameters or base64 that can't be read. */
export function readCall(
  received: Received,
  task: SandboxTask,
  model: string,
  signal: AbortSignal,
): SandboxCall {
  const fields = isObject(received.json) ? received.json : undefined
  const common = {
    model,
    parameters: readParameters(fields?.parameters),
    stream: fields?.stream === true,
    signal,
  }
  if (received.bytes) {
    const { data, mediaType } = received.bytes
    const inputs = mediaType.startsWith('text/') ? new TextDecoder().decode(data) : undefined
    return { ...common, bytes: received.bytes, inputs }
  }
  const call = { ...common, body: received.json, inputs: fields?.inputs }
  return task.media && typeof call.inputs === 'string'
    ? { ...call, bytes: readMedia(call.inputs) }
    : call
}

function readParameters(parameters: unknown): JsonObject {
  if (parameters === undefined || parameters === null) return {}
  // What came through JSON.parse holds only what JSON can express.
  if (isObject(parameters)) return parameters as JsonObject
  throw new SandboxError('`parameters` must be an object')
}

function readMedia(inputs: string) {
  const decoded = fromBase64(inputs)
  if (!decoded) throw new SandboxError('`inputs` must be base64 of a file')
  const { data } = decoded
  const mediaType = decoded.mediaType ?? sniffMediaType(data) ?? 'application/octet-stream'
  return { data, mediaType }
}
