import { ROUTER_URL } from '@/core/connection'
import {
  HUB_URL,
  HubError,
  isModelId,
  type HubModel,
  type HubPage,
  type HubQuery,
  type Offer,
  type Recommendation,
  type Serving,
} from '@/core/hub'
import { hubTask } from '@/core/hub-tasks'
import { askHub, type AskOptions } from './ask'
import { bundledModels, bundledRecommendation } from './bundled'
import { readOffers } from './offers'
import { listUrl, modelUrl, nextCursor } from './queries'
import { readModel, readTasks } from './read'
import { remembered } from './remembered'
import { sendBy, type Carry } from './send'

/** Every method throws HubError, or the signal's reason once the caller aborts. */
export interface Hub {
  /**
   * Models by name, task and provider: with `ANY_PROVIDER` or a provider's name those that are deployed, as
   * `list_deployed_models` listed them.
   */
  readonly list: (query: HubQuery, signal?: AbortSignal) => Promise<HubPage>
  /** One model: loaded or not, who serves it and for what. As `get_model_status` told; always asked anew. */
  readonly status: (id: string, signal?: AbortSignal) => Promise<HubModel>
  /** The same, as it was known a few minutes ago. */
  readonly model: (id: string, signal?: AbortSignal) => Promise<HubModel>
  readonly providersServing: (id: string, signal?: AbortSignal) => Promise<readonly Serving[]>
  /** What the Hub recommends, by task page: `get_recommended_model` for each of them. */
  readonly recommendations: (
    pages: readonly string[],
    signal?: AbortSignal,
  ) => Promise<ReadonlyMap<string, Recommendation>>
  /** What providers offer a chat model for, by their names: the router's list tells. */
  readonly offers: (id: string, signal?: AbortSignal) => Promise<ReadonlyMap<string, Offer>>
  /** What is known without asking: shown while the Hub is asked, and where it can't be. */
  readonly bundled: typeof bundledModels
  readonly bundledRecommendation: typeof bundledRecommendation
}

interface HubOptions {
  /** The Hub's address, without a slash at the end. */
  readonly base?: string
  /** The router's address, likewise. */
  readonly router?: string
  readonly online?: () => boolean
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 15_000

/** The Hub's documented API. `hasToken`: the transport would add a token to a question. */
export function createHub(carry: Carry, hasToken: () => boolean, options: HubOptions = {}): Hub {
  const {
    base = HUB_URL,
    router = ROUTER_URL,
    online = () => true,
    timeoutMs = TIMEOUT_MS,
  } = options
  const asked: AskOptions = { send: sendBy(carry), hasToken, online, timeoutMs }
  const pages = remembered<HubPage>()
  const models = remembered<HubModel>()
  const offers = remembered<ReadonlyMap<string, Offer>>()
  const tasks = remembered<ReadonlyMap<string, Recommendation>>()

  async function fetchPage(url: string, signal: AbortSignal | undefined): Promise<HubPage> {
    const { value, headers } = await askHub(url, asked, signal)
    if (!Array.isArray(value)) throw new HubError('unreadable')
    const read = value.map(readModel).filter((model) => model !== undefined)
    const next = nextCursor(headers)
    return { models: read, skipped: value.length - read.length, ...(next ? { next } : {}) }
  }

  async function fetchModel(id: string, signal: AbortSignal | undefined): Promise<HubModel> {
    const url = modelUrl(base, id)
    if (url === undefined) throw new HubError('invalid-id')
    const { value } = await askHub(url, asked, signal).catch(missing)
    const model = readModel(value)
    if (!model) throw new HubError('unreadable')
    return model
  }

  async function fetchTasks(signal: AbortSignal | undefined) {
    const { value } = await askHub(`${base}/api/tasks`, asked, signal)
    const read = readTasks(value)
    if (!read) throw new HubError('unreadable')
    return read
  }

  const hub: Hub = {
    list: (query, signal) => {
      const url = listUrl(base, query)
      return pages.ask(url, () => fetchPage(url, signal))
    },
    status: (id, signal) => {
      models.forget(id)
      return hub.model(id, signal)
    },
    model: (id, signal) => models.ask(id, () => fetchModel(id, signal)),
    providersServing: async (id, signal) => (await hub.model(id, signal)).servings,
    recommendations: async (ids, signal) => {
      const all = await tasks.ask('', () => fetchTasks(signal))
      return new Map(ids.map((id) => [id, recommendationOf(id, all)]))
    },
    offers: (id, signal) =>
      offers.ask(id, async () => {
        if (!isModelId(id)) throw new HubError('invalid-id')
        const { value } = await askHub(`${router}/v1/models/${id}`, asked, signal).catch(missing)
        return readOffers(value)
      }),
    bundled: bundledModels,
    bundledRecommendation,
  }
  return hub
}

function recommendationOf(page: string, all: ReadonlyMap<string, Recommendation>): Recommendation {
  const { described } = hubTask(page)
  return (described === undefined ? undefined : all.get(described)) ?? { models: [] }
}

/** Who asks without a token, or with one that may not see it, is told 401 for a model that is not there. */
function missing(error: unknown): never {
  const status = error instanceof HubError ? error.status : undefined
  if (status === 401 || status === 403 || status === 404)
    throw new HubError('not-found', { status })
  throw error
}
