import { endpointUrl } from '@/core/connection'
import type { Unreachable } from '@/core/failure'
import type { Fetch } from './transport'

export interface Surroundings {
  readonly fetch: Fetch
  /** The page's own address. */
  readonly page: string
  readonly online: () => boolean
  /** Tells of what the page's security policy blocks: the document. */
  readonly policy: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
}

const TIMEOUT_MS = 5_000
/** The browser tells of a blocked address a moment after the request has failed. */
const SETTLE_MS = 50

/**
 * Why a request failed without an answer, as far as a browser can tell: it asks the same address once more in a way
 * that any server may answer, without a token and without a body, and looks whether anything comes back. Never rejects.
 */
export async function diagnose(address: string, around: Surroundings): Promise<Unreachable> {
  const url = URL.canParse(address) ? new URL(address) : endpointUrl(address)
  if (!url) return 'unreachable'
  const local = isLocal(url.hostname)
  if (!around.online() && !local) return 'offline'
  if (isMixed(url, around.page)) return 'mixed-content'
  const blocked = watchPolicy(url, around)
  const answered = await answers(url, around)
  if (!answered) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  if (blocked()) return 'blocked'
  return answered ? 'cors' : 'unreachable'
}

/** An opaque answer says that there is one. */
async function answers(url: URL, { fetch }: Surroundings): Promise<boolean> {
  try {
    await fetch(url.href, {
      method: 'HEAD',
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return true
  } catch {
    return false
  }
}

function watchPolicy(url: URL, { policy }: Surroundings): () => boolean {
  let seen = false
  const listen = (event: Event) => {
    if (isViolation(event) && event.blockedURI.startsWith(url.origin)) seen = true
  }
  policy.addEventListener('securitypolicyviolation', listen)
  return () => {
    policy.removeEventListener('securitypolicyviolation', listen)
    return seen
  }
}

function isViolation(event: Event): event is SecurityPolicyViolationEvent {
  return 'blockedURI' in event
}

function isLocal(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i.test(host)
}

/** Browsers let a secure page ask no http address but this machine's. */
function isMixed(url: URL, page: string): boolean {
  return url.protocol === 'http:' && page.startsWith('https:') && !isLocal(url.hostname)
}
