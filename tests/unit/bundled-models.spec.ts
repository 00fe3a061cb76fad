import { TASKS_DATA } from '@huggingface/tasks'
import { describe, expect, it } from 'vitest'
import { isModelId } from '@/core/hub'
import { hubTask } from '@/core/hub-tasks'
import type { AnyTask } from '@/core/task'
import { bundledModels, bundledRecommendation } from '@/inference/hub/bundled'

/** The list that stands in for the Hub is up to date: `node scripts/hub-models.mjs` writes it anew. */
const definitions = import.meta.glob<AnyTask>('/src/tasks/*/index.ts', {
  eager: true,
  import: 'default',
})

describe.each(Object.values(definitions).map((task) => [task.id, task] as const))(
  '%s',
  (id, task) => {
    const known = bundledModels({ task: id, text: '' }).map((model) => model.id)

    it("has the page's suggestions and the documentation's models, each once", () => {
      const suggested = task.models.filter(({ sandbox }) => !sandbox).map((model) => model.id)
      const { described } = hubTask(id)
      const data = TASKS_DATA[described as keyof typeof TASKS_DATA]
      const documented = data?.models.map((model) => model.id) ?? []
      expect(known).toEqual(expect.arrayContaining([...suggested, ...documented]))
      expect(new Set(known).size).toBe(known.length)
      expect(known.every(isModelId)).toBe(true)
    })

    it('recommends what the documentation does', () => {
      const { described } = hubTask(id)
      const data = TASKS_DATA[described as keyof typeof TASKS_DATA]
      const first = data?.widgetModels[0] ?? task.models.find(({ sandbox }) => !sandbox)?.id
      expect(bundledRecommendation(id).model).toBe(first)
    })
  },
)

it('finds by words, in one task and in all', () => {
  expect(bundledModels({ task: 'summarization', text: 'bart large' }).map(({ id }) => id)).toEqual([
    'facebook/bart-large-cnn',
  ])
  const all = bundledModels({ task: '', text: 'whisper' }).map(({ id }) => id)
  expect(all).toContain('openai/whisper-large-v3')
  expect(bundledModels({ task: 'none', text: '' })).toEqual([])
})

it('says nothing of what changes daily', () => {
  for (const model of bundledModels({ task: '', text: '' })) {
    expect(model).not.toHaveProperty('downloads')
    expect(model).not.toHaveProperty('likes')
    expect(model.state).toBe('unknown')
  }
})
