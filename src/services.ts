import type { CredentialRef } from '@/core/connection'
import { proxyFetch } from '@/inference/proxy'
import { joinTransports, liveTransport, sandboxTransport } from '@/inference/transport'
import type { MediaLoaders } from '@/components/input/loaders'
import type { Services } from '@/composables/services'
import { tasks } from '@/tasks'

type Resolve = (credential: CredentialRef, url: string) => string | undefined

/** Builds what the pages use of the outside world. `resolve` is the token store's: the token is read at the last moment. */
export function createServices(resolve: Resolve, media: MediaLoaders): Services {
  const send = (input: string, init: RequestInit) => fetch(input, init)
  const base = new URL('.', document.baseURI).href.replace(/\/$/, '')
  const sandboxUrl = `${base}/sandbox`
  const sandboxServed = once(() => answersAsSandbox(`${sandboxUrl}/health`))
  const token = () => resolve({ kind: 'huggingface' }, 'https://router.huggingface.co/')
  const tokenProxy = once(() => answersAsProxy(`${base}/proxy/status`))
  const withServersToken = proxyFetch(send, base, tokenProxy)

  return {
    sandboxUrl,
    sandboxServed,
    tokenProxy,
    pictureTasks: [...tasks.values()].filter(({ takesPicture }) => takesPicture),
    loadSample: media.loadSample,
    transport: joinTransports({
      live: liveTransport(send, resolve, withServersToken),
      sandbox: sandboxTransport(send, sandboxServed, inPageSandbox()),
      provider: async (request, signal, onSent) => {
        const { createProviderTransport } = await import('@/inference/providers')
        onSent?.()
        const carry = token() ? send : withServersToken
        return createProviderTransport({ fetch: carry, token })(request, signal)
      },
    }),
    resolveProviderRequest: async (request) => {
      const { resolveProviderRequest } = await import('@/inference/providers')
      return resolveProviderRequest(request, { fetch: send, token })
    },
    providersFor: async (task) => {
      const { providersFor } = await import('@/inference/providers')
      return providersFor(task)
    },
    diagnose: async (url) => {
      const { diagnose } = await import('@/inference/reach')
      return diagnose(url, {
        fetch: send,
        page: location.href,
        online: () => navigator.onLine,
        policy: document,
      })
    },
    hub: once(async () => {
      const { createHub } = await import('@/inference/hub')
      return createHub(liveTransport(send, resolve), () => token() !== undefined, {
        online: () => navigator.onLine,
      })
    }),
  }
}

/** The sandbox of a static host, in a worker of its own: pictures take it a while, and the page goes on meanwhile. */
function inPageSandbox() {
  return once(async () => {
    const { sandboxOver } = await import('@/inference/sandbox-line')
    const worker = new Worker(new URL('./workers/sandbox.ts', import.meta.url), { type: 'module' })
    const { fetch, fail } = sandboxOver(worker)
    worker.addEventListener('error', () => fail(new Error('The sandbox could not be started')))
    return fetch
  })
}

/** A static host answers with its own 404 page, or with index.html for everything. */
async function answersAsSandbox(url: string): Promise<boolean> {
  try {
    const response = await fetch(url)
    const body: unknown = response.ok ? await response.json() : undefined
    return typeof body === 'object' && body !== null && 'sandbox' in body
  } catch {
    return false
  }
}

/** Whether the server adds a Hugging Face token of its own. A static host has no such address. */
async function answersAsProxy(url: string): Promise<boolean> {
  try {
    const response = await fetch(url)
    const body: unknown = response.ok ? await response.json() : undefined
    return typeof body === 'object' && body !== null && 'proxy' in body && body.proxy === true
  } catch {
    return false
  }
}

/** Runs at the first call; a failure is tried again by the next. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
