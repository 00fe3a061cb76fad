import type { AnyTask, TaskMeta } from '@/core/task'
import type { Component } from 'vue'

/** The registry: joins the task folders by glob and names none of them. */

const metas = import.meta.glob<TaskMeta>('./*/meta.ts', { eager: true, import: 'default' })
const definitions = import.meta.glob<AnyTask>('./*/index.ts', { import: 'default' })
const pages = import.meta.glob<Component>('./*/Page.vue', { import: 'default' })

const folder = (path: string) => path.split('/')[1] ?? path

/** Every task, by id. */
export const tasks: ReadonlyMap<string, TaskMeta> = new Map(
  Object.entries(metas).map(([path, meta]) => [folder(path), meta]),
)

export function loadDefinition(id: string): Promise<AnyTask> | undefined {
  return definitions[`./${id}/index.ts`]?.()
}

export function loadPage(id: string): Promise<Component> | undefined {
  return pages[`./${id}/Page.vue`]?.()
}
