import type { Connection } from '@/core/connection'
import { credentialOf } from '@/core/connection'
import {
  MOST_TEXT,
  probeIds,
  probePaths,
  type ProbeId,
  type ProbeResult,
  type Silence,
} from '@/core/endpoint/probes'
import type { Unreachable } from '@/core/failure'
import type { WireRequest } from '@/core/request'
import { mediaTypeOf } from '../body-reader'
import type { Transport } from '../transport'

export interface CheckOptions {
  readonly transport: Transport
  readonly diagnose: (url: string) => Promise<Unreachable>
  readonly signal: AbortSignal
  /** Each answer as it comes. */
  readonly onResult: (result: ProbeResult) => void
  readonly now?: () => number
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000

/**
 * Asks a server who it is and how it fares: four GET requests at once, with the token that the connection names and
 * nothing else. Rejects with the signal's reason once it aborts, and in no other case.
 *
 * @param base Where the server's routes begin, without a slash at the end.
 */
export async function checkEndpoint(
  base: string,
  connection: Connection,
  options: CheckOptions,
): Promise<void> {
  let reason: Promise<Unreachable> | undefined
  // Several questions stay without an answer for one reason: it is looked for once.
  const diagnose = (url: string) => (reason ??= options.diagnose(url))
  await Promise.all(
    probeIds.map(async (id) => {
      const result = await probe(id, base, connection, { ...options, diagnose })
      options.signal.throwIfAborted()
      options.onResult(result)
    }),
  )
}

async function probe(
  id: ProbeId,
  base: string,
  connection: Connection,
  options: CheckOptions,
): Promise<ProbeResult> {
  const { transport, diagnose, signal, timeoutMs = TIMEOUT_MS } = options
  const now = options.now ?? (() => performance.now())
  const url = base + probePaths[id]
  const timeout = AbortSignal.timeout(timeoutMs)
  const startedAt = now()
  const done = (outcome: ProbeResult['outcome']): ProbeResult => ({
    id,
    url,
    ms: now() - startedAt,
    outcome,
  })
  const silent = (why: Silence) => done({ kind: 'silent', reason: why })
  let response: Response
  try {
    response = await transport(probeRequest(url, connection), AbortSignal.any([signal, timeout]))
  } catch {
    signal.throwIfAborted()
    return timeout.aborted ? silent('timeout') : silent(await diagnose(url))
  }
  try {
    const { text, clipped } = await readText(response)
    const { status, statusText } = response
    const headers = [...response.headers].map(([name, value]) => [name, value] as const)
    const mediaType = mediaTypeOf(response.headers)
    return done({ kind: 'answered', status, statusText, headers, mediaType, text, clipped })
  } catch {
    signal.throwIfAborted()
    return silent(timeout.aborted ? 'timeout' : 'cut')
  }
}

function probeRequest(url: string, connection: Connection): WireRequest {
  return {
    dialect: 'wire',
    task: 'endpoint',
    model: '',
    connection,
    credential: credentialOf(connection),
    stream: false,
    clients: {},
    method: 'GET',
    url,
    headers: [],
    body: { kind: 'none' },
  }
}

/** The text, as far as it is to be shown; the rest is not even loaded. */
async function readText(response: Response): Promise<{ text: string; clipped: boolean }> {
  const reader = response.body?.getReader()
  if (!reader) return { text: '', clipped: false }
  const decoder = new TextDecoder()
  let text = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value as Uint8Array, { stream: true })
    if (text.length <= MOST_TEXT) continue
    void reader.cancel()
    return { text: text.slice(0, MOST_TEXT), clipped: true }
  }
  return { text: text + decoder.decode(), clipped: false }
}
