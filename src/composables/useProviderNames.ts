import { shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import { HF_INFERENCE } from '@/core/connection'
import { useServices } from './services'

/** The providers that serve a task, hf-inference first; those of any task for `''`. */
export function useProviderNames(
  task: MaybeRefOrGetter<string>,
): Readonly<ShallowRef<readonly string[]>> {
  const { providersFor } = useServices()
  const names = shallowRef<readonly string[]>([HF_INFERENCE])
  watch(
    () => toValue(task),
    async (id, _before, onCleanup) => {
      let late = false
      onCleanup(() => (late = true))
      // Without the client library's list, its name is still known.
      const found = await providersFor(id).catch(() => [])
      if (!late) names.value = [...new Set([HF_INFERENCE, ...found])]
    },
    { immediate: true },
  )
  return names
}
