import type { WaitReason } from '@/core/exchange'
import { isObject } from '@/core/json'
import { limits } from '@/core/limits'

export interface RetryPlan {
  readonly reason: WaitReason
  readonly waitMs: number
}

/** What has been waited so far in one run. */
export interface Waited {
  readonly loadingMs: number
  readonly rateLimits: number
}

/**
 * Whether to ask again, and when. A loading model (503 with `estimated_time`) is waited for on the server's own
 * estimate, at most `limits.loadingWaitMs` in all; a 429 with Retry-After is honoured once, if it is short.
 */
export function retryPlan(
  status: number,
  headers: Headers,
  bodyText: string,
  waited: Waited,
  now: number,
): RetryPlan | undefined {
  if (status === 503) {
    const estimate = estimatedMs(bodyText)
    if (estimate === undefined) return undefined
    const left = limits.loadingWaitMs - waited.loadingMs
    // Servers estimate a whole load; asking at most every 20 s notices an earlier end. Never asks in a tight loop.
    const waitMs = Math.min(Math.max(estimate, 500), 20_000, left)
    return left > 0 ? { reason: 'loading', waitMs } : undefined
  }
  if (status === 429 && waited.rateLimits === 0) {
    const seconds = retryAfterSeconds(headers, now)
    if (seconds === undefined || seconds * 1000 > limits.rateLimitWaitMs) return undefined
    return { reason: 'rate-limited', waitMs: seconds * 1000 }
  }
  return undefined
}

/** Retry-After in seconds, from either documented form: delay seconds or an HTTP date. */
export function retryAfterSeconds(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim()
  if (!text) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}

function estimatedMs(bodyText: string): number | undefined {
  try {
    const body: unknown = JSON.parse(bodyText)
    const seconds = isObject(body) ? body.estimated_time : undefined
    return typeof seconds === 'number' && seconds >= 0 ? seconds * 1000 : undefined
  } catch {
    return undefined
  }
}
