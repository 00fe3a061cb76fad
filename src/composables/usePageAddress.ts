import { watch, type WatchSource } from 'vue'
import { useRoute, useRouter } from 'vue-router'

interface PageAddress {
  /** Until the page holds what it opened with. */
  readonly ready: Promise<unknown>
  readonly openRun: (id: string) => Promise<void>
  readonly openLink: (text: string) => Promise<void>
  /** A model, and who is to serve it: as the view of models names them. */
  readonly openModel: (model: string, provider: unknown) => Promise<void>
  /** What changes when the page moves on from a run that the address names. */
  readonly movesOn: WatchSource<unknown>[]
}

/** Opens what the address names. A link has done its work by that; a run is named until the page moves on from it. */
export function usePageAddress({
  ready,
  openRun,
  openLink,
  openModel,
  movesOn,
}: PageAddress): void {
  const route = useRoute()
  const router = useRouter()
  let namesRun = false

  watch(
    () => [route.query.run, route.query.s, route.query.model] as const,
    async ([runId, shared, model]) => {
      if (![runId, shared, model].some((named) => typeof named === 'string')) return
      await ready
      if (typeof runId === 'string') await openRun(runId)
      if (typeof shared === 'string') await openLink(shared)
      if (typeof model === 'string') await openModel(model, route.query.provider)
      if (typeof runId !== 'string') await forget()
      else namesRun = true
    },
    { immediate: true },
  )
  watch(movesOn, () => {
    if (namesRun) void forget()
  })

  /** So that a reload gives back the page as the person left it. */
  async function forget() {
    namesRun = false
    const { run: _run, s: _shared, model: _model, provider: _provider, ...query } = route.query
    await router.replace({ path: route.path, query })
  }
}
