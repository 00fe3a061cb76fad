import { hasWords, type HubModel, type HubQuery, type Recommendation } from '@/core/hub'
import { hubTask } from '@/core/hub-tasks'
import stored from './bundled.json'

/** What scripts/hub-models.mjs writes. */
interface BundledModel {
  readonly id: string
  readonly description?: string
  readonly license?: string
  /** Number of weights. */
  readonly parameters?: number
  readonly gated?: string
}

interface BundledTask {
  readonly model?: string
  readonly models: readonly BundledModel[]
}

const bundle: Readonly<Record<string, BundledTask>> = stored

/**
 * The models of a task page, or of all, that are known without the Hub; each once, with nothing that changes daily.
 */
export function bundledModels({ task, text }: Pick<HubQuery, 'task' | 'text'>): HubModel[] {
  const lists = task === '' ? Object.entries(bundle) : [[task, bundleOf(task)] as const]
  const found = new Map<string, HubModel>()
  for (const [page, { models }] of lists)
    for (const model of models)
      if (hasWords(model.id, text) && !found.has(model.id))
        found.set(model.id, hubModel(model, page))
  return [...found.values()]
}

/** What is recommended for a task page, as far as the documentation that we ship says. */
export function bundledRecommendation(task: string): Recommendation {
  const { model, models } = bundleOf(task)
  const documented = models.filter(({ description }) => description !== undefined)
  return {
    ...(model === undefined ? {} : { model }),
    models: documented.map(({ id, description }) => ({ id, description })),
  }
}

const bundleOf = (task: string): BundledTask =>
  (Object.hasOwn(bundle, task) ? bundle[task] : undefined) ?? { models: [] }

function hubModel({ gated, ...known }: BundledModel, page: string): HubModel {
  const { pipelineTag, described } = hubTask(page)
  return {
    ...known,
    ...(gated === 'auto' || gated === 'manual' ? { gated } : {}),
    state: 'unknown',
    servings: [],
    chat: page === 'conversational',
    task: pipelineTag ?? described ?? page,
  }
}
