import type { Unreachable } from '../failure'

/** The questions that a server is asked, and where: documented by TGI, TEI, vLLM, llama.cpp and others. */
export const probePaths = {
  health: '/health',
  info: '/info',
  models: '/v1/models',
  metrics: '/metrics',
} as const
export type ProbeId = keyof typeof probePaths
export const probeIds = Object.keys(probePaths) as readonly ProbeId[]

/** Why there is no answer that can be read. */
export type Silence = Unreachable | 'timeout' | 'cut'

export interface Answered {
  readonly kind: 'answered'
  readonly status: number
  readonly statusText: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly mediaType: string
  /** At most `MOST_TEXT` characters. */
  readonly text: string
  /** There was more. */
  readonly clipped: boolean
}

export interface ProbeResult {
  readonly id: ProbeId
  readonly url: string
  /** Until the answer was there whole, or until it was clear that there is none. */
  readonly ms: number
  readonly outcome: Answered | { readonly kind: 'silent'; readonly reason: Silence }
}

export const MOST_TEXT = 1_000_000

export type ProbeResults = readonly ProbeResult[]

/** The answer to a question, if one came. */
export function answerOf(results: ProbeResults, id: ProbeId): Answered | undefined {
  const outcome = results.find((result) => result.id === id)?.outcome
  return outcome?.kind === 'answered' ? outcome : undefined
}

/** The JSON of a good answer. */
export function jsonOf(results: ProbeResults, id: ProbeId): unknown {
  const answer = answerOf(results, id)
  if (!answer || answer.status >= 400) return undefined
  try {
    return JSON.parse(answer.text) as unknown
  } catch {
    return undefined
  }
}

/** The text of a good answer to /metrics that is in Prometheus' format. */
export function metricsText(results: ProbeResults): string | undefined {
  const answer = answerOf(results, 'metrics')
  if (!answer || answer.status >= 400) return undefined
  return /^\s*(?:#\s*(?:HELP|TYPE)\s|[a-zA-Z_:][\w:]*(?:\{|\s+[-+\dN]))/.test(answer.text)
    ? answer.text
    : undefined
}

/**
 * - `loading`: it answers, and says that its model is not there yet.
 * - `closed`: it wants a token, or another one.
 * - `unknown`: it answers, but not to this question.
 */
export type Health = 'healthy' | 'loading' | 'unhealthy' | 'closed' | 'unknown' | 'silent'

/** As `health_check` of the documented client, with more than yes or no. */
export function healthOf(results: ProbeResults): Health {
  const answer = answerOf(results, 'health')
  if (answer) return healthOfAnswer(answer)
  const answers = results.some(({ outcome }) => outcome.kind === 'answered')
  return answers ? 'unknown' : 'silent'
}

function healthOfAnswer({ status, text }: Answered): Health {
  if (status < 400) return 'healthy'
  if (status === 401 || status === 403) return 'closed'
  if (status < 500) return 'unknown'
  return status === 503 && /loading|warm|start|initiali/i.test(text) ? 'loading' : 'unhealthy'
}
