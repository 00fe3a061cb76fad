import { useI18n } from 'petite-vue-i18n'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { HubError } from '@/core/hub'
import type { FinishedRun } from '@/core/run'
import { VERSION } from '@/core/version'
import { failureReport } from '@/inference/report'
import { useTokenStore } from '@/stores/tokens'
import { useServices } from './services'
import { useProvidersServing } from './useHub'

export type Failed = Extract<FinishedRun<unknown>, { readonly phase: 'failed' }>

/** Providers to turn to, and how they are known. */
export type Others =
  | { readonly kind: 'asking' }
  /** The Hub's word for this very model. */
  | { readonly kind: 'serving'; readonly names: readonly string[] }
  /** The Hub knows no such model. */
  | { readonly kind: 'no-model' }
  /** The Hub could not be asked: these serve the task, with some model. */
  | { readonly kind: 'task'; readonly names: readonly string[] }

/** What the person can do with a failed run beside trying again. */
export function useFailureHelp(run: () => Failed) {
  const { providersFor } = useServices()
  const providersServing = useProvidersServing()
  const tokens = useTokenStore()
  const { locale } = useI18n()
  const others = shallowRef<Others>()
  const asking = new AbortController()
  onScopeDispose(() => asking.abort())

  /** Looks for other providers of the model; asks the Hub. */
  async function findOthers(): Promise<void> {
    const { request } = run()
    others.value = { kind: 'asking' }
    try {
      const servings = await providersServing(request.model, asking.signal)
      const live = servings.filter(({ status }) => status !== 'error').map((one) => one.provider)
      others.value = { kind: 'serving', names: without(live) }
    } catch (error) {
      if (asking.signal.aborted) return
      const unknown = error instanceof HubError && error.kind === 'not-found'
      others.value = unknown
        ? { kind: 'no-model' }
        : { kind: 'task', names: without(await providersFor(request.task).catch(() => [])) }
    }
  }

  /** Each once, without the one that has just failed. */
  function without(names: readonly string[]): readonly string[] {
    const { connection } = run().request
    const failed = connection.kind === 'provider' ? connection.provider : ''
    return [...new Set(names)].filter((name) => name !== failed)
  }

  const report = computed(() =>
    failureReport(
      run(),
      {
        version: VERSION,
        language: locale.value,
        browser: navigator.userAgent,
        online: navigator.onLine,
        now: Date.now(),
      },
      tokens.redact,
    ),
  )

  return { others, findOthers, report }
}
