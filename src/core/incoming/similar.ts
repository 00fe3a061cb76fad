import type { AnyTask } from '../task'

/** Words of a model's name, such as `whisper`, `large` and `v3`. */
function words(model: string): Set<string> {
  const name = model.split('/').at(-1)?.split(':')[0] ?? ''
  return new Set(
    name
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length > 2),
  )
}

/**
 * How much a model's name has of the names of each task's models: 1 for a word that only this task's have, less for
 * words that many tasks' have.
 */
export function similarity(model: string, tasks: readonly AnyTask[]): ReadonlyMap<string, number> {
  const known = tasks.map(
    (task) => [task.id, new Set([...namesOf(task), ...words(task.id)])] as const,
  )
  const asked = [...words(model)]
  return new Map(
    known.map(([id, own]) => {
      const shared = asked.filter((word) => own.has(word))
      const weight = (word: string) => 1 / known.filter(([, others]) => others.has(word)).length
      return [id, shared.reduce((sum, word) => sum + weight(word), 0)]
    }),
  )
}

const namesOf = (task: AnyTask) =>
  task.models.filter(({ sandbox }) => !sandbox).flatMap(({ id }) => [...words(id)])
