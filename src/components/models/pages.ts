import type { HubModel } from '@/core/hub'
import { pagesFor } from '@/core/hub-tasks'
import type { Family } from '@/core/task'

/** A task page, as the views of models name it. */
export interface TaskPlace {
  readonly id: string
  readonly family: Family
  readonly title: string
}

/** The pages on which a model can be tried, the most fitting first; for what a provider serves it for where it is told. */
export function placesOf(
  model: HubModel,
  pages: readonly TaskPlace[],
  servedFor?: string,
): readonly TaskPlace[] {
  const ids = pagesFor(servedFor ?? model.task, servedFor === undefined && model.chat, (id) =>
    pages.some((page) => page.id === id),
  )
  return ids.flatMap((id) => pages.find((page) => page.id === id) ?? [])
}

/** The address of a page with a model filled in, and who is to serve it. */
export function placeWith(page: string, model: string, provider?: string) {
  return { path: `/tasks/${page}`, query: { model, ...(provider ? { provider } : {}) } }
}

/** The address of a model's status. */
export function statusOf(model: string) {
  return { path: '/models', query: { tab: 'status', model } }
}
