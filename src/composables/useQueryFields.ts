import { computed, shallowRef, watch, type Ref, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * Fields that stand in the address, so that a reload, a link and the browser's Back bring them again. `''` and the first
 * of some choices are left out of it.
 */
export function useQueryFields() {
  const route = useRoute()
  const router = useRouter()
  const path = route.path
  /** Changes of one tick go into one new address: each alone would be built on the old one. */
  let pending: Record<string, string> | undefined

  const read = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }

  function write(name: string, value: string): void {
    if (pending) {
      pending[name] = value
      return
    }
    pending = { [name]: value }
    queueMicrotask(() => {
      const query = Object.entries({ ...route.query, ...pending })
      pending = undefined
      if (route.path !== path) return
      void router.replace({ path, query: Object.fromEntries(query.filter(([, each]) => each)) })
    })
  }

  /** A value that is not among `choices` counts as the first of them. */
  function field(
    name: string,
    choices?: readonly [string, ...string[]],
  ): WritableComputedRef<string> {
    const known = (value: string) =>
      choices ? (choices.find((each) => each === value) ?? choices[0]) : value
    return computed({
      get: () => known(read(name)),
      set: (value) => write(name, value === choices?.[0] ? '' : value),
    })
  }

  /** For a field that is typed into: it does not wait for the address, which follows a little later. */
  function typed(name: string): Ref<string> {
    const text = shallowRef(read(name))
    let written = text.value
    watch(text, (value) => {
      if (value === written) return
      written = value
      write(name, value)
    })
    watch(
      () => read(name),
      (value) => {
        // An address that is older than what was typed since is on its way to it.
        if (value === written || pending || text.value !== written) return
        written = value
        text.value = value
      },
    )
    return text
  }

  return { field, typed }
}
