import { computed, onScopeDispose, shallowRef } from 'vue'
import { endpointUrl, type Connection, type EndpointAuth } from '@/core/connection'
import { endpointBase } from '@/core/endpoint/address'
import { probeIds, type ProbeResult } from '@/core/endpoint/probes'
import { recognise } from '@/core/endpoint/rules'
import { useServices } from './services'

/** One check of a server: what was asked, and what came so far. */
export interface EndpointCheck {
  /** As the person gave it. */
  readonly url: string
  /** Where its routes begin. */
  readonly base: string
  readonly auth: EndpointAuth
  /** Unix time in milliseconds. */
  readonly at: number
  readonly results: readonly ProbeResult[]
}

/** Asks a server who it is, only when told to. A new question gives up the one before. */
export function useEndpointCheck() {
  const { transport, diagnose, sandboxUrl } = useServices()
  const check = shallowRef<EndpointCheck>()
  const busy = shallowRef(false)
  const recognised = computed(() => check.value && recognise(check.value.results))
  let current: AbortController | undefined

  /** Of a URL that is one. */
  async function start(url: string, auth: EndpointAuth): Promise<void> {
    const parsed = endpointUrl(url)
    if (!parsed) return
    const { checkEndpoint } = await import('@/inference/endpoint/check')
    stop()
    const mine = new AbortController()
    current = mine
    const base = endpointBase(parsed)
    check.value = { url: parsed.href, base, auth, at: Date.now(), results: [] }
    busy.value = true
    const take = (result: ProbeResult) => {
      if (mine !== current || !check.value) return
      const results = [...check.value.results, result].sort(byPlace)
      check.value = { ...check.value, results }
    }
    try {
      await checkEndpoint(base, connectionOf(base, parsed.href, auth), {
        transport,
        diagnose,
        signal: mine.signal,
        onResult: take,
      })
    } catch {
      // Given up: what came stays.
    } finally {
      if (mine === current) busy.value = false
    }
  }

  /** The sandbox has a connection of its own, so that it answers on a static host as well. */
  function connectionOf(base: string, url: string, auth: EndpointAuth): Connection {
    return base === sandboxUrl ? { kind: 'sandbox' } : { kind: 'endpoint', url, auth }
  }

  function stop(): void {
    current?.abort()
    current = undefined
    busy.value = false
  }

  function clear(): void {
    stop()
    check.value = undefined
  }

  onScopeDispose(stop)
  return { check, busy, recognised, start, stop, clear, sandboxUrl }
}

const byPlace = (a: ProbeResult, b: ProbeResult) => probeIds.indexOf(a.id) - probeIds.indexOf(b.id)
