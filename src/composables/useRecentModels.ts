import { shallowRef } from 'vue'
import { useStorages } from '@/stores/storages'

const RUNS_READ = 100
const SHOWN = 5

/** The models that were really run on a page and answered, the latest first: what the history holds of them. */
export function useRecentModels(task: string) {
  const storages = useStorages()
  const recent = shallowRef<readonly string[]>([])

  async function load(): Promise<void> {
    const { runs } = await storages.open()
    const page = await runs.list({ task, limit: RUNS_READ })
    const models = page.runs.filter(({ phase }) => phase === 'done').map(({ model }) => model)
    recent.value = [...new Set(models)].filter((model) => model !== '').slice(0, SHOWN)
  }

  // Without a history there are no recent models.
  load().catch(() => undefined)
  return recent
}
