import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { AUTO_PROVIDER } from '@/core/connection'
import { ANY_PROVIDER, HubError, isOutOfReach, type HubModel, type HubSort } from '@/core/hub'
import { modelGroups } from '@/core/model-groups'
import type { ModelSuggestion } from '@/core/task'
import { useConnectionChoice } from './useConnectionChoice'
import { useFavourites } from './useFavourites'
import { useHubList } from './useHubList'
import { useProviderNames } from './useProviderNames'
import { useRecentModels } from './useRecentModels'
import { useServices } from './services'

/** Models that are asked for one by one, since no list of the Hub holds them. */
const MOST_ASKED = 16
const AT_ONCE = 4

/** Everything that the picker of a task's page offers, by group, with what the Hub tells of it. */
export function useModelChoices(task: string, suggestions: readonly ModelSuggestion[]) {
  const services = useServices()
  const { connection } = useConnectionChoice()
  const favourites = useFavourites()
  const recent = useRecentModels(task)

  const inSandbox = connection.kind === 'sandbox'
  const text = shallowRef('')
  const sort = shallowRef<HubSort>('trendingScore')
  const provider = shallowRef(startProvider())
  const providers = useProviderNames(task)
  const list = useHubList(() => ({
    text: text.value,
    task,
    provider: provider.value,
    sort: sort.value,
  }))

  function startProvider(): string {
    if (connection.kind !== 'provider') return ''
    return connection.provider === AUTO_PROVIDER ? ANY_PROVIDER : connection.provider
  }

  /** What is known without asking: there once the code for it is. */
  const own = shallowRef<{
    readonly bundled: readonly HubModel[]
    readonly recommended: readonly string[]
    readonly documented: readonly string[]
  }>({ bundled: [], recommended: [], documented: [] })
  const facts = shallowRef<ReadonlyMap<string, HubModel>>(new Map())

  const groups = computed(() =>
    modelGroups({
      text: text.value,
      sandbox: inSandbox ? suggestions.map(({ id }) => id) : [],
      favourites: favourites.of(task).map(({ id }) => id),
      recent: recent.value.filter((id) => inSandbox || !id.startsWith('sandbox/')),
      ...own.value,
      found: list.error.value ? undefined : (list.models.value ?? []),
      facts: facts.value,
    }),
  )

  const stop = new AbortController()
  onScopeDispose(() => stop.abort())

  async function open(): Promise<void> {
    const hub = await services.hub()
    const { model } = hub.bundledRecommendation(task)
    const bundled = hub.bundled({ task, text: '' })
    own.value = {
      bundled,
      recommended: model === undefined ? [] : [model],
      documented: bundled.map(({ id }) => id),
    }
  }

  /** Asks for the models that no answer of a list has told of. Gives up at the first sign that the Hub is away. */
  async function askForOwn(ids: readonly string[]): Promise<void> {
    const hub = await services.hub()
    const waiting = ids.filter((id) => !facts.value.has(id)).slice(0, MOST_ASKED)
    let away = false
    const worker = async () => {
      for (let id = waiting.shift(); id !== undefined && !away; id = waiting.shift()) {
        const model = await hub.model(id, stop.signal).catch((error: unknown) => {
          away ||= stop.signal.aborted || (error instanceof HubError && isOutOfReach(error))
        })
        if (model) facts.value = new Map(facts.value).set(model.id, model)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  }

  const ready = open().catch(() => undefined)
  // The list has been answered: the Hub is there, and has told of some of our own models already.
  watch(
    list.models,
    async (models) => {
      if (!models || text.value !== '') return
      await ready
      const told = new Set(models.map(({ id }) => id))
      const starred = favourites.of(task).map(({ id }) => id)
      const mine = [...own.value.documented, ...starred, ...recent.value]
      await askForOwn(
        [...new Set(mine)].filter((id) => !told.has(id) && !id.startsWith('sandbox/')),
      )
    },
    { once: true },
  )
  return { text, sort, provider, providers, list, groups, inSandbox, connection, ready }
}
