import type { Failure, FailureKind } from './failure'
import type { PreparedRequest } from './request'

/** Kinds whose next step depends on where the request went, and the places that have words of their own. */
const BY_PLACE: Readonly<Partial<Record<FailureKind, readonly string[]>>> = {
  unauthorized: ['endpoint-none', 'endpoint-own', 'endpoint-huggingface'],
  forbidden: ['endpoint'],
  'not-found': ['endpoint', 'sandbox'],
  unreachable: ['sandbox'],
}

/** The next step of a failure: a key among the words `failures.next`. */
export function nextStep({ kind }: Failure, { connection }: PreparedRequest): string {
  const asked = connection.kind === 'endpoint' && kind === 'unauthorized'
  const place = asked ? `endpoint-${connection.auth}` : connection.kind
  return BY_PLACE[kind]?.includes(place) ? `${kind}-${place}` : kind
}
