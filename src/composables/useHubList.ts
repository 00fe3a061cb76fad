import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { HubModel, HubQuery } from '@/core/hub'
import { useHubAnswer } from './useHub'

/** A person types several letters a second; the Hub is asked once they pause. */
const PAUSE_MS = 250

type Query = Omit<HubQuery, 'cursor'>

/**
 * The Hub's models for a query that changes: asked after a pause where only the words change, at once for the rest.
 * What was found stays while the next answer is under way.
 */
export function useHubList(query: () => Query) {
  const answer = useHubAnswer<{ readonly models: readonly HubModel[]; readonly next?: string }>()
  const skipped = shallowRef(0)
  /** What the shown models answer. */
  const answered = shallowRef<Query>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(next?: string): Promise<void> {
    clearTimeout(timer)
    const asked = query()
    const before = next === undefined ? [] : (answer.value.value?.models ?? [])
    await answer.ask(async (hub, signal) => {
      const page = await hub.list({ ...asked, cursor: next }, signal)
      skipped.value = (before.length > 0 ? skipped.value : 0) + page.skipped
      answered.value = asked
      // A list that changes meanwhile may name a model on two pages.
      const seen = new Set(before.map(({ id }) => id))
      const models = [...before, ...page.models.filter(({ id }) => !seen.has(id))]
      return page.next === undefined ? { models } : { models, next: page.next }
    })
  }

  watch(
    query,
    (now, before) => {
      clearTimeout(timer)
      const typing = before !== undefined && now.text !== before.text
      if (typing) timer = setTimeout(() => void ask(), PAUSE_MS)
      else if (!before || !same(now, before)) void ask()
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  return {
    /** Undefined before the first answer. */
    models: computed(() => answer.value.value?.models),
    more: computed(() => answer.value.value?.next !== undefined),
    skipped,
    answered,
    error: answer.error,
    busy: answer.busy,
    retry: () => ask(),
    loadMore: () => ask(answer.value.value?.next),
  }
}

const same = (a: Query, b: Query) =>
  a.text === b.text && a.task === b.task && a.provider === b.provider && a.sort === b.sort
