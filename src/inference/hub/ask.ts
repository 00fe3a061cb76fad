import { HubError } from '@/core/hub'
import { retryAfterSeconds } from '../retry'

export interface AskOptions {
  /**
   * Carries a GET. `anonymous`: without the person's token. Rejects with a TypeError where the network fails, and with
   * the signal's reason once it aborts.
   */
  readonly send: (url: string, signal: AbortSignal, anonymous: boolean) => Promise<Response>
  /** There is a token that `send` would add. */
  readonly hasToken: () => boolean
  readonly online: () => boolean
  readonly timeoutMs: number
}

export interface Answer {
  readonly value: unknown
  readonly headers: Headers
}

/** The list of tasks is the longest answer, with less than 2 MB. */
const MOST_BYTES = 12_000_000

/**
 * Asks the Hub for JSON. A token that the Hub does not take must not stop a public question: it is asked once more
 * without. Throws HubError, or the signal's reason once the caller aborts.
 */
export async function askHub(
  url: string,
  options: AskOptions,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const both = signal ? AbortSignal.any([signal, timeout]) : timeout
  try {
    let response = await options.send(url, both, false)
    const refused = response.status === 401 || response.status === 403
    if (refused && options.hasToken()) response = await options.send(url, both, true)
    if (!response.ok) throw refusal(response)
    return { value: parsed(await boundedText(response)), headers: response.headers }
  } catch (error) {
    signal?.throwIfAborted()
    if (timeout.aborted) throw new HubError('timeout')
    if (error instanceof HubError) throw error
    // fetch tells apart neither a host that is down, nor a blocked one, nor a CORS refusal.
    if (error instanceof TypeError) throw new HubError(options.online() ? 'unreachable' : 'offline')
    throw new HubError('internal')
  }
}

function refusal({ status, headers }: Response): HubError {
  if (status === 429) {
    const wait = retryAfterSeconds(headers, Date.now()) ?? resetSeconds(headers)
    return new HubError('rate-limited', {
      status,
      ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
    })
  }
  return new HubError(status >= 500 ? 'server' : 'refused', { status })
}

/** The Hub says when its limits start anew: `RateLimit: "api";r=0;t=120`. */
function resetSeconds(headers: Headers): number | undefined {
  const seconds = /(?:^|;)\s*t=(\d{1,6})/.exec(headers.get('ratelimit') ?? '')?.[1]
  return seconds === undefined ? undefined : Number(seconds)
}

async function boundedText(response: Response): Promise<string> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.length
    if (bytes > MOST_BYTES) {
      await reader.cancel().catch(() => undefined)
      throw new HubError('unreadable')
    }
    text += decoder.decode(value, { stream: true })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new HubError('unreadable')
  }
}
