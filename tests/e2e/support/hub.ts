import type { Page } from '@playwright/test'
import { startEndpoint, type Answer, type Received } from './endpoint'

/** A model as the Hub's API tells of it, with what a test wants different. */
export function hubModel(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    _id: '67c35b9bb236f0d365bf29d3',
    id,
    downloads: 12_345,
    likes: 321,
    gated: false,
    pipeline_tag: 'text-classification',
    tags: ['transformers', 'text-classification', 'license:apache-2.0'],
    ...more,
  }
}

/** As `inferenceProviderMapping` says who serves a model. */
export function served(...entries: readonly (readonly [provider: string, task: string])[]) {
  return {
    inference: 'warm',
    inferenceProviderMapping: Object.fromEntries(
      entries.map(([provider, task]) => [
        provider,
        { status: 'live', providerId: `${provider}/x`, task },
      ]),
    ),
  }
}

export interface HubServer {
  /** Paths with queries, newest last. */
  readonly asked: readonly URL[]
  readonly close: () => Promise<void>
  /** From now on the Hub can't be reached, or can again. */
  readonly setDown: (down: boolean) => void
}

interface HubOptions {
  readonly models: readonly Record<string, unknown>[]
  readonly tasks?: Record<string, unknown>
  /** What the router tells of every chat model's providers. */
  readonly offers?: readonly Record<string, unknown>[]
  /** Models on a page of a list. */
  readonly pageSize?: number
  /** In place of the documented answer, where it gives one. */
  readonly answer?: (url: URL, request: Received) => Answer | undefined
}

/**
 * A real server on this machine that answers as the Hub and the router's list of models do, to which the page's questions
 * to them are passed on.
 */
export async function startHub(page: Page, options: HubOptions): Promise<HubServer> {
  const asked: URL[] = []
  let down = false
  const server = await startEndpoint((request) => {
    const url = new URL(request.path, 'https://huggingface.co')
    asked.push(url)
    return options.answer?.(url, request) ?? documented(url, options)
  })
  const places = /^https:\/\/(huggingface\.co\/api|router\.huggingface\.co\/v1\/models)\//
  await page.route(places, async (route) => {
    if (down) return route.abort('internetdisconnected')
    const { pathname, search } = new URL(route.request().url())
    const response = await route.fetch({ url: `${server.url}${pathname}${search}` })
    await route.fulfill({ response })
  })
  return {
    asked,
    close: async () => {
      // Nobody asks any more, so that no question comes when nobody answers.
      await page.goto('about:blank')
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await server.close()
    },
    setDown: (next) => {
      down = next
    },
  }
}

function documented(url: URL, options: HubOptions): Answer {
  if (url.pathname === '/api/tasks') return json(options.tasks ?? {})
  if (url.pathname.startsWith('/v1/models/')) return json({ providers: options.offers ?? [] })
  if (url.pathname === '/api/models') return list(url, options)
  const id = decodeURIComponent(url.pathname.replace('/api/models/', ''))
  const model = options.models.find((each) => each.id === id)
  return model ? json(model) : json({ error: 'Repository not found' }, 401)
}

function list({ searchParams }: URL, { models, pageSize = 25 }: HubOptions): Answer {
  const search = (searchParams.get('search') ?? '').toLowerCase()
  const task = searchParams.get('pipeline_tag')
  const tag = searchParams.get('filter')
  const provider = searchParams.get('inference_provider')
  const found = models.filter((model) => {
    const serving = Object.keys((model.inferenceProviderMapping ?? {}) as object)
    const tags = (Array.isArray(model.tags) ? model.tags : []) as unknown[]
    return (
      String(model.id).toLowerCase().includes(search) &&
      (task === null || model.pipeline_tag === task) &&
      (tag === null || tags.includes(tag)) &&
      (provider === null || (provider === 'all' ? serving.length > 0 : serving.includes(provider)))
    )
  })
  const start = Number(searchParams.get('cursor') ?? 0)
  const next = start + pageSize
  const link: Record<string, string> =
    next < found.length
      ? { link: `<https://huggingface.co/api/models?cursor=${next}>; rel="next"` }
      : {}
  return json(found.slice(start, next), 200, link)
}

const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Answer => ({
  status,
  body: JSON.stringify(value),
  headers,
})
