import { inject, type InjectionKey } from 'vue'
import type { Unreachable } from '@/core/failure'
import type { MediaFile } from '@/core/media'
import type { ProviderRequest, WireRequest } from '@/core/request'
import type { Hub } from '@/inference/hub'
import type { TaskMeta } from '@/core/task'
import type { Transport } from '@/inference/transport'

/** What the composition root provides to the pages. */
export interface Services {
  readonly transport: Transport
  /** Absolute, without a slash at the end. */
  readonly sandboxUrl: string
  /** Whether a server answers at `sandboxUrl`; if not, the sandbox runs inside the page and no curl can reach it. */
  readonly sandboxServed: () => Promise<boolean>
  /** Whether the server adds a Hugging Face token of its own to what goes to the router. */
  readonly tokenProxy: () => Promise<boolean>
  /** Tasks whose input has a picture. */
  readonly pictureTasks: readonly TaskMeta[]
  /** A file of public/samples. */
  readonly loadSample: (name: string) => Promise<MediaFile>
  /** What the client library would send for a provider request; rejects where that can't be known. */
  readonly resolveProviderRequest: (request: ProviderRequest) => Promise<WireRequest>
  /** Names of the providers that serve a task. */
  readonly providersFor: (task: string) => Promise<readonly string[]>
  /** Why a URL gave no answer, as far as a browser can tell. Asks it once more, without a token. */
  readonly diagnose: (url: string) => Promise<Unreachable>
  /** The Hub's list of models; its code comes when it is first asked. */
  readonly hub: () => Promise<Hub>
}

export const servicesKey: InjectionKey<Services> = Symbol('services')

export function useServices(): Services {
  const services = inject(servicesKey)
  if (!services) throw new Error('The composition root provides no services')
  return services
}
