import { shallowRef } from 'vue'
import type { Typesetter } from './math-tree'

/** Undefined until the first formula has loaded it; for all formulas. */
export const typesetter = shallowRef<Typesetter>()
let loading = false

/** Loads what sets formulas. A failed load, as without network, is tried again by the next formula. */
export async function loadTypesetter(): Promise<void> {
  if (loading || typesetter.value) return
  loading = true
  try {
    const { default: temml } = await import('temml')
    typesetter.value = temml
  } catch {
    // The source can be read as well.
  } finally {
    loading = false
  }
}
